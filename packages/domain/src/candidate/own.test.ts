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
import { makePost } from "../../test/posts.ts";
import { rejectApplication } from "../application/reject.ts";
import type { Actor, Org } from "../context.ts";
import { proposeInterview } from "../interview/propose.ts";
import { showOwn, withdrawOwn } from "./index.ts";

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
    expect(own?.may).toEqual({ withdraw: null, askAdjustment: null });
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
    await harness.within(org.id, async (tx) => {
      const own = eq(application.id, applicationId);
      await tx
        .update(application)
        .set({ answers: [{ key: "permit", text: "May you work?", answer: "No" }] })
        .where(own);
    });
    await command(harness, org, cast.recruiter, "application.reject", rejectApplication, {
      applicationId,
      kind: "not_eligible",
      answerKey: "permit",
      otherApplicationId: null,
    });
    const [before] = (await see(candidateId)).applications;
    expect(before).toMatchObject({ state: "active", endedAt: null });
    expect(before?.nextWordAt).not.toBeNull();
    expect(before?.interviews).toMatchObject([{ state: "scheduled" }]);
    expect(JSON.stringify(before)).not.toMatch(/reject|cancel/i);
    expect(await refusal(withdraw(candidateId, applicationId))).toBe("WORD_ON_ITS_WAY");
    await harness.within(org.id, (tx) =>
      tx.update(mail).set({ state: "sent" }).where(eq(mail.recipientId, candidateId)),
    );
    const [after] = (await see(candidateId)).applications;
    expect(after).toMatchObject({ state: "rejected", nextWordAt: null });
    expect(after?.interviews).toMatchObject([{ state: "cancelled" }]);
    expect(after?.steps.map((step) => step.when)).toEqual(["done", "ended"]);
    expect(await refusal(withdraw(candidateId, applicationId))).toBe("APPLICATION_OVER");
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
