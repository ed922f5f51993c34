import {
  member,
  placement,
  review,
  reviewPart,
  reviewRating,
  reviewRound,
} from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runDueAs } from "../../test/run-due.ts";
import { type Cast, makeJob, type MadeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { joinAs } from "../../test/hired.ts";
import { type MadePolicy, withPolicies } from "../../test/in-force.ts";
import { atOnce } from "../../test/jobs.ts";
import type { CommandCtx, Member, Org, ReadCtx, StaffMember } from "../context.ts";
import type { Rating } from "@rubric/db/schema";
import { fillRounds, listRounds, openRound, openRoundsDue, showRaters } from "./index.ts";
import { quarterlyRule } from "./quarterly-rule.ts";
import { ratersRule } from "./raters-rule.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeEach(async () => {
  harness.setClock(null);
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

/** An engineer whom somebody manages, placed at senior unless told. */
async function engineer(
  manager: StaffMember = cast.approver,
  { placed = true, establishment = null }: { placed?: boolean; establishment?: string | null } = {},
): Promise<StaffMember> {
  const actor = await joinAs(harness, org, null, manager.memberId);
  await harness.within(org.id, async (tx) => {
    await tx
      .update(member)
      .set({ establishment })
      .where(and(eq(member.orgId, org.id), eq(member.id, actor.memberId)));
    if (!placed) return;
    await tx.insert(placement).values({
      orgId: org.id,
      id: newId(),
      memberId: actor.memberId,
      versionId: made.versionId,
      levelId: made.levelIds[1] ?? "",
      from: "2026-01-01",
      reason: "Hired.",
      createdAt: new Date(),
    });
  });
  return actor;
}

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const open = (by: Member = cast.admin, establishment: string | null = null) =>
  command(harness, org, by, "round.open", openRound, { establishment, dueOn: inDays(14) });
const list = (by: Member = cast.admin) =>
  query(harness, org, by, "round.list", (ctx: ReadCtx) => listRounds(ctx), {});
const fill = () => runDueAs(harness, org, "round.fill", fillRounds);
const reviews = () =>
  harness.within(org.id, (tx) => tx.select().from(review).where(eq(review.orgId, org.id)));

/** What the worker does at an instant, where policies are in force. */
async function dueOn(day: string, policies: readonly MadePolicy[]) {
  harness.setClock(new Date(`${day}T10:00:00Z`));
  const opened = await runDueAs(harness, org, "round.openDue", (ctx: CommandCtx) =>
    openRoundsDue(withPolicies(ctx, policies)),
  );
  harness.setClock(null);
  return opened;
}

describe("round.open", () => {
  it("opens a review for whoever has a manager and a level, and says who was passed over", async () => {
    const [one, busy] = [await engineer(), await engineer()];
    await engineer(cast.approver, { placed: false });
    await harness.within(org.id, (tx) =>
      tx.insert(review).values({
        orgId: org.id,
        id: newId(),
        memberId: busy.memberId,
        versionId: made.versionId,
        levelId: made.levelIds[1] ?? "",
        openedAt: new Date(),
        dueAt: new Date(Date.now() + 86_400_000),
        state: "open",
        outcome: "",
        answer: "",
      }),
    );
    await open();
    expect(await fill()).toBe(3);
    expect(await fill()).toBe(0);
    const rows = await reviews();
    expect(rows).toHaveLength(2);
    const fresh = rows.find(({ memberId }) => memberId === one.memberId);
    expect(fresh).toMatchObject({ openedBy: null, levelId: made.levelIds[1], state: "open" });
    const [round] = (await list()).rounds;
    expect(round).toMatchObject({
      filled: true,
      openedBy: "admin",
      counts: { open: 1, in: 0, closed: 0, cancelled: 0, reviewOpen: 1, notPlaced: 1 },
    });
    expect(JSON.stringify(await list())).not.toContain(one.memberId);
  });

  it("opens once a quarter, however many open it at once", async () => {
    await engineer();
    expect(await atOnce(4, () => open())).toEqual([
      "done",
      "ROUND_OPEN",
      "ROUND_OPEN",
      "ROUND_OPEN",
    ]);
    expect((await list()).establishments[0]?.open?.sentence).toContain("opened here already");
  });

  it("gives everyone one turn, however many workers open the reviews", async () => {
    for (let n = 0; n < 5; n += 1) await engineer();
    await open();
    const filled = await Promise.all([fill(), fill(), fill(), fill()]);
    expect(filled.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 5]);
    expect(await fill()).toBe(0);
    expect(await reviews()).toHaveLength(5);
  });

  it("keeps to its establishment, and gives who moved no second turn", async () => {
    const berlin = await engineer(cast.approver, { establishment: "DE-BE" });
    const elsewhere = await engineer();
    await open(cast.admin, "DE-BE");
    await fill();
    expect((await reviews()).map(({ memberId }) => memberId)).toEqual([berlin.memberId]);
    await harness.within(org.id, async (tx) => {
      await tx
        .update(review)
        .set({ state: "cancelled", closedAt: new Date() })
        .where(eq(review.orgId, org.id));
      await tx
        .update(member)
        .set({ establishment: null })
        .where(and(eq(member.orgId, org.id), eq(member.id, berlin.memberId)));
    });
    await open();
    await fill();
    const opened = (await reviews()).filter(({ state }) => state === "open");
    expect(opened.map(({ memberId }) => memberId)).toEqual([elsewhere.memberId]);
  });

  it("is an admin's, due on a day to come, and leaves one entry", async () => {
    expect(await refusal(open(cast.approver))).toBe("FORBIDDEN");
    expect(await refusal(list(cast.recruiter))).toBe("FORBIDDEN");
    const late = command(harness, org, cast.admin, "round.open", openRound, {
      establishment: null,
      dueOn: "2020-01-01",
    });
    expect(await refusal(late)).toBe("REVIEW_DUE");
    await open();
    expect((await auditTrail(harness, org.id)).map(({ action }) => action)).toEqual(["round.open"]);
  });
});

