import { type Connection, connect } from "@rubric/db";
import { adverseImpact, application, selfIdentification } from "@rubric/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asAttacker } from "../../test/forger.ts";
import { asking, makeEnded, place } from "../../test/fairness.ts";
import { type Cast, makeJob, type MadeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, memberActor, query, refusal, useHarness } from "../../test/harness.ts";
import type { Org, ReadCtx } from "../context.ts";
import { runCommand } from "../execution/index.ts";
import { reportFairness, showFairness } from "./index.ts";
import type { Outcome } from "./outcomes.ts";

const harness = useHarness();
let retention: Connection;
let org: Org;
let cast: Cast;
let made: MadeJob;
const inMay = new Date("2025-05-04T10:00:00.000Z");
const afterNewYear = new Date("2026-01-02T10:00:00.000Z");

beforeAll(() => {
  retention = connect(harness.database.retentionUrl, { max: 4 });
});
afterAll(() => retention.close());
beforeEach(async () => {
  harness.setClock(afterNewYear);
  ({ org, cast } = await makeOrg(harness, inMay));
  made = await makeJob(harness, { org, cast }, { at: inMay });
  await place(harness, org, made, ["US-CO"]);
});

/** What the worker's tick does, as the role that reads the answers; nothing made leaves no entry. */
async function report(at = afterNewYear, ask = asking): Promise<number> {
  harness.setClock(at);
  let made = 0;
  await runCommand(
    { ...harness.deps, db: retention.db },
    {
      org,
      origin: { ip: "", requestId: "tick", userAgent: "" },
      key: null,
      actor: async () => ({ kind: "system", job: "worker" }),
    },
    {
      permission: "fairness.report",
      subjectId: null,
      input: {},
      key: "none",
      audit: "one",
      parse: () => undefined,
    },
    async (ctx) => {
      made = await reportFairness(ask(ctx));
      if (made === 0) throw new Error("nothing due");
    },
  ).catch((error: unknown) => {
    if (!(error instanceof Error) || error.message !== "nothing due") throw error;
  });
  return made;
}

async function asRetention<T>(work: (tx: Connection["db"]) => Promise<T>): Promise<T> {
  return retention.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org', ${org.id}, true)`);
    return work(tx);
  });
}

/** People who ended so, of whom each said this of themself; null: nothing. */
async function ended(
  answer: string | null,
  counts: Partial<Record<Outcome, number>>,
  at = inMay,
  of = made,
) {
  const all = [];
  for (const outcome of ["review", "interview", "offer"] as const) {
    const people = await makeEnded(harness, org, of, { outcome, count: counts[outcome] ?? 0, at });
    all.push(...people);
  }
  if (answer === null || all.length === 0) return all;
  const rows = all.map(({ applicationId, candidateId }) => ({
    org_id: org.id,
    application_id: applicationId,
    candidate_id: candidateId,
    attribute: "gender",
    answer,
    answered_at: at,
  }));
  await asAttacker(harness, (db) => db`insert into self_identification ${db(rows)}`);
  return all;
}

const show = (actor = cast.auditor) =>
  query(harness, org, actor, "fairness.show", (ctx: ReadCtx) => showFairness(asking(ctx)), {});

/** A year in which women fared worse than men. */
async function unequalYear() {
  await ended("woman", { review: 30, interview: 15, offer: 5 });
  await ended("man", { review: 20, interview: 15, offer: 15 });
  await ended("non_binary", { review: 1, offer: 1 });
  await ended(null, { review: 9, interview: 9, offer: 9 });
}

