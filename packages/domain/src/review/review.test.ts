import { auditDetail, member, review } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import {
  auditTrail,
  command,
  memberActor,
  query,
  refusal,
  useHarness,
} from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { listTeam, place, showLadder } from "../ladder/index.ts";
import { levelsOfVersion, publishedVersion } from "../ladder/access.ts";
import { showProgress } from "../progress/index.ts";
import { setManager } from "../organization/index.ts";
import {
  answerReview,
  cancelReview,
  closeReview,
  openReview,
  saveReviewDraft,
  showReview,
  submitReview,
} from "./index.ts";
import type { ReviewContent, ReviewView } from "./schemas.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let boss: Member;
let levels: { id: string; key: string; name: string }[];

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  await makeJob(harness, { org, cast });
  boss = cast.approver;
  levels = await harness.within(org.id, async (tx) => {
    const version = await publishedVersion({ read: tx, org }, null);
    return levelsOfVersion({ read: tx, org }, version?.versionId ?? "");
  });
});

const level = (key: string) => levels.find((one) => one.key === key)?.id ?? "";
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A new engineer of the organization, whom `boss` manages. */
async function newEngineer(name = "An Engineer"): Promise<Member> {
  const actor = memberActor(crypto.randomUUID(), ["engineer"], name);
  await harness.within(org.id, (tx) =>
    tx.insert(member).values({
      orgId: org.id,
      id: actor.memberId,
      name,
      email: `${actor.memberId}@${org.slug}.test`,
      title: "",
      roles: ["engineer"],
      state: "active",
      managerId: boss.memberId,
      createdAt: new Date(),
    }),
  );
  return actor;
}

const open = (by: Member, whom: Member, days = 14) =>
  command(harness, org, by, "review.open", openReview, {
    memberId: whom.memberId,
    levelId: level("senior"),
    dueOn: inDays(days),
  });
const show = (by: Member, { id }: { id: string }) =>
  query(harness, org, by, "review.show", showReview, { reviewId: id });
const save = (by: Member, { id }: { id: string }, revision: number, content: ReviewContent) =>
  command(harness, org, by, "review.saveDraft", saveReviewDraft, {
    reviewId: id,
    revision,
    content,
  });
const submit = (by: Member, view: ReviewView, evidence: string) =>
  command(harness, org, by, "review.submit", submitReview, {
    reviewId: view.id,
    content: content(view, evidence),
  });
const close = (by: Member, { id }: { id: string }) =>
  command(harness, org, by, "review.close", closeReview, { reviewId: id, outcome: "Two topics." });
const cancel = (by: Member, { id }: { id: string }) =>
  command(harness, org, by, "review.cancel", cancelReview, { reviewId: id, reason: "On leave." });
const answer = (by: Member, { id }: { id: string }) =>
  command(harness, org, by, "review.answer", answerReview, { reviewId: id, answer: "Agreed." });
const ladder = (by: Member, whom: Member) =>
  query(harness, org, by, "ladder.show", showLadder, {
    memberId: whom.memberId,
    levelId: level("senior"),
    region: null,
  });

function content(view: ReviewView, evidence: string): ReviewContent {
  return {
    ratings: view.rows.map(({ competencyId }) => ({
      competencyId,
      rating: "yes",
      notAssessedReason: "",
      evidence,
    })),
    summary: `In short: ${evidence}`,
  };
}

/** Says that the review was due yesterday. */
async function passDueDate({ id }: { id: string }) {
  const dueAt = new Date(Date.now() - 86_400_000);
  await harness.within(org.id, (tx) =>
    tx
      .update(review)
      .set({ dueAt })
      .where(and(eq(review.orgId, org.id), eq(review.id, id))),
  );
}

