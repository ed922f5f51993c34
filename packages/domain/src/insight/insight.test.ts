import { member, prediction } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg, type MadeJob } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { daysAgo, makePastLoop } from "../../test/past-loops.ts";
import { setPolicy } from "../../test/policies.ts";
import { makeReviewedHire } from "../../test/reviewed-hires.ts";
import type { Member, Org } from "../context.ts";
import { listQuestionHealth, publishInsight, showInsight } from "./index.ts";
import { raterInsightRule } from "./raters-rule.ts";
import { reviewInsightRule } from "./reviews-rule.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  // The interviewer asks the question and rates; two others judge apart from them.
  for (let n = 0; n < 20; n += 1) {
    const good = n % 2 === 0;
    await makePastLoop(
      { harness, org, made },
      {
        raters: [
          { by: cast.interviewer, step: good ? 3 + (n % 4 === 0 ? 1 : 0) : 1 },
          { by: cast.second, step: good ? 4 : 0, notes: false },
          { by: cast.third, step: good ? 3 : 2, notes: false },
        ],
      },
    );
  }
});

const show = (by: Member) => query(harness, org, by, "insight.show", showInsight, {});
const list = (by: Member, more: { show?: "all" | "never" | "retire"; cursor?: string } = {}) =>
  query(harness, org, by, "insight.listQuestions", listQuestionHealth, {
    competencyKey: null,
    show: "all",
    order: "asked",
    ...more,
  });

describe("how questions do", () => {
  it("counts how often one was asked, and tells how far it sets candidates apart", async () => {
    const { questions, total } = await list(cast.recruiter);
    expect(total).toBe(3);
    const [first, second] = questions;
    expect(first).toMatchObject({
      id: made.questionIds[0],
      asked: 20,
      askedThisYear: 20,
      interviewers: 1,
      jobs: 1,
      ratings: { n: 20, steps: [0, 10, 0, 5, 5] },
      separation: { delta: 1, recommended: 10, against: 10, interval: { high: 1 } },
      suggestion: null,
    });
    expect(first?.separation?.interval.low).toBeGreaterThan(0.5);
    expect(second).toMatchObject({
      asked: 0,
      lastAsked: null,
      ratings: { n: 0, steps: null },
      separation: null,
    });
  });

  it("keeps only those that a filter names, and begins after the last one of a page", async () => {
    expect((await list(cast.manager, { show: "never" })).questions).toHaveLength(2);
    expect((await list(cast.manager, { show: "retire" })).questions).toEqual([]);
    const cursor = made.questionIds[0] ?? "";
    expect((await list(cast.manager, { cursor })).questions.map((one) => one.id)).not.toContain(
      cursor,
    );
  });

  it("is for who keeps the bank, and tells nothing of another organization", async () => {
    expect(await refusal(list(cast.interviewer))).toBe("FORBIDDEN");
    const other = await makeOrg(harness);
    const there = await query(
      harness,
      other.org,
      other.cast.recruiter,
      "insight.listQuestions",
      listQuestionHealth,
      { competencyKey: null, show: "all", order: "last" },
    );
    expect(there).toMatchObject({ questions: [], total: 0 });
  });
});

describe("how interviewers rate", () => {
  it("shows an interviewer their own figures and nobody else's", async () => {
    const view = await show(cast.interviewer);
    expect(view).toMatchObject({ raters: null, prediction: null });
    expect(view.mine).toMatchObject({ scorecards: 20, hours: { value: 2, n: 20 } });
    // Good ones 3.5 on average against 3.5, the others 1 against 1.
    expect(view.mine?.severity?.value).toBeCloseTo(0, 10);
    expect(view.mine?.agreement?.n).toBe(120);
    expect((await show(cast.engineer)).mine).toBeNull();
  });

  it("shows nobody's to others until a policy says so", async () => {
    expect((await show(cast.recruiter)).raters).toMatchObject({ shown: false, rows: [] });
    await setPolicy(
      { harness, org, cast },
      {
        rule: raterInsightRule.name,
        segment: { region: "DE", experiment: null, client: null, network: null },
        kind: "flow",
        parameters: { shown: true, scorecards: 15 },
      },
    );
    const { raters } = await show(cast.recruiter);
    expect(raters?.shown).toBe(true);
    expect(raters?.rows.map(({ name, figures }) => [name, figures.scorecards])).toEqual([
      ["interviewer", 20],
      ["second", 20],
      ["third", 20],
    ]);
    expect((await show(cast.second)).raters).toBeNull();
  });

  it("is for no auditor", async () => {
    expect(await refusal(show(cast.auditor))).toBe("FORBIDDEN");
  });
});

