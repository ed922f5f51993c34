import { applicationStage } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  fullContent,
  type MadeJob,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { showApplication } from "../application/show.ts";
import type { Member, Org } from "../context.ts";
import { excuseScorecard } from "./excuse.ts";
import { resumeScorecard } from "./resume.ts";
import { saveScorecardDraft } from "./save-draft.ts";
import { showScorecard } from "./show.ts";
import { submitScorecard } from "./submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function held(people: readonly Member[] = [cast.interviewer, cast.second]) {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
  });
  const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", people, {
    state: "held",
  });
  return { applicationId, candidateId, scorecardId: scorecardIds[0] ?? "", scorecardIds };
}

const excuse = (actor: Member, scorecardId: string) =>
  command(harness, org, actor, "scorecard.excuse", excuseScorecard, {
    scorecardId,
    why: "ill",
    reason: "Fell ill right after it.",
  });
const resume = (actor: Member, scorecardId: string) =>
  command(harness, org, actor, "scorecard.resume", resumeScorecard, { scorecardId });
const save = (scorecardId: string, revision: number) =>
  command(harness, org, cast.interviewer, "scorecard.saveDraft", saveScorecardDraft, {
    scorecardId,
    revision,
    content: { ...fullContent(made), summary: `draft ${revision}` },
  });
const submit = (actor: Member, scorecardId = "") =>
  command(harness, org, actor, "scorecard.submit", submitScorecard, {
    scorecardId,
    content: fullContent(made),
  });
const show = (scorecardId: string) =>
  query(harness, org, cast.interviewer, "scorecard.show", showScorecard, { scorecardId });

