import { auditDetail, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "../../test/jobs.ts";
import {
  type Cast,
  fullContent,
  type MadeJob,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { type HiredOptions, joinAs, makeHired } from "../../test/hired.ts";
import { withPolicies } from "../../test/in-force.ts";
import type { Member, Org, ReadCtx } from "../context.ts";
import { correctScorecard } from "../scorecard/correct.ts";
import { strikeScorecard } from "../scorecard/strike.ts";
import {
  objectBaseline,
  openBaseline,
  shareBaseline,
  showBaseline,
  withdrawObjection,
} from "./index.ts";
import { baselineManagerRule } from "./manager-rule.ts";
import { baselineRatings, recordOfBaseline } from "./ratings.ts";
import type { Sight } from "./rules.ts";

const harness = useHarness();
const UNOPENED = "You have not looked at your baseline yet.";
const SEALED = "There is no baseline that you may read.";
const DAY = 86_400_000;
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

/** A hired engineer whom `approver` manages. */
async function hired(options: HiredOptions = {}) {
  const ids = await makeHired(harness, { org, cast, made }, options);
  const engineer = await joinAs(harness, org, ids.candidateId, cast.approver.memberId);
  return { ...ids, engineer, memberId: engineer.memberId };
}

const show = (by: Member, memberId: string) =>
  query(harness, org, by, "baseline.show", showBaseline, { memberId });
const open = (by: Member, memberId: string) =>
  command(harness, org, by, "baseline.open", openBaseline, { memberId });
const share = (by: Member, memberId: string, remark = "As I remember it.") =>
  command(harness, org, by, "baseline.share", shareBaseline, { memberId, remark });
const object = (by: Member, memberId: string) =>
  command(harness, org, by, "baseline.object", objectBaseline, {
    memberId,
    reason: "I was ill that day.",
  });
const withdraw = (by: Member, memberId: string) =>
  command(harness, org, by, "baseline.withdrawObjection", withdrawObjection, { memberId });
const ratings = (by: Member, memberId: string) =>
  query(harness, org, by, "baseline.show", (ctx: ReadCtx) => baselineRatings(ctx, memberId), {
    memberId,
  });
const record = (by: Member, memberId: string) =>
  query(harness, org, by, "baseline.show", (ctx: ReadCtx) => recordOfBaseline(ctx, memberId), {
    memberId,
  });

/** The page as the manager sees it where the policy lets them see so much, so many days later. */
function asManager(memberId: string, sees: Sight, days = 0) {
  harness.setClock(new Date(Date.now() + days * DAY));
  const seen = query(
    harness,
    org,
    cast.approver,
    "baseline.show",
    (ctx: ReadCtx, input: { memberId: string }) =>
      showBaseline(withPolicies(ctx, [{ rule: baselineManagerRule, parameters: { sees } }]), input),
    { memberId },
  );
  harness.setClock(null);
  return seen;
}

const words = (by: string) => `planted-in-a-baseline by ${by}`;

describe("law 12: a baseline is about one person", () => {
  it("withholds words that name another candidate of the job, and keeps the rating", async () => {
    await makeApplication(harness, org, made, { name: "Zora Quill" });
    const { engineer, memberId } = await hired({ words: () => "Stronger than Zora  QUILL." });
    await open(engineer, memberId);
    const { competencies } = await show(engineer, memberId);
    expect(competencies[0]?.ratings[0]?.rating).toBeDefined();
    const managers = await asManager(memberId, "ratings_and_evidence", 365);
    const taken = await record(engineer, memberId);
    for (const read of [competencies, managers.competencies, taken?.competencies]) {
      expect(JSON.stringify(read)).toContain("name another candidate");
      expect(JSON.stringify(read)).not.toMatch(/quill/i);
    }
  });
});

describe("law 10: a person sees their baseline before their manager", () => {
  it("shows nothing to anyone until the person opens it, then to the person alone", async () => {
    const { engineer, memberId } = await hired({ words });
    const before = await show(engineer, memberId);
    expect(before).toMatchObject({ none: null, sealed: { sentence: UNOPENED } });
    expect(before.competencies).toEqual([]);
    expect(before.notice?.text).toContain("first baseline");
    const managers = await asManager(memberId, "ratings_and_evidence", 365);
    expect(managers.competencies).toEqual([]);
    const opened = await open(engineer, memberId);
    expect(opened.competencies.map(({ key }) => key)).toEqual([
      "business-rules",
      "security",
      "data-at-scale",
    ]);
    expect(opened.competencies[0]?.ratings.map(({ rating, by }) => [rating, by])).toEqual(
      expect.arrayContaining([
        ["yes", "interviewer"],
        ["mixed", "hiring_manager"],
      ]),
    );
    expect(JSON.stringify(opened)).toContain("planted-in-a-baseline");
    expect(JSON.stringify(await asManager(memberId, "ratings_and_evidence", 6))).not.toContain(
      "planted",
    );
  });

  it.each<[Sight, number, boolean]>([
    ["nothing", 0, false],
    ["ratings", 3, false],
    ["ratings_and_evidence", 3, true],
  ])("lets the manager see %s once the days set aside are over", async (sees, n, evidence) => {
    const { engineer, memberId } = await hired({ words });
    await open(engineer, memberId);
    const seen = await asManager(memberId, sees, 7.1);
    expect(seen.competencies).toHaveLength(n);
    expect(JSON.stringify(seen).includes("planted-in-a-baseline")).toBe(evidence);
    expect(seen).toMatchObject({ notice: null, job: null, objection: null });
  });

  it("opens to the manager at once when the person lets it, with their remark", async () => {
    const { engineer, memberId } = await hired();
    expect(await refusal(share(engineer, memberId))).toBe("BASELINE_UNOPENED");
    await open(engineer, memberId);
    await share(engineer, memberId);
    const seen = await show(cast.approver, memberId);
    expect(seen.competencies).toHaveLength(3);
    expect(seen.competencies[0]?.ratings[0]?.evidence).toBeNull();
    expect(seen.remark).toBe("As I remember it.");
  });

  it("looks the same to a manager whether it is unopened, objected to, or not there", async () => {
    const unopened = await hired();
    const objected = await hired();
    await open(objected.engineer, objected.memberId);
    await share(objected.engineer, objected.memberId, "");
    await object(objected.engineer, objected.memberId);
    const never = await joinAs(harness, org, null, cast.approver.memberId);
    const seen = [];
    for (const { memberId } of [unopened, objected, never]) {
      const { member: _whose, ...view } = await show(cast.approver, memberId);
      seen.push(view);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[0]?.sealed?.sentence).toBe(SEALED);
  });

  it("ends for manager, plan and chart with an objection, and for the person with nothing", async () => {
    const { engineer, memberId } = await hired();
    await open(engineer, memberId);
    await share(engineer, memberId);
    expect(await ratings(cast.approver, memberId)).toHaveLength(6);
    const objected = await object(engineer, memberId);
    expect(objected.objection?.reason).toBe("I was ill that day.");
    expect(objected.competencies).toHaveLength(3);
    expect(await ratings(cast.approver, memberId)).toEqual([]);
    expect(await ratings(engineer, memberId)).toEqual([]);
    expect((await show(cast.approver, memberId)).competencies).toEqual([]);
    expect(await refusal(share(engineer, memberId))).toBe("BASELINE_OBJECTED");
    await withdraw(engineer, memberId);
    expect(await ratings(engineer, memberId)).toHaveLength(6);
    expect(await ratings(cast.approver, memberId)).toEqual([]);
    expect(await refusal(withdraw(engineer, memberId))).toBe("BASELINE_NOT_OBJECTED");
  });

  it("takes an objection before it was opened, and shows it to the person all the same", async () => {
    const { engineer, memberId } = await hired();
    await object(engineer, memberId);
    expect((await show(engineer, memberId)).sealed?.sentence).toBe(UNOPENED);
    expect((await open(engineer, memberId)).competencies).toHaveLength(3);
    expect((await asManager(memberId, "ratings", 30)).competencies).toEqual([]);
  });

  it("goes with the person once they opened it", async () => {
    const { engineer, memberId } = await hired({ words });
    expect(await record(engineer, memberId)).toBeNull();
    await open(engineer, memberId);
    await share(engineer, memberId);
    expect(JSON.stringify(await record(engineer, memberId))).toContain("planted-in-a-baseline");
  });
});

describe("law 10: only what was announced before the interview", () => {
  it.each<[string, HiredOptions, string]>([
    ["never told", { toldDaysAgo: null }, "no_notice"],
    ["told after the interview", { toldDaysAgo: 1 }, "no_notice"],
  ])("makes no baseline: %s", async (_, options, none) => {
    const { engineer, memberId } = await hired({ ...options, words });
    const view = await show(engineer, memberId);
    expect(view).toMatchObject({ none, competencies: [] });
    expect(await refusal(open(engineer, memberId))).toBe("BASELINE_EMPTY");
    expect(await ratings(engineer, memberId)).toEqual([]);
  });

  it("says why there is none where nobody was hired, or nothing was rated", async () => {
    const stranger = await joinAs(harness, org, null, cast.approver.memberId);
    expect((await show(stranger, stranger.memberId)).none).toBe("not_hired");
    const { engineer, memberId } = await hired({ raters: [], shadows: [cast.third] });
    expect((await show(engineer, memberId)).none).toBe("nothing_rated");
  });
});

describe("laws 1, 3 and 5: what a baseline is made of", () => {
  it("leaves out shadows, and names nobody", async () => {
    const { engineer, memberId } = await hired({
      shadows: [cast.third],
      words: () => "x".repeat(20),
    });
    const text = JSON.stringify(await open(engineer, memberId));
    for (const { memberId: id } of [cast.interviewer, cast.manager, cast.third]) {
      expect(text).not.toContain(id);
    }
    expect(text).not.toContain('"third"');
    expect(await ratings(engineer, memberId)).toHaveLength(6);
  });

  it("rests on the words from before a rater read another's", async () => {
    const { engineer, memberId, scorecardIds } = await hired({ words: () => "before-reading" });
    await command(harness, org, cast.manager, "scorecard.correct", correctScorecard, {
      scorecardId: scorecardIds[1] ?? "",
      reason: "I see it otherwise now.",
      content: fullContent(made, "no", "after-reading"),
    });
    const text = JSON.stringify(await open(engineer, memberId));
    expect(text).toContain("before-reading");
    expect(text).not.toContain("after-reading");
  });

  it("loses what is struck, also after it was opened", async () => {
    const { engineer, memberId, scorecardIds } = await hired({ words });
    await open(engineer, memberId);
    await command(harness, org, cast.admin, "scorecard.strike", strikeScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      why: "unlawful_content",
      reason: "It speaks of the candidate's family.",
    });
    const text = JSON.stringify(await show(engineer, memberId));
    expect(text).not.toContain("by interviewer");
    expect(text).toContain("by manager");
  });

  it("stays closed to a manager who owes a scorecard on them", async () => {
    const { engineer, memberId, applicationId } = await hired();
    await makeInterview(harness, org, made, applicationId, "loopB", [cast.approver], {
      state: "held",
    });
    await open(engineer, memberId);
    await share(engineer, memberId);
    const seen = await show(cast.approver, memberId);
    expect(seen).toMatchObject({ competencies: [], sealed: { sentence: SEALED } });
    expect(await ratings(cast.approver, memberId)).toEqual([]);
  });
});

describe("law 15: a baseline is its pair's alone", () => {
  it("is not there for anybody else, and written by the person alone", async () => {
    const { engineer, memberId } = await hired();
    for (const other of [cast.admin, cast.auditor, cast.manager, cast.recruiter, cast.engineer]) {
      expect(await refusal(show(other, memberId))).toBe("NOT_FOUND");
      expect(await refusal(open(other, memberId))).toBe("NOT_FOUND");
    }
    expect(await refusal(open(cast.approver, memberId))).toBe("FORBIDDEN");
    await open(engineer, memberId);
    expect(await refusal(share(cast.approver, memberId))).toBe("FORBIDDEN");
    expect(await refusal(object(cast.approver, memberId))).toBe("FORBIDDEN");
  });

  it("is lost to who managed them before", async () => {
    const { engineer, memberId } = await hired();
    await open(engineer, memberId);
    await share(engineer, memberId);
    await harness.within(org.id, (tx) =>
      tx
        .update(member)
        .set({ managerId: cast.substitute.memberId })
        .where(and(eq(member.orgId, org.id), eq(member.id, memberId))),
    );
    expect(await refusal(show(cast.approver, memberId))).toBe("NOT_FOUND");
    expect((await show(cast.substitute, memberId)).competencies).toHaveLength(3);
  });
});

describe("law 13: what is done with a baseline is in the trail, without a word of it", () => {
  it("has one entry each, and of N openings at once one", async () => {
    const { engineer, memberId } = await hired({ words });
    const from = (await auditTrail(harness, org.id)).length;
    expect(await atOnce(4, () => open(engineer, memberId))).toEqual([
      "done",
      "BASELINE_OPENED",
      "BASELINE_OPENED",
      "BASELINE_OPENED",
    ]);
    await share(engineer, memberId, "planted-remark");
    await object(engineer, memberId);
    await withdraw(engineer, memberId);
    const trail = (await auditTrail(harness, org.id)).slice(from);
    expect(trail.map(({ action }) => action)).toEqual([
      "baseline.open",
      "baseline.share",
      "baseline.object",
      "baseline.withdrawObjection",
    ]);
    const details = await harness.within(org.id, (tx) =>
      tx.select().from(auditDetail).where(eq(auditDetail.orgId, org.id)),
    );
    expect(JSON.stringify(details)).not.toMatch(/planted-remark|I was ill that day/);
  });
});
