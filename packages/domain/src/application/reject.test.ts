import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  applicationsOf,
  closeOpenings,
  readApplication,
  setApplication,
  setJob,
} from "../../test/applications.ts";
import { makeOffer, makeOfferable } from "../../test/deciding.ts";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout, makePlanned, readScorecards, setInterview } from "../../test/interviews.ts";
import type { Member, Org } from "../context.ts";
import { submitScorecard } from "../scorecard/submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

describe("law 4: an administrative rejection is checked against its fact", () => {
  it("not eligible: an answer to what the post says decides eligibility, never another one", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const answers = [
      { key: "why", text: "Why us?", answer: "The pay.", eligibility: false },
      { key: "old", text: "Of a post from before", answer: "No" },
      { key: "permit", text: "May you work in Germany?", answer: "No", eligibility: true },
    ];
    await setApplication({ harness, org }, applicationId, { answers });
    const reject = (answerKey?: string) =>
      on().reject(
        cast.recruiter,
        applicationId,
        "not_eligible",
        answerKey === undefined ? {} : { answerKey },
      );
    expect(await refusal(reject())).toBe("REJECTION_UNFOUNDED");
    for (const key of ["other", "why", "old"]) {
      expect(await refusal(reject(key))).toBe("REJECTION_UNFOUNDED");
    }
    expect((await reject("permit")).endedFor).toBe("not_eligible");
  });

  it("duplicate: another application of the same person that goes on", async () => {
    const job = await makeJob(harness, { org, cast });
    const named = { name: "Dana Double" };
    const one = await makeApplication(harness, org, job, named);
    const two = await makeApplication(harness, org, job, named);
    const stranger = await makeApplication(harness, org, job, { name: "Someone Else" });
    const elsewhere = await makeApplication(harness, org, made, named);
    for (const other of [stranger, elsewhere, two]) {
      const call = on().reject(cast.recruiter, two.applicationId, "duplicate", {
        otherApplicationId: other.applicationId,
      });
      expect(await refusal(call)).toBe("REJECTION_UNFOUNDED");
    }
    await on().reject(cast.recruiter, two.applicationId, "duplicate", {
      otherApplicationId: one.applicationId,
    });
    const back = on().reject(cast.recruiter, one.applicationId, "duplicate", {
      otherApplicationId: two.applicationId,
    });
    expect(await refusal(back)).toBe("REJECTION_UNFOUNDED");
  });

  it("no answer: every proposed time has passed", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const id = await makePlanned(harness, org, made, applicationId, "screen");
    const reject = () => on().reject(cast.recruiter, applicationId, "no_answer");
    expect(await refusal(reject())).toBe("REJECTION_UNFOUNDED");
    await setInterview(harness, org, id, {
      state: "proposed",
      proposedTimes: [yesterday(), tomorrow()],
    });
    expect(await refusal(reject())).toBe("REJECTION_UNFOUNDED");
    await setInterview(harness, org, id, { proposedTimes: [yesterday()] });
    expect((await reject()).state).toBe("rejected");
  });

  it("no answer: the candidate missed an interview, the interviewer does not count", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const id = await makePlanned(harness, org, made, applicationId, "screen");
    await setInterview(harness, org, id, { state: "absent", absentSide: "interviewer" });
    const reject = () => on().reject(cast.recruiter, applicationId, "no_answer");
    expect(await refusal(reject())).toBe("REJECTION_UNFOUNDED");
    await setInterview(harness, org, id, { absentSide: "candidate" });
    expect((await reject()).state).toBe("rejected");
  });

  it("no answer: not once they came to the repeated interview", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const missed = await makePlanned(harness, org, made, applicationId, "screen");
    await setInterview(harness, org, missed, {
      state: "absent",
      absentSide: "candidate",
      startsAt: new Date(yesterday()),
    });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
    ]);
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    const reject = on().reject(cast.recruiter, applicationId, "no_answer");
    expect(await refusal(reject)).toBe("REJECTION_UNFOUNDED");
  });

  it("filled or closed: no seat is left, or the job is closed", async () => {
    const job = await makeJob(harness, { org, cast });
    const one = await makeApplication(harness, org, job);
    const two = await makeApplication(harness, org, job);
    const reject = (id: string) => on().reject(cast.recruiter, id);
    expect(await refusal(reject(one.applicationId))).toBe("REJECTION_UNFOUNDED");
    await setJob({ harness, org }, job.jobId, { state: "closed" });
    expect((await reject(one.applicationId)).state).toBe("rejected");
    await setJob({ harness, org }, job.jobId, { state: "open" });
    await closeOpenings({ harness, org, made: job });
    expect((await reject(two.applicationId)).state).toBe("rejected");
  });

  it("shows the same refusals before anyone tries", async () => {
    const job = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, job);
    await closeOpenings({ harness, org, made: job });
    const view = await on().show(cast.recruiter, applicationId);
    expect(view.rejections.map(({ kind, refused }) => [kind, refused?.law ?? null])).toEqual([
      ["not_eligible", 4],
      ["duplicate", 4],
      ["no_answer", 4],
      ["filled_or_closed", null],
    ]);
  });

  it("is refused while an offer is out", async () => {
    const world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
    const { applicationId } = await makeOfferable(world);
    await makeOffer(world, applicationId, "sent");
    await setJob({ harness, org }, world.made.jobId, { state: "closed" });
    expect(await refusal(on().reject(cast.recruiter, applicationId))).toBe("OFFER_OUT");
  });
});

