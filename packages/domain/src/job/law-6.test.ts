import {
  application,
  applicationEvent,
  interview,
  planMove,
  scorecard,
  stage,
} from "@rubric/db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { atOnce, planContent, see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { showDebrief } from "../debrief/show.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { askToMovePinned } from "./ask-to-move-pinned.ts";
import { movePinned } from "./move-pinned.ts";
import type { PlanContent } from "./plan/schemas.ts";
import { savePlan } from "./save-plan.ts";
import { withdrawCriterion } from "./withdraw-criterion.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

async function adoptAnew(made: MadeJob, content: PlanContent = planContent(made)) {
  const saved = await command(harness, org, cast.manager, "job.savePlan", savePlan, {
    jobId: made.jobId,
    draftId: null,
    frameworkVersionId: made.versionId,
    plan: content,
  });
  return command(harness, org, cast.manager, "job.adoptPlan", adoptPlan, {
    jobId: made.jobId,
    draftId: saved.plans.draft?.id ?? "",
  });
}
const ask = (made: MadeJob, actor: Member = cast.manager) =>
  command(harness, org, actor, "job.askToMovePinned", askToMovePinned, {
    jobId: made.jobId,
    reason: "The old loop asked nothing about security.",
  });
const move = (made: MadeJob, actor: Member = cast.recruiter) =>
  command(harness, org, actor, "job.movePinned", movePinned, { jobId: made.jobId });
const withdraw = (made: MadeJob, criterionId: string, actor: Member = cast.manager) =>
  command(harness, org, actor, "job.withdrawCriterion", withdrawCriterion, {
    jobId: made.jobId,
    criterionId,
    reason: "It stands for age.",
  });
const rowOf = async (id: string) => {
  const [row] = await harness.within(org.id, (tx) =>
    tx.select().from(application).where(eq(application.id, id)),
  );
  return row;
};
const interviewsOf = (applicationId: string) =>
  harness.within(org.id, (tx) =>
    tx.select().from(interview).where(eq(interview.applicationId, applicationId)),
  );