describe("round.openDue", () => {
  const each: MadePolicy = { rule: quarterlyRule, parameters: { each: true, dueDays: 10 } };

  it("opens when a quarter begins, once, and only where a policy says so", async () => {
    await engineer();
    expect(await dueOn("2026-10-01", [])).toBe(0);
    expect(await dueOn("2026-11-20", [each])).toBe(0);
    expect(await dueOn("2026-10-02", [each])).toBe(1);
    expect(await dueOn("2026-10-03", [each])).toBe(0);
    expect(await dueOn("2027-01-01", [each])).toBe(1);
    const rounds = await harness.within(org.id, (tx) =>
      tx.select().from(reviewRound).where(eq(reviewRound.orgId, org.id)),
    );
    expect(rounds.map(({ quarter }) => quarter).toSorted()).toEqual(["2026-Q4", "2027-Q1"]);
  });

  it("opens for the establishments that a policy names, and for no other", async () => {
    await engineer(cast.approver, { establishment: "DE-BE" });
    await engineer(cast.approver, { establishment: "US-CA" });
    await engineer();
    expect(await dueOn("2026-10-01", [{ ...each, segment: { region: "DE" } }])).toBe(1);
    expect((await list()).rounds.map(({ establishment }) => establishment)).toEqual(["DE-BE"]);
  });
});

/** A closed review in which both sides rated one competency. */
async function reviewed(by: StaffMember, self: Rating, manager: Rating, afterReading = false) {
  const whom = await engineer(by);
  await harness.within(org.id, async (tx) => {
    const reviewId = newId();
    await tx.insert(review).values({
      orgId: org.id,
      id: reviewId,
      memberId: whom.memberId,
      versionId: made.versionId,
      levelId: made.levelIds[1] ?? "",
      openedAt: new Date(),
      dueAt: new Date(),
      state: "closed",
      closedAt: new Date(),
      outcome: "",
      answer: "",
    });
    for (const [side, rating, authorId] of [
      ["self", self, whom.memberId],
      ["manager", manager, by.memberId],
    ] as const) {
      const partId = newId();
      await tx.insert(reviewPart).values({
        orgId: org.id,
        id: partId,
        reviewId,
        side,
        authorId,
        draftRevision: 0,
        submittedAt: new Date(),
        summary: "planted-in-a-review",
        afterReading: side === "manager" && afterReading,
      });
      await tx.insert(reviewRating).values({
        orgId: org.id,
        partId,
        competencyId: made.competencyIds[0] ?? "",
        rating,
        notAssessedReason: "",
        evidence: "planted-in-a-review",
      });
    }
  });
  return whom;
}

