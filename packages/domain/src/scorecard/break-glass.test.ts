import { auditDetail } from "@rubric/db/schema";
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
import { showDebrief } from "../debrief/show.ts";
import { breakTheGlass } from "./break-glass.ts";
import { listScorecards } from "./list.ts";
import { saveScorecardDraft } from "./save-draft.ts";
import { BreakGlassInput } from "./schemas.ts";
import { showScorecard } from "./show.ts";
import { submitScorecard } from "./submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const REASON = "The candidate complains about this interview.";

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function sealed() {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
  });
  const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
    cast.interviewer,
    cast.second,
  ]);
  const [first = "", second = ""] = scorecardIds;
  await submit(cast.interviewer, first);
  await command(harness, org, cast.second, "scorecard.saveDraft", saveScorecardDraft, {
    scorecardId: second,
    revision: 0,
    content: { ...fullContent(made), summary: "only a draft" },
  });
  return { applicationId, candidateId, first, second };
}

const submit = (actor: Member, scorecardId: string) =>
  command(harness, org, actor, "scorecard.submit", submitScorecard, {
    scorecardId,
    content: fullContent(made, "yes", "Explained the trade-off with figures."),
  });
const shatter = (actor: Member, applicationId: string) =>
  command(harness, org, actor, "scorecard.breakGlass", breakTheGlass, {
    applicationId,
    stageId: made.stages.loop,
    reason: REASON,
  });

describe("law 1: scorecard.breakGlass", () => {
  it("shows what was submitted, never a draft, and writes one audit entry with the reason", async () => {
    const { applicationId, first } = await sealed();
    const view = await shatter(cast.manager, applicationId);
    expect(view.scorecards.map((card) => card.id)).toEqual([first]);
    expect(JSON.stringify(view)).not.toContain("only a draft");
    expect(view.criteria.length).toBeGreaterThan(0);
    const [entry] = (await auditTrail(harness, org.id)).filter(
      (one) => one.action === "scorecard.breakGlass",
    );
    const [detail] = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(auditDetail)
        .where(and(eq(auditDetail.orgId, org.id), eq(auditDetail.entryId, entry?.id ?? ""))),
    );
    expect(detail).toMatchObject({
      sealedStageId: null,
      details: { after: { reason: REASON, stage: "Loop", scorecards: [first] } },
    });
  });

  it("leaves a line that stays on each scorecard that was read", async () => {
    const { applicationId, first, second } = await sealed();
    await shatter(cast.admin, applicationId);
    const own = await query(harness, org, cast.interviewer, "scorecard.show", showScorecard, {
      scorecardId: first,
    });
    expect(own.glassBroken).toMatchObject([{ by: "admin" }]);
    await submit(cast.second, second);
    const list = await query(harness, org, cast.manager, "scorecard.list", listScorecards, {
      applicationId,
    });
    const loop = list.stages.find((stage) => stage.stageId === made.stages.loop);
    expect(loop?.glassBroken).toMatchObject([{ by: "admin", reason: REASON }]);
    expect(loop?.scorecards.map((card) => [card.id, card.glassBroken.length])).toEqual([
      [first, 1],
      [second, 0],
    ]);
  });

  it("opens nothing afterwards: it is one look", async () => {
    const { applicationId } = await sealed();
    await shatter(cast.manager, applicationId);
    const list = await query(harness, org, cast.manager, "scorecard.list", listScorecards, {
      applicationId,
    });
    expect(list.stages.find((stage) => stage.stageId === made.stages.loop)).toMatchObject({
      scorecards: [],
      sealed: { sentence: "Sealed: 1 of 2 scorecards of this stage are in." },
    });
  });

  it("is for the admin and the hiring manager, and law 7 keeps the conflicted out", async () => {
    const { applicationId, candidateId } = await sealed();
    for (const other of [cast.recruiter, cast.coordinator, cast.second, cast.auditor]) {
      expect(await refusal(shatter(other, applicationId))).toBe("FORBIDDEN");
    }
    await makeRelation(harness, org, candidateId, cast.admin, "referral");
    expect(await refusal(shatter(cast.admin, applicationId))).toBe("CONFLICT_OF_INTEREST");
    const elsewhere = await makeOrg(harness);
    expect(
      await refusal(
        command(
          harness,
          elsewhere.org,
          elsewhere.cast.admin,
          "scorecard.breakGlass",
          breakTheGlass,
          {
            applicationId,
            stageId: made.stages.loop,
            reason: REASON,
          },
        ),
      ),
    ).toBe("NOT_FOUND");
  });

  it("refuses where nothing is sealed: open already, or nothing submitted", async () => {
    const { applicationId, second } = await sealed();
    await submit(cast.second, second);
    expect(await refusal(shatter(cast.manager, applicationId))).toBe("SEAL_NOT_BROKEN");
    const bare = await makeApplication(harness, org, made, { stage: "loop" });
    await makeInterview(harness, org, made, bare.applicationId, "loopA", [cast.second]);
    expect(await refusal(shatter(cast.manager, bare.applicationId))).toBe("NOTHING_SEALED");
  });

  it("asks for a reason of at least 20 characters", () => {
    const { applicationId } = { applicationId: made.jobId };
    const input = { applicationId, stageId: made.stages.loop };
    expect(BreakGlassInput.safeParse({ ...input, reason: "x".repeat(19) }).success).toBe(false);
    expect(BreakGlassInput.safeParse({ ...input, reason: "x".repeat(20) }).success).toBe(true);
  });
});

describe("the way in to scorecard.breakGlass", () => {
  const stageOf = async (actor: Member, applicationId: string) =>
    (
      await query(harness, org, actor, "application.show", showApplication, { applicationId })
    ).stages.find((one) => one.id === made.stages.loop);
  const debriefOf = async (actor: Member, applicationId: string) =>
    (
      await query(harness, org, actor, "debrief.show", showDebrief, {
        applicationId,
        stageId: made.stages.loop,
      })
    ).may.breakGlass;

  it("is open to the hiring manager of a sealed stage with something in, and to nobody else", async () => {
    const { applicationId } = await sealed();
    expect((await stageOf(cast.manager, applicationId))?.breakGlass).toEqual({ refused: null });
    expect((await stageOf(cast.recruiter, applicationId))?.breakGlass).toBeNull();
    expect((await stageOf(cast.second, applicationId))?.breakGlass).toBeNull();
    expect(await debriefOf(cast.manager, applicationId)).toBeNull();
    expect(await debriefOf(cast.recruiter, applicationId)).not.toBeNull();
  });

  it("is closed while nothing is in, and for who is related to the candidate", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.interviewer]);
    expect((await stageOf(cast.manager, applicationId))?.breakGlass).toBeNull();
    expect((await debriefOf(cast.manager, applicationId))?.sentence).toContain("Nobody");
    const other = await sealed();
    await makeRelation(harness, org, other.candidateId, cast.manager, "referral");
    const may = (await stageOf(cast.manager, other.applicationId))?.breakGlass;
    expect(may?.refused?.law).toBe(7);
  });
});