describe("law 4: scorecard.excuse", () => {
  it("lowers what the quorum needs, says why, and writes one audit entry", async () => {
    const { scorecardId, scorecardIds } = await held();
    await submit(cast.second, scorecardIds[1]);
    const view = await excuse(cast.recruiter, scorecardId);
    expect(view).toEqual({
      scorecardId,
      state: "excused",
      reason: "Ill: Fell ill right after it.",
      quorum: { needed: 1, counted: 1, met: true },
    });
    const entries = (await auditTrail(harness, org.id)).filter((e) => e.subjectId === scorecardId);
    expect(entries.map((e) => e.action)).toEqual(["scorecard.excuse"]);
  });

  it("is for the recruiter and the hiring manager, never for oneself", async () => {
    const { scorecardId } = await held();
    for (const other of [cast.admin, cast.coordinator, cast.interviewer, cast.otherRecruiter]) {
      expect(await refusal(excuse(other, scorecardId))).toBe("FORBIDDEN");
    }
    const own = await held([cast.recruiter]);
    expect(await refusal(excuse(cast.recruiter, own.scorecardId))).toBe("EXCUSE_OWN");
    expect(await excuse(cast.manager, own.scorecardId)).toMatchObject({ state: "excused" });
  });

  it("refuses before the interview was held, and who is conflicted (law 7)", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "loop",
    });
    const coming = await makeInterview(
      harness,
      org,
      made,
      applicationId,
      "loopA",
      [cast.interviewer],
      { startsAt: new Date(Date.now() + 3_600_000) },
    );
    expect(await refusal(excuse(cast.manager, coming.scorecardIds[0] ?? ""))).toBe(
      "INTERVIEW_NOT_HELD",
    );
    const { scorecardIds } = await makeInterview(
      harness,
      org,
      made,
      applicationId,
      "loopB",
      [cast.interviewer],
      { state: "held" },
    );
    await makeRelation(harness, org, candidateId, cast.manager, "relation");
    expect(await refusal(excuse(cast.manager, scorecardIds[0] ?? ""))).toBe("CONFLICT_OF_INTEREST");
  });

  it("hides another organization's scorecard", async () => {
    const { scorecardId } = await held();
    const other = await makeOrg(harness);
    expect(
      await refusal(
        command(harness, other.org, other.cast.manager, "scorecard.excuse", excuseScorecard, {
          scorecardId,
          why: "ill",
          reason: "No.",
        }),
      ),
    ).toBe("NOT_FOUND");
  });

  it("an excused author goes on only by asking to, and only while the stage is undecided", async () => {
    const { scorecardId, applicationId } = await held();
    await save(scorecardId, 0);
    await excuse(cast.manager, scorecardId);
    expect(await refusal(save(scorecardId, 1))).toBe("SCORECARD_EXCUSED");
    expect(await refusal(submit(cast.interviewer, scorecardId))).toBe("SCORECARD_LOCKED");
    expect(await show(scorecardId)).toMatchObject({
      state: "excused",
      excused: "Ill: Fell ill right after it.",
      draft: { summary: "draft 0" },
    });
    for (const other of [cast.manager, cast.recruiter, cast.second, cast.admin]) {
      expect(await refusal(resume(other, scorecardId))).toBe("FORBIDDEN");
    }
    expect(await resume(cast.interviewer, scorecardId)).toEqual({ scorecardId, state: "draft" });
    expect(await refusal(resume(cast.interviewer, scorecardId))).toBe("SCORECARD_NOT_EXCUSED");
    expect(await show(scorecardId)).toMatchObject({
      state: "draft",
      excused: null,
      draft: { summary: "draft 0" },
    });
    expect(await save(scorecardId, 1)).toMatchObject({ revision: 2 });
    await excuse(cast.manager, scorecardId);
    await harness.within(org.id, (tx) =>
      tx
        .update(applicationStage)
        .set({ decidedAt: new Date() })
        .where(
          and(
            eq(applicationStage.orgId, org.id),
            eq(applicationStage.applicationId, applicationId),
            eq(applicationStage.stageId, made.stages.loop),
          ),
        ),
    );
    expect(await refusal(resume(cast.interviewer, scorecardId))).toBe("STAGE_DECIDED");
  });

  it("law 13: going on leaves one audit entry and a line, typing on leaves none", async () => {
    const { scorecardId, applicationId } = await held();
    await save(scorecardId, 0);
    await excuse(cast.manager, scorecardId);
    await resume(cast.interviewer, scorecardId);
    await save(scorecardId, 1);
    const entries = (await auditTrail(harness, org.id)).filter((e) => e.subjectId === scorecardId);
    expect(entries.map((e) => e.action)).toEqual(["scorecard.excuse", "scorecard.resume"]);
    const { timeline } = await query(
      harness,
      org,
      cast.manager,
      "application.show",
      showApplication,
      { applicationId },
    );
    expect(timeline.map(({ kind, by, facts }) => ({ kind, by, name: facts["name"] }))).toEqual([
      { kind: "scorecard.excused", by: "manager", name: "interviewer" },
      { kind: "scorecard.resumed", by: "interviewer", name: "interviewer" },
    ]);
  });

  it("of two who go on at once one does, and hides another organization's scorecard", async () => {
    const { scorecardId } = await held();
    await excuse(cast.manager, scorecardId);
    const outcomes = await Promise.allSettled([
      resume(cast.interviewer, scorecardId),
      resume(cast.interviewer, scorecardId),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const other = await makeOrg(harness);
    const theirs = command(
      harness,
      other.org,
      other.cast.interviewer,
      "scorecard.resume",
      resumeScorecard,
      { scorecardId },
    );
    expect(await refusal(theirs)).toBe("NOT_FOUND");
  });

  it("submit and excuse at once: exactly one wins", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { scorecardId } = await held();
      const outcomes = await Promise.allSettled([
        submit(cast.interviewer, scorecardId),
        excuse(cast.recruiter, scorecardId),
        excuse(cast.manager, scorecardId),
      ]);
      expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
      const entries = (await auditTrail(harness, org.id)).filter(
        (e) => e.subjectId === scorecardId,
      );
      expect(entries).toHaveLength(1);
    }
  });
});