describe("round.showRaters", () => {
  const on: MadePolicy = { rule: ratersRule, parameters: { shown: true } };
  const raters = (by: Member, policies: readonly MadePolicy[] = [on]) =>
    query(
      harness,
      org,
      by,
      "round.showRaters",
      (ctx: ReadCtx) => showRaters(withPolicies(ctx, policies)),
      {},
    );
  const managers = () => [cast.approver, cast.manager, cast.substitute] as const;

  const inAQuarter = () => harness.setClock(new Date(Date.now() + 100 * 86_400_000));

  async function fifteen() {
    const [strict, fair, kind] = managers();
    for (let n = 0; n < 5; n += 1) {
      await reviewed(strict, "yes", n === 0 ? "no" : "mixed");
      await reviewed(fair, n === 0 ? "mixed" : "yes", "yes");
      await reviewed(kind, "mixed", n === 0 ? "mixed" : "yes");
    }
  }

  it("shows an admin figures without a name, and each manager their own alone", async () => {
    await fifteen();
    const [soon] = (await raters(cast.admin)).all ?? [];
    expect(soon).toMatchObject({ people: 0, pairs: 0, kappa: null, severities: [] });
    inAQuarter();
    const view = await raters(cast.admin);
    const [group] = view.all ?? [];
    expect(group).toMatchObject({ establishment: null, hidden: null, people: 15, pairs: 15 });
    const found = group?.severities.map(({ difference }) => difference) ?? [];
    // strict -1.2 against (1 + 4) / 10; fair 0.2 against (-6 + 4) / 10; kind 0.8 against (-6 + 1) / 10.
    expect(found).toEqual([-1.7, 0.4, 1.3]);
    const text = JSON.stringify(view);
    for (const one of Object.values(cast)) expect(text).not.toContain(one.memberId);
    expect(text).not.toContain("planted");
    expect(view.own).toEqual([]);
    const own = await raters(cast.approver);
    expect(own.all).toBeNull();
    expect(own.own).toEqual([
      expect.objectContaining({
        people: 5,
        severity: expect.objectContaining({ difference: -1.7 }),
      }),
    ]);
    expect(await raters(cast.engineer)).toEqual({ all: null, own: [] });
  });

  it("is off until an establishment switches it on, and silent below the least", async () => {
    const [strict, fair] = managers();
    for (let n = 0; n < 5; n += 1) {
      await reviewed(strict, "yes", "mixed");
      await reviewed(fair, "yes", "yes");
    }
    inAQuarter();
    const [off] = (await raters(cast.admin, [])).all ?? [];
    expect(off).toMatchObject({ people: 0, pairs: 0, kappa: null, severities: [] });
    expect(off?.hidden?.sentence).toContain("switched off");
    const [few] = (await raters(cast.admin)).all ?? [];
    expect(few).toMatchObject({ people: 0, pairs: 0, kappa: null, severities: [] });
    expect(few?.hidden?.sentence).toContain("Too few to say");
    expect((await raters(strict)).own[0]).toMatchObject({ people: 0, severity: null });
  });

  it("leaves out what was written after reading the other side", async () => {
    await fifteen();
    await reviewed(cast.approver, "yes", "definitely_not", true);
    inAQuarter();
    const [group] = (await raters(cast.admin)).all ?? [];
    expect(group).toMatchObject({ people: 15, pairs: 15 });
  });
});