describe("law 6: a pinned application stays with its plan", () => {
  it("is not moved by adopting another plan", async () => {
    const made = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    const before = await rowOf(applicationId);
    await adoptAnew(made);
    expect(await rowOf(applicationId)).toEqual(before);
  });

  it("does not lose to an adoption that runs at the same moment as its first interview stage", async () => {
    const made = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, made);
    const saved = await command(harness, org, cast.manager, "job.savePlan", savePlan, {
      jobId: made.jobId,
      draftId: null,
      frameworkVersionId: made.versionId,
      plan: planContent(made),
    });
    const pinning = harness.within(org.id, async (tx) => {
      await tx.select().from(application).where(eq(application.id, applicationId)).for("update");
      await new Promise((resolve) => setTimeout(resolve, 150));
      await tx
        .update(application)
        .set({ stageId: made.stages.screen, pinnedAt: new Date() })
        .where(eq(application.id, applicationId));
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await command(harness, org, cast.manager, "job.adoptPlan", adoptPlan, {
      jobId: made.jobId,
      draftId: saved.plans.draft?.id ?? "",
    });
    await pinning;
    expect(await rowOf(applicationId)).toMatchObject({
      planId: made.planId,
      stageId: made.stages.screen,
    });
  });
});

describe("law 6: to move the pinned ones is one command for all, with a reason and a second person", () => {
  it("moves all of them with what happened in their stages", async () => {
    const made = await makeJob(harness, { org, cast });
    const one = await makeApplication(harness, org, made, { stage: "screen" });
    const two = await makeApplication(harness, org, made, { stage: "loop" });
    const held = await makeInterview(harness, org, made, two.applicationId, "loopA", [
      cast.interviewer,
    ]);
    const open = await makeInterview(harness, org, made, two.applicationId, "loopB", [cast.second]);
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: held.scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    const adopted = await adoptAnew(made);
    expect(adopted.plans.pinned).toEqual([{ planNumber: 1, applications: 2 }]);
    expect(adopted.may.movePinned?.law).toBe(6);

    expect(await refusal(move(made))).toBe("MOVE_NOT_ASKED");
    expect((await ask(made)).plans.move?.askedBy.name).toBe("manager");
    expect(await refusal(ask(made))).toBe("MOVE_ASKED");
    expect(await refusal(move(made, cast.manager))).toBe("MOVE_SECOND_PERSON");
    const lost = Array.from({ length: 3 }, () => "MOVE_NOT_ASKED");
    expect(await atOnce(4, () => move(made))).toEqual(["done", ...lost]);

    const planId = adopted.plans.current?.id;
    expect(await rowOf(one.applicationId)).toMatchObject({ planId });
    const moved = await rowOf(two.applicationId);
    expect(moved).toMatchObject({ planId });
    const [loop] = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(stage)
        .where(eq(stage.id, moved?.stageId ?? "")),
    );
    expect(loop).toMatchObject({ key: "loop", planId });

    const interviews = await interviewsOf(two.applicationId);
    const stageIds = new Set(interviews.map((row) => row.stageId));
    expect([...stageIds]).toEqual([loop?.id]);
    const judged = interviews.find((row) => row.id === held.interviewId);
    expect(judged?.planInterviewId).toBe(made.planInterviews.loopA);
    const kits = adopted.plans.current?.stages.find((row) => row.key === "loop")?.interviews ?? [];
    const waiting = interviews.find((row) => row.id === open.interviewId);
    expect(waiting?.planInterviewId).toBe(kits[1]?.id);
    expect(
      interviews.filter((row) => row.state === "planned").map((row) => row.planInterviewId),
    ).toEqual([kits[2]?.id]);
    const cards = await harness.within(org.id, (tx) =>
      tx.select().from(scorecard).where(eq(scorecard.applicationId, two.applicationId)),
    );
    expect(cards.every((card) => card.stageId === loop?.id)).toBe(true);

    const debrief = await query(harness, org, cast.manager, "debrief.show", showDebrief, {
      applicationId: two.applicationId,
      stageId: null,
    });
    expect(debrief.sealed).not.toBeNull();
    await harness.within(org.id, (tx) =>
      tx
        .update(interview)
        .set({ state: "cancelled" })
        .where(
          and(eq(interview.applicationId, two.applicationId), ne(interview.id, held.interviewId)),
        ),
    );
    const opened = await query(harness, org, cast.manager, "debrief.show", showDebrief, {
      applicationId: two.applicationId,
      stageId: null,
    });
    expect(opened.rows.map((row) => [row.name, row.cells.length])).toEqual([
      ["business-rules", 1],
      ["security", 1],
      ["data-at-scale", 1],
    ]);

    const lines = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(applicationEvent)
        .where(
          and(
            eq(applicationEvent.kind, "application.plan_moved"),
            inArray(applicationEvent.applicationId, [one.applicationId, two.applicationId]),
          ),
        ),
    );
    const said = { plan: 2, text: "The old loop asked nothing about security." };
    expect(lines.map((line) => line.facts)).toEqual([said, said]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (entry) => entry.subjectId === made.jobId,
    );
    expect(entries.map((entry) => entry.action)).toEqual(["job.askToMovePinned", "job.movePinned"]);
    expect((await see(harness, org, cast.recruiter, made.jobId)).plans).toMatchObject({
      pinned: [],
      move: null,
    });
  });

  it("is refused while someone stands in a stage that the new plan does not have", async () => {
    const made = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const content = planContent(made);
    await adoptAnew(made, {
      ...content,
      stages: content.stages.filter((row) => row.key !== "screen"),
    });
    await ask(made);
    const before = await rowOf(applicationId);
    expect(await refusal(move(made))).toBe("MOVE_STAGE_GONE");
    expect(await rowOf(applicationId)).toEqual(before);
  });

  it("is asked for by the hiring manager alone, and only if there is anyone to move", async () => {
    const made = await makeJob(harness, { org, cast });
    await adoptAnew(made);
    expect(await refusal(ask(made))).toBe("MOVE_NEEDLESS");
    expect(await refusal(ask(made, cast.recruiter))).toBe("FORBIDDEN");
    for (const actor of [cast.admin, cast.otherRecruiter, cast.coordinator]) {
      expect(await refusal(move(made, actor))).toBe("FORBIDDEN");
    }
  });

  it("is dropped when another plan is adopted meanwhile", async () => {
    const made = await makeJob(harness, { org, cast });
    await makeApplication(harness, org, made, { stage: "screen" });
    await adoptAnew(made);
    await ask(made);
    await adoptAnew(made);
    expect(await refusal(move(made))).toBe("MOVE_NOT_ASKED");
    const moves = await harness.within(org.id, (tx) =>
      tx.select().from(planMove).where(eq(planMove.jobId, made.jobId)),
    );
    expect(moves.map((row) => row.state)).toEqual(["dropped"]);
  });
});

describe("law 6: a criterion that may not be used is withdrawn at once everywhere", () => {
  it("leaves every plan of the job, and cannot come back", async () => {
    const made = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
    ]);
    await adoptAnew(made);
    const view = await withdraw(made, made.criterionIds[0] ?? "");
    const marked = view.plans.current?.criteria.map((row) => [
      row.competencyKey,
      row.withdrawn?.reason,
    ]);
    expect(marked).toEqual([
      ["business-rules", "It stands for age."],
      ["security", undefined],
    ]);
    expect(await refusal(withdraw(made, made.criterionIds[0] ?? ""))).toBe("CRITERION_WITHDRAWN");
    expect(await refusal(adoptAnew(made))).toBe("PLAN_INVALID");

    const content = fullContent(made);
    const submit = (ratings: typeof content.ratings) =>
      command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
        scorecardId: scorecardIds[0] ?? "",
        content: { ...content, ratings },
      });
    expect(await refusal(submit(content.ratings))).toBe("BAD_INPUT");
    expect((await submit(content.ratings.slice(1))).state).toBe("submitted");
  });

  it("is for the job's leads, in their own job", async () => {
    const made = await makeJob(harness, { org, cast });
    const other = await makeJob(harness, { org, cast });
    expect(await refusal(withdraw(made, other.criterionIds[0] ?? ""))).toBe("NOT_FOUND");
    expect(await refusal(withdraw(made, made.criterionIds[0] ?? "", cast.admin))).toBe("FORBIDDEN");
  });
});