describe("law 1: a review is blind to both until both are in", () => {
  it("opens by the second side, and by nothing else", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    await submit(engineer, view, "planted-by-the-engineer");
    const sealed = await show(boss, view);
    expect(sealed.other).toEqual({ state: "submitted", submitted: null });
    expect(sealed.sealed?.law).toBe(1);
    expect(JSON.stringify([sealed, await ladder(boss, engineer)])).not.toContain("planted-by");
    const both = await submit(boss, view, "planted-by-the-manager");
    expect(both.other.submitted?.content.summary).toContain("planted-by-the-engineer");
    expect((await show(engineer, view)).other.submitted?.afterReading).toBe(false);
    expect(both.alone).toBeNull();
  });

  it("opens what is in when the due date has passed, and marks what comes after", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    await submit(boss, view, "alone-from-the-manager");
    await passDueDate(view);
    const alone = await show(engineer, view);
    expect(alone.alone).toBe("manager");
    expect(alone.other.submitted?.content.summary).toContain("alone-from-the-manager");
    const late = await submit(engineer, view, "late-from-the-engineer");
    expect(late.own.submitted?.afterReading).toBe(true);
    expect((await show(boss, view)).alone).toBeNull();
  });

  it("shows ratings on the ladder only as they may be read", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    await submit(engineer, view, "The cache of sessions.");
    const rated = async (by: Member) =>
      (await ladder(by, engineer)).rows.map((row) => row.self?.rating);
    expect(new Set(await rated(engineer))).toEqual(new Set(["yes"]));
    expect(new Set(await rated(boss))).toEqual(new Set([undefined]));
    await submit(boss, view, "The cache of sessions.");
    expect(new Set(await rated(boss))).toEqual(new Set(["yes"]));
    const { progress, rows } = await ladder(boss, engineer);
    expect(progress).toEqual({
      share: 0.75,
      assessed: rows.length,
      rows: rows.length,
      held: 0.75,
    });
  });

  it("hands its level on with each mark, so that only marks against the same one are joined", async () => {
    const engineer = await newEngineer();
    await submit(engineer, await open(boss, engineer), "The cache of sessions.");
    const { memberId } = engineer;
    const { points } = await query(harness, org, engineer, "progress.show", showProgress, {
      memberId,
    });
    const of = { id: level("senior"), version: 1 };
    expect(points).not.toEqual([]);
    for (const point of points) expect(point).toMatchObject({ by: "self", level: of, about: "" });
  });

  it("keeps a draft to its author", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    await save(engineer, view, 0, content(view, "draft-of-the-engineer"));
    expect(JSON.stringify(await show(boss, view))).not.toContain("draft-of-the-engineer");
    expect((await show(engineer, view)).own.draft?.revision).toBe(1);
    expect(await refusal(save(engineer, view, 0, content(view, "older")))).toBe("DRAFT_OUTDATED");
  });

  it("keeps a new manager from the draft of the one before, and that one from the review", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    await save(boss, view, 0, content(view, "draft-of-the-manager"));
    await command(harness, org, cast.admin, "organization.setManager", setManager, {
      memberId: engineer.memberId,
      managerId: cast.manager.memberId,
    });
    const seen = await show(cast.manager, view);
    expect(seen.own.draft).toEqual({ content: null, revision: 0, savedAt: null });
    expect(await refusal(show(boss, view))).toBe("NOT_FOUND");
    expect(await refusal(submit(boss, view, "No longer mine."))).toBe("NOT_FOUND");
  });
});

describe("law 12 and law 15: a review is its two people's", () => {
  it("is not there for anyone else, whatever their roles, and in no organization", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    const peer = await newEngineer("A Peer");
    const elsewhere = await makeOrg(harness);
    const strangers = [cast.admin, cast.recruiter, cast.manager, cast.auditor, cast.engineer, peer];
    for (const one of strangers) {
      expect(await refusal(show(one, view)), one.name).toBe("NOT_FOUND");
      expect(await refusal(submit(one, view, "Not mine.")), one.name).toBe("NOT_FOUND");
      expect(await refusal(ladder(one, engineer)), one.name).toBe("NOT_FOUND");
      expect(await refusal(open(one, engineer)), one.name).toBe("NOT_FOUND");
    }
    const foreign = query(harness, elsewhere.org, elsewhere.cast.admin, "review.show", showReview, {
      reviewId: view.id,
    });
    expect(await refusal(foreign)).toBe("NOT_FOUND");
  });

  it("lists to a manager whom they manage, and to others nobody", async () => {
    const engineer = await newEngineer("Somebody Managed");
    const list = async (by: Member) =>
      (await query(harness, org, by, "ladder.listTeam", listTeam, {})).people.map(({ id }) => id);
    expect(await list(boss)).toContain(engineer.memberId);
    expect(await list(cast.manager)).not.toContain(engineer.memberId);
    expect(await list(engineer)).toEqual([]);
  });

  it("lets each of the two do what is theirs", async () => {
    const engineer = await newEngineer();
    const view = await open(engineer, engineer);
    await submit(engineer, view, "The cache of sessions.");
    await submit(boss, view, "The cache of sessions.");
    expect(await refusal(close(engineer, view))).toBe("FORBIDDEN");
    expect(await refusal(cancel(engineer, view))).toBe("FORBIDDEN");
    expect(await refusal(answer(engineer, view))).toBe("REVIEW_NOT_CLOSED");
    expect((await close(boss, view)).outcome).toBe("Two topics.");
    expect(await refusal(answer(boss, view))).toBe("FORBIDDEN");
    expect((await answer(engineer, view)).answer).toBe("Agreed.");
    expect(await refusal(close(boss, view))).toBe("REVIEW_CLOSED");
  });
});

