import { newId } from "@rubric/db";
import { application, interview, mail } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { makePlanned } from "../../test/interviews.ts";
import { makePost } from "../../test/posts.ts";
import { holdApplication } from "../application/hold.ts";
import { rejectApplication } from "../application/reject.ts";
import type { Actor, Org } from "../context.ts";
import { chooseTime } from "../interview/choose-time.ts";
import { proposeInterview } from "../interview/propose.ts";
import { askAdjustment, showOwn, withdrawOwn } from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast }, { openings: 3 });
  await makePost(harness, { org, cast }, made);
});

const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });
const see = (candidateId: string, of = org) =>
  query(harness, of, as(candidateId), "candidate.showOwn", showOwn, {});
const withdraw = (candidateId: string, applicationId: string, of = org) =>
  command(harness, of, as(candidateId), "candidate.withdraw", withdrawOwn, { applicationId });

const hold = (applicationId: string) =>
  command(harness, org, cast.recruiter, "application.hold", holdApplication, {
    applicationId,
    reason: "The budget is not settled.",
    nextWordAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  });
const propose = (interviewId: string) =>
  command(harness, org, cast.recruiter, "interview.propose", proposeInterview, {
    interviewId,
    times: [new Date(Date.now() + 2 * 86_400_000).toISOString()],
    minutes: 45,
    place: "Room 2",
    interviewers: [cast.second.memberId],
    shadows: [],
  });
async function answer(applicationId: string) {
  const answers = [{ key: "permit", text: "May you work?", answer: "No", eligibility: true }];
  await harness.within(org.id, (tx) =>
    tx.update(application).set({ answers }).where(eq(application.id, applicationId)),
  );
}
const reject = (applicationId: string) =>
  command(harness, org, cast.recruiter, "application.reject", rejectApplication, {
    applicationId,
    kind: "not_eligible",
    answerKey: "permit",
    otherApplicationId: null,
  });

describe("candidate.showOwn", () => {
  it("shows the line of steps and the interviews, and nothing that judges", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "loop",
    });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer], {
      state: "held",
    });
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.second], {
      startsAt: new Date(Date.now() + 86_400_000),
      shadows: [cast.third],
    });
    const view = await see(candidateId);
    const [own] = view.applications;
    expect(own?.steps.map((step) => [step.name, step.when])).toEqual([
      ["Application review", "done"],
      ["Screen", "done"],
      ["Loop", "now"],
      ["Offer", "to_come"],
    ]);
    expect(own?.interviews.map(({ name, state, people }) => [name, state, people])).toEqual([
      ["Screen", "held", ["interviewer"]],
      ["Security", "scheduled", ["second"]],
    ]);
    expect(own?.may).toMatchObject({ withdraw: null, ask: null, askAdjustment: null });
    expect(own?.may.askFeedback?.sentence).toMatch(/^Feedback can be asked for once/);
    expect(JSON.stringify(view)).not.toMatch(/scorecard|rating|recommendation|Question \d/i);
  });

  it("shows proposed times to choose from", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    const interviewId = newId();
    await harness.within(org.id, (tx) =>
      tx.insert(interview).values({
        orgId: org.id,
        id: interviewId,
        applicationId,
        stageId: made.stages.screen,
        planInterviewId: made.planInterviews.screen,
        state: "planned",
        place: "",
        focus: "",
        extra: false,
        sequence: 0,
        proposedTimes: [],
        createdAt: new Date(),
      }),
    );
    expect((await see(candidateId)).applications[0]?.interviews).toEqual([]);
    const times = [2, 3].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
    await command(harness, org, cast.recruiter, "interview.propose", proposeInterview, {
      interviewId,
      times,
      minutes: 45,
      place: "Video call",
      interviewers: [cast.interviewer.memberId],
      shadows: [],
    });
    expect((await see(candidateId)).applications[0]?.interviews).toMatchObject([
      { state: "proposed", proposedTimes: times, minutes: 45, may: { chooseTime: null } },
    ]);
  });

  it("tells of a rejection no earlier than its e-mail", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer], {
      startsAt: new Date(Date.now() + 86_400_000),
    });
    await answer(applicationId);
    await reject(applicationId);
    const [before] = (await see(candidateId)).applications;
    expect(before).toMatchObject({ state: "active", endedAt: null });
    expect(before?.interviews).toMatchObject([{ state: "scheduled" }]);
    expect(JSON.stringify(before)).not.toMatch(/reject|cancel/i);
    await harness.within(org.id, (tx) =>
      tx.update(mail).set({ state: "sent" }).where(eq(mail.recipientId, candidateId)),
    );
    const [after] = (await see(candidateId)).applications;
    expect(after).toMatchObject({ state: "rejected", nextWordAt: null });
    expect(after?.interviews).toMatchObject([{ state: "cancelled" }]);
    expect(after?.steps.map((step) => step.when)).toEqual(["done", "ended"]);
    expect(await refusal(withdraw(candidateId, applicationId))).toBe("APPLICATION_OVER");
  });

  it("looks as before, also on hold with a time to choose, and takes what a candidate may do", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "loop",
    });
    const asked = await makePlanned(harness, org, made, applicationId, "loopA");
    await propose(asked);
    await makeInterview(harness, org, made, applicationId, "loopB", [cast.interviewer], {
      startsAt: new Date(Date.now() + 86_400_000),
    });
    await hold(applicationId);
    await answer(applicationId);
    const before = await see(candidateId);
    await reject(applicationId);
    expect(await see(candidateId)).toEqual(before);
    const [proposed] = before.applications[0]?.interviews ?? [];
    const call = command(harness, org, as(candidateId), "interview.chooseTime", chooseTime, {
      interviewId: asked,
      startsAt: proposed?.proposedTimes[0] ?? "",
    });
    expect(await refusal(call)).toBe("INTERVIEW_TIME_NOT_PROPOSED");
    const words = { applicationId, asked: "Please no stairs." };
    await command(harness, org, as(candidateId), "candidate.askAdjustment", askAdjustment, words);
    const [own] = (await withdraw(candidateId, applicationId)).applications;
    expect(own?.state).toBe("withdrawn");
    const letters = await harness.within(org.id, (tx) =>
      tx.select().from(mail).where(eq(mail.subjectId, applicationId)),
    );
    const told = letters.filter((one) => one.recipient === "candidate");
    expect(told.map(({ template, state }) => ({ template, state }))).toEqual([
      { template: "application.onHold", state: "queued" },
      { template: "application.rejected", state: "taken_back" },
      { template: "application.withdrawn", state: "queued" },
    ]);
  });

  it("is for candidates alone, and each sees their own", async () => {
    const one = await makeApplication(harness, org, made);
    const two = await makeApplication(harness, org, made);
    const ids = (await see(one.candidateId)).applications.map((own) => own.id);
    expect(ids).toEqual([one.applicationId]);
    expect(await refusal(withdraw(two.candidateId, one.applicationId))).toBe("NOT_FOUND");
    for (const member of [cast.admin, cast.recruiter, cast.manager]) {
      const call = query(harness, org, member, "candidate.showOwn", showOwn, {});
      expect(await refusal(call)).toBe("FORBIDDEN");
    }
    const other = await makeOrg(harness);
    expect(await refusal(see(one.candidateId, other.org))).toBe("NOT_FOUND");
    expect(await refusal(withdraw(one.candidateId, one.applicationId, other.org))).toBe(
      "NOT_FOUND",
    );
  });
});