describe("law 7: who declared a relation neither rejects nor takes a rejection back", () => {
  it("leaves both to the substitute, and holding and withdrawing to the recruiter", async () => {
    const job = await makeJob(harness, { org, cast });
    await closeOpenings({ harness, org, made: job });
    const { applicationId, candidateId } = await makeApplication(harness, org, job);
    await makeRelation(harness, org, candidateId, cast.recruiter, "relation");
    expect((await on().show(cast.recruiter, applicationId)).may.reject?.refused?.law).toBe(7);
    const reject = (by: Member) => on().reject(by, applicationId);
    const takeBack = (by: Member) => on().takeBack(by, applicationId);
    expect(await refusal(reject(cast.recruiter))).toBe("CONFLICT_OF_INTEREST");
    await reject(cast.substitute);
    expect(await refusal(takeBack(cast.recruiter))).toBe("CONFLICT_OF_INTEREST");
    await takeBack(cast.substitute);
    await on().hold(cast.recruiter, applicationId);
    expect((await on().withdraw(cast.recruiter, applicationId)).state).toBe("withdrawn");
  });
});

describe("application.reject", () => {
  it("cancels what was to come, tells the candidate later, and the interviewers now", async () => {
    const job = await makeJob(harness, { org, cast });
    await closeOpenings({ harness, org, made: job });
    const { applicationId, candidateId } = await makeApplication(harness, org, job, {
      stage: "screen",
    });
    const { interviewId } = await makeInterview(
      harness,
      org,
      job,
      applicationId,
      "screen",
      [cast.interviewer],
      { startsAt: new Date(Date.now() + 86_400_000) },
    );
    const view = await on().reject(cast.recruiter, applicationId);
    const { interviews } = await readApplication({ harness, org }, applicationId);
    expect(interviews).toMatchObject([{ state: "cancelled", sequence: 1 }]);
    expect(await readScorecards(harness, org, interviewId)).toMatchObject([{ state: "void" }]);
    expect(await mailsAbout(harness, org, interviewId)).toEqual([
      {
        template: "interview.cancelled",
        recipient: "member",
        recipientId: cast.interviewer.memberId,
      },
      { template: "interview.cancelled", recipient: "candidate", recipientId: candidateId },
    ]);
    const letters = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(mail)
        .where(and(eq(mail.orgId, org.id), eq(mail.recipientId, candidateId))),
    );
    const minutes = letters.map((one) =>
      Math.round((one.sendAfter.getTime() - one.createdAt.getTime()) / 60_000),
    );
    expect(minutes).toEqual([60, 60]);
    expect(view.mailLeavesAt).toBe(letters[0]?.sendAfter.toISOString());
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === applicationId,
    );
    expect(entries.map((one) => one.action)).toEqual(["application.reject"]);
  });

  it("leaves an interview that has begun, and its scorecards owed", async () => {
    const job = await makeJob(harness, { org, cast });
    await closeOpenings({ harness, org, made: job });
    const { applicationId } = await makeApplication(harness, org, job, { stage: "screen" });
    const { interviewId } = await makeInterview(harness, org, job, applicationId, "screen", [
      cast.interviewer,
    ]);
    await on().reject(cast.recruiter, applicationId);
    const { interviews } = await readApplication({ harness, org }, applicationId);
    expect(interviews).toMatchObject([{ state: "scheduled" }]);
    expect(await readScorecards(harness, org, interviewId)).toMatchObject([{ state: "assigned" }]);
  });

  it("is for those who lead the job, and hidden from another organization", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    for (const by of [cast.admin, cast.otherRecruiter, cast.coordinator, cast.interviewer]) {
      expect(await refusal(on().reject(by, applicationId))).toBe("FORBIDDEN");
    }
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    expect(await refusal(elsewhere.reject(there.cast.recruiter, applicationId))).toBe("NOT_FOUND");
  });
});