describe("a review", () => {
  it("is opened once however many open it at once", async () => {
    const engineer = await newEngineer();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        open(n % 2 === 0 ? boss : engineer, engineer).then(
          () => "opened",
          () => "refused",
        ),
      ),
    );
    expect(outcomes.filter((one) => one === "opened")).toHaveLength(1);
  });

  it("takes one side once, however often it is submitted at once", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        submit(engineer, view, `Version ${String(n)}.`).then(
          () => "in",
          () => "refused",
        ),
      ),
    );
    expect(outcomes.filter((one) => one === "in")).toHaveLength(1);
    const { own } = await show(engineer, view);
    expect(new Set(own.submitted?.content.ratings.map(({ evidence }) => evidence)).size).toBe(1);
  });

  it("refuses what is of no level, twice rated, or not of the level", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    const [first] = content(view, "Seen.").ratings;
    if (first === undefined) throw new Error("The level has no rows.");
    const send = (ratings: ReviewContent["ratings"]) =>
      command(harness, org, engineer, "review.submit", submitReview, {
        reviewId: view.id,
        content: { ratings, summary: "" },
      });
    expect(await refusal(send([first, first]))).toBe("NOT_FOUND");
    expect(await refusal(send([{ ...first, competencyId: crypto.randomUUID() }]))).toBe(
      "NOT_FOUND",
    );
    expect(await refusal(send([first]))).toBe("REVIEW_INCOMPLETE");
  });

  it("leaves entries in the trail without a word of it", async () => {
    const engineer = await newEngineer();
    const view = await open(boss, engineer);
    await submit(engineer, view, "planted-for-the-trail");
    await cancel(boss, view);
    const entries = (await auditTrail(harness, org.id)).filter((one) => one.subjectId === view.id);
    expect(entries.map(({ action }) => action)).toEqual([
      "review.open",
      "review.submit",
      "review.cancel",
    ]);
    const details = await harness.within(org.id, (tx) =>
      tx.select().from(auditDetail).where(eq(auditDetail.orgId, org.id)),
    );
    expect(JSON.stringify(details)).not.toMatch(/planted-for-the-trail|On leave/);
  });
});

describe("the ladder", () => {
  it("shows where one was placed, and what the next level expects", async () => {
    const engineer = await newEngineer();
    const placed = await command(harness, org, boss, "ladder.place", place, {
      memberId: engineer.memberId,
      levelId: level("engineer"),
      from: inDays(0),
      reason: "As agreed when they began.",
    });
    expect(placed.placed).toMatchObject({ levelId: level("engineer"), from: inDays(0) });
    expect(placed.against?.key).toBe("senior");
    expect(placed.rows.every(({ here, there }) => here !== null && here !== there)).toBe(true);
    const own = await query(harness, org, engineer, "ladder.show", showLadder, {
      memberId: engineer.memberId,
      levelId: null,
      region: null,
    });
    expect(own.may.place?.sentence).toBeTruthy();
    expect(own.may.openReview).toBeNull();
  });

  it("is placed by the manager alone", async () => {
    const engineer = await newEngineer();
    const own = command(harness, org, engineer, "ladder.place", place, {
      memberId: engineer.memberId,
      levelId: level("senior"),
      from: inDays(0),
      reason: "Because I say so.",
    });
    expect(await refusal(own)).toBe("FORBIDDEN");
  });

  it("needs a manager to be reviewed on", async () => {
    const engineer = await newEngineer();
    await command(harness, org, cast.admin, "organization.setManager", setManager, {
      memberId: engineer.memberId,
      managerId: null,
    });
    expect(await refusal(open(engineer, engineer))).toBe("REVIEW_ALONE");
    const rows = await harness.within(org.id, (tx) =>
      tx
        .select({ managerId: member.managerId })
        .from(member)
        .where(and(eq(member.orgId, org.id), eq(member.id, engineer.memberId))),
    );
    expect(rows).toEqual([{ managerId: null }]);
  });
});