const RATINGS = ["no", "mixed", "yes", "strong_yes"] as const;
const SYSTEM = { kind: "system", job: "worker" } as const;

/** What the worker does each minute: a run that makes nothing is rolled back. */
async function publish(at: Date): Promise<number> {
  harness.setClock(at);
  try {
    return await command(
      harness,
      org,
      SYSTEM,
      "insight.publish",
      async (ctx) => {
        const made = await publishInsight(ctx);
        if (made === 0) throw new Nothing();
        return made;
      },
      {},
    );
  } catch (error) {
    if (error instanceof Nothing) return 0;
    throw error;
  } finally {
    harness.setClock(null);
  }
}
class Nothing extends Error {}

describe("whether interviews predict", () => {
  const hire = (n: number, reviewedAt: Date, more = {}) =>
    makeReviewedHire(
      { harness, org, made },
      {
        raters: [cast.second, cast.third],
        interview: n % 5,
        review: RATINGS[(n % 5) % 4] ?? "yes",
        manager: n % 3 === 0 ? cast.approver : cast.manager,
        reviewedAt,
        ...more,
      },
    );

  it("reads no review until a policy says so, then makes a quarter once", async () => {
    for (let n = 0; n < 12; n += 1) await hire(n, daysAgo(200));
    await hire(12, daysAgo(200), { afterReading: true });
    await hire(13, daysAgo(200), { cancelled: true });
    expect(await publish(new Date())).toBe(0);
    expect((await show(cast.recruiter)).prediction).toMatchObject({ shown: false, overall: null });
    await setPolicy(
      { harness, org, cast },
      {
        rule: reviewInsightRule.name,
        segment: { region: "DE", experiment: null, client: null, network: null },
        kind: "flow",
        parameters: { shown: true, people: 10 },
      },
    );
    const entries = (await auditTrail(harness, org.id)).length;
    expect(await publish(new Date())).toBe(1);
    expect(await publish(new Date())).toBe(0);
    const trail = await auditTrail(harness, org.id);
    expect(trail.slice(entries).map((one) => one.action)).toEqual(["insight.publish"]);
    const { prediction: shown } = await show(cast.admin);
    expect(shown).toMatchObject({ shown: true, overall: { people: 12 } });
    expect(shown?.competencies.map((one) => one.name).toSorted()).toEqual([
      "business-rules",
      "data-at-scale",
      "security",
    ]);
    expect(shown?.overall?.correlation).toBeGreaterThan(0);
  });

  it("holds no id of anybody, and no word", async () => {
    const rows = await harness.within(org.id, (tx) =>
      tx.select().from(prediction).where(eq(prediction.orgId, org.id)),
    );
    const people = await harness.within(org.id, (tx) => tx.select({ id: member.id }).from(member));
    const text = JSON.stringify(rows);
    for (const { id } of people) expect(text).not.toContain(id);
    expect(text).not.toContain("nobody else reads");
  });

  it("stays as it was when four join, and when one is erased", async () => {
    const before = (await show(cast.admin)).prediction?.overall;
    const joinedAt = new Date();
    const erased = await hire(14, daysAgo(200));
    for (let n = 0; n < 4; n += 1) await hire(n, joinedAt);
    await harness.within(org.id, (tx) =>
      tx
        .update(member)
        .set({ candidateId: null })
        .where(and(eq(member.orgId, org.id), eq(member.id, erased.memberId))),
    );
    const inHalfAYear = new Date(Date.now() + 190 * 86_400_000);
    expect(await publish(inHalfAYear)).toBe(1);
    expect((await show(cast.admin)).prediction?.overall).toEqual(before);
    await hire(4, joinedAt);
    expect(await publish(new Date(inHalfAYear.getTime() + 92 * 86_400_000))).toBe(1);
    expect((await show(cast.admin)).prediction?.overall).toMatchObject({ people: 17 });
  });

  it("is made once, however many workers come at once", async () => {
    const at = new Date(Date.now() + 500 * 86_400_000);
    const done = await Promise.all(Array.from({ length: 5 }, () => publish(at)));
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});