describe("fairness.report", () => {
  it("counts a year by group, and shows rate, ratio, interval and exact test", async () => {
    await unequalYear();
    expect(await report()).toBe(1);
    const view = await show();
    expect(view).toMatchObject({ asking: true, nextAt: "2027-01-01T00:00:00.000Z" });
    const [table] = view.years[0]?.attributes[0]?.tables ?? [];
    expect(table).toMatchObject({ job: "Backend Engineer", depth: "all" });
    expect(table?.hidden).toEqual(["Non-binary", "No answer"]);
    expect(table?.steps.map((one) => one.step)).toEqual([
      "application_interview",
      "interview_offer",
      "application_offer",
    ]);
    const [women, men] = table?.steps[2]?.groups ?? [];
    expect(men).toMatchObject({ group: "Man", selected: 15, total: 50, rate: 0.3, against: null });
    expect(women).toMatchObject({ group: "Woman", selected: 5, total: 50, rate: 0.1 });
    expect(women?.against).toMatchObject({ group: "Man", belowFourFifths: true });
    expect(women?.against?.ratio).toBeCloseTo(1 / 3, 6);
    // By binomial coefficients as whole numbers.
    expect(women?.against?.p).toBeCloseTo(0.022835, 6);
    expect(women?.against?.differenceInterval.high).toBeLessThan(0);
  });

  it("makes a year once, however many workers, and leaves one audit entry that names nobody", async () => {
    await unequalYear();
    const outcomes = await Promise.all([report(), report(), report()]);
    expect(outcomes.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    const trail = await auditTrail(harness, org.id);
    expect(trail.map((one) => [one.action, one.subjectKind])).toEqual([
      ["fairness.report", "organization"],
    ]);
    expect(await report()).toBe(0);
  });

  it("leaves out who withdrew, who was rejected by no choice, and who ended in another year", async () => {
    await unequalYear();
    await report();
    const before = (await show()).years;
    ({ org, cast } = await makeOrg(harness, inMay));
    made = await makeJob(harness, { org, cast }, { at: inMay });
    await place(harness, org, made, ["US-CO"]);
    await unequalYear();
    await ended("woman", { offer: 30 }, new Date("2026-01-01T00:00:00.000Z"));
    for (const reason of ["duplicate", "no_answer", "filled_or_closed"]) {
      await makeEnded(harness, org, made, { outcome: "review", count: 9, at: inMay, reason });
    }
    const left = await ended("man", { review: 9 });
    await harness.within(org.id, (tx) =>
      tx
        .update(application)
        .set({ state: "withdrawn" })
        .where(
          and(
            eq(application.orgId, org.id),
            inArray(
              application.id,
              left.map((one) => one.applicationId),
            ),
          ),
        ),
    );
    await report();
    expect((await show()).years).toEqual(before);
  });

  it("says nothing where it is not asked, and makes no year without any answer", async () => {
    await ended(null, { review: 30, interview: 30, offer: 30 });
    expect(await report()).toBe(0);
    await unequalYear();
    expect(await report(afterNewYear, (ctx) => ctx)).toBe(0);
    expect((await show()).years).toEqual([]);
    await place(harness, org, made, ["DE-BE"]);
    expect(await report()).toBe(0);
    expect((await show()).asking).toBe(false);
  });

  it("says too few where they are", async () => {
    await ended("woman", { review: 4, interview: 4, offer: 4 });
    await ended("man", { review: 40, interview: 40, offer: 40 });
    expect(await report()).toBe(1);
    expect((await show()).years[0]?.attributes).toEqual([
      { attribute: "gender", title: "Gender", tables: [] },
    ]);
  });
});

describe("law 1: the figures are read by who decides nothing", () => {
  it("not by any other role, nor by an auditor who has another", async () => {
    const others = [cast.admin, cast.recruiter, cast.manager, cast.interviewer, cast.engineer];
    for (const actor of others) expect(await refusal(show(actor))).toBe("FORBIDDEN");
    const both = memberActor(cast.auditor.memberId, ["auditor", "interviewer"]);
    expect(await refusal(show(both))).toBe("FAIRNESS_DECIDER");
  });

  it("holds no number below the smallest one in what is stored", async () => {
    await unequalYear();
    await report();
    const [row] = await harness.within(org.id, (tx) =>
      tx.select().from(adverseImpact).where(eq(adverseImpact.orgId, org.id)),
    );
    const numbers = row?.tables.flatMap((one) => one.rows.flatMap((group) => group.counts)) ?? [];
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((one) => one < 5)).toEqual([]);
  });

  it("is not written by the API's role", async () => {
    const values = {
      orgId: org.id,
      year: 2020,
      least: 5,
      tables: [],
      attributes: [],
      madeAt: inMay,
    };
    const written = harness.within(org.id, (tx) => tx.insert(adverseImpact).values(values));
    await expect(written).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("law 10: what is shown of a year does not change when someone goes", () => {
  it("stays after answers were withdrawn, and counts nobody twice", async () => {
    await unequalYear();
    await report();
    const before = (await show()).years;
    await asRetention((tx) =>
      tx.update(application).set({ endedAt: afterNewYear }).where(eq(application.orgId, org.id)),
    );
    await asRetention((tx) =>
      tx
        .delete(selfIdentification)
        .where(and(eq(selfIdentification.orgId, org.id), eq(selfIdentification.answer, "man"))),
    );
    expect(await report(new Date("2027-01-02T10:00:00.000Z"))).toBe(0);
    expect((await show()).years).toEqual(before);
  });

  it("hides another organization's figures", async () => {
    await unequalYear();
    await report();
    const other = await makeOrg(harness);
    const view = await query(
      harness,
      other.org,
      other.cast.auditor,
      "fairness.show",
      showFairness,
      {},
    );
    expect(view).toMatchObject({ years: [], asking: false });
  });
});
