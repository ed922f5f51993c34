import { newId } from "@rubric/db";
import { question } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg, type MadeJob } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { planContent, see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { savePlan } from "../job/save-plan.ts";
import { restQuestion, wakeQuestion, withdrawQuestion } from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let asking: MadeJob;
let other: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  asking = await makeJob(harness, { org, cast });
  other = await makeJob(harness, { org, cast });
});

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const rest = (questionId: string, until = inDays(90), by: Member = cast.recruiter) =>
  command(harness, org, by, "question.rest", restQuestion, {
    questionId,
    until,
    reason: "Candidates write about it.",
  });
const wake = (questionId: string, by: Member = cast.recruiter) =>
  command(harness, org, by, "question.wake", wakeQuestion, { questionId });
const saveWith = async (made: MadeJob, questionId: string) => {
  const content = planContent(made);
  const stages = content.stages.map((stage) => ({
    ...stage,
    interviews: stage.interviews.map((one) => ({ ...one, questionIds: [questionId] })),
  }));
  const draft = (await see(harness, org, cast.manager, made.jobId)).plans.draft?.id ?? null;
  return command(harness, org, cast.manager, "job.savePlan", savePlan, {
    jobId: made.jobId,
    draftId: draft,
    frameworkVersionId: made.versionId,
    plan: { ...content, stages },
  });
};
const offered = async (made: MadeJob) =>
  (await see(harness, org, cast.manager, made.jobId)).questions.map((one) => one.id);

describe("question.rest and question.wake", () => {
  it("keep a question out of new kits, and leave the plan alone that asks it", async () => {
    const [id = ""] = asking.questionIds;
    const until = inDays(90);
    expect(await rest(id, until)).toMatchObject({
      resting: { until, reason: "Candidates write about it." },
      may: { wake: null },
    });
    expect(await offered(asking)).toContain(id);
    expect(await offered(other)).not.toContain(id);
    await saveWith(asking, id);
    expect(await refusal(saveWith(other, id))).toBe("PLAN_INVALID");
    expect(await refusal(rest(id))).toBe("QUESTION_RESTING");
    expect(await wake(id)).toMatchObject({ resting: null });
    expect(await offered(other)).toContain(id);
    await saveWith(other, id);
    const entries = (await auditTrail(harness, org.id)).filter((one) => one.subjectId === id);
    expect(entries.map((one) => one.action)).toEqual(["question.rest", "question.wake"]);
  });

  it("end by themselves on their day", async () => {
    const [, id = ""] = asking.questionIds;
    await rest(id, inDays(1));
    expect(await refusal(wake(newId()))).toBe("NOT_FOUND");
    harness.setClock(new Date(Date.now() + 86_400_000));
    expect(await offered(other)).toContain(id);
    expect(await refusal(wake(id))).toBe("QUESTION_AWAKE");
    expect(await rest(id, inDays(30))).toMatchObject({ resting: { until: inDays(30) } });
    harness.setClock(null);
  });

  it("are for who keeps the bank, and of no withdrawn or foreign question", async () => {
    const [, , id = ""] = asking.questionIds;
    expect(await refusal(rest(id, inDays(9), cast.interviewer))).toBe("FORBIDDEN");
    expect(await refusal(wake(id, cast.engineer))).toBe("FORBIDDEN");
    expect(await refusal(rest(id, inDays(0)))).toBe("REST_OVER");
    await command(harness, org, cast.manager, "question.withdraw", withdrawQuestion, {
      questionId: id,
      reason: "Asks about family plans.",
    });
    expect(await refusal(rest(id))).toBe("QUESTION_WITHDRAWN");
    const there = await makeOrg(harness);
    const call = command(harness, there.org, there.cast.manager, "question.rest", restQuestion, {
      questionId: id,
      until: inDays(9),
      reason: "Not ours.",
    });
    expect(await refusal(call)).toBe("NOT_FOUND");
  });

  it("let a question rest once, however many ask at once", async () => {
    const [id = ""] = other.questionIds;
    const done = await Promise.allSettled(Array.from({ length: 5 }, () => rest(id)));
    expect(done.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const [row] = await harness.within(org.id, (tx) =>
      tx.select().from(question).where(eq(question.id, id)),
    );
    expect(row?.restingUntil).toBe(inDays(90));
  });
});
