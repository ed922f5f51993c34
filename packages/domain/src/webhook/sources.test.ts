import { newId } from "@rubric/db";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, closeOpenings, setJob } from "../../test/applications.ts";
import {
  acceptAs,
  decideAs,
  decision,
  holdDebrief,
  makeOffer,
  makeOfferable,
  makeRatedLoop,
  settleAll,
  type World,
} from "../../test/deciding.ts";
import { makeApplication, makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { command, useHarness } from "../../test/harness.ts";
import { listenTo, makeRejected, reverseLoop, sendRejection } from "../../test/heard.ts";
import { applyInput, makePost, slugOf } from "../../test/posts.ts";
import { people, scheduling, soon } from "../../test/scheduling.ts";
import { makeEndpoint } from "../../test/webhooks.ts";
import { addCandidate } from "../candidate/add.ts";
import { applyToJob } from "../candidate/apply-to-job.ts";
import { referCandidate } from "../candidate/refer.ts";
import { withdrawOwn } from "../candidate/withdraw.ts";
import { markAbsent } from "../interview/mark-absent.ts";
import { closeJob } from "../job/close.ts";
import { reopenJob } from "../job/reopen.ts";
import { unpublishPost } from "../job/unpublish-post.ts";
import { confirmOffer } from "../offer/confirm.ts";
import { declineOffer } from "../offer/decline.ts";
import { noteFellThrough } from "../offer/fell-through.ts";
import { excuseScorecard } from "../scorecard/excuse.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 40 }) };
  await makeEndpoint(harness, world);
});

const application = () => makeApplication(harness, world.org, world.made);

describe("applications", () => {
  it("are received from who applies, is added and is referred; who applied before is not", async () => {
    const { org, cast, made } = world;
    const { names, last } = await listenTo(world);
    const { postId } = await makePost(harness, world, made);
    const input = applyInput(org, { jobSlug: slugOf(made), postId });
    const apply = () =>
      command(harness, org, { kind: "anyone" }, "candidate.applyToJob", applyToJob, input);
    await apply();
    expect((await last())?.data.get("source")).toBe("applied");
    await apply();
    const person = {
      jobId: made.jobId,
      name: "Ada Applicant",
      headline: "",
      phone: "",
      links: [],
      uploadId: null,
      resume: null,
    };
    await command(harness, org, cast.recruiter, "candidate.add", addCandidate, {
      ...person,
      email: `${newId()}@people.test`,
    });
    expect((await last())?.data.get("source")).toBe("added");
    const friend = { ...person, email: `${newId()}@people.test`, note: "A friend of mine." };
    const say = () =>
      command(harness, org, cast.engineer, "candidate.refer", referCandidate, friend);
    await say();
    expect((await last())?.data.get("source")).toBe("referred");
    await say();
    expect(await names()).toEqual(Array.from({ length: 3 }, () => "application.received"));
  });

  it("move, wait, go on, are transferred and withdrawn", async () => {
    const { org, cast, made } = world;
    const { names, last } = await listenTo(world);
    const acts = applicationsOf(world);
    const { applicationId, candidateId } = await application();
    await acts.move(cast.manager, applicationId, made.stages.loop);
    expect(Object.fromEntries((await last())?.data ?? [])).toEqual({
      applicationId,
      candidateId,
      jobId: made.jobId,
      stageId: made.stages.loop,
      fromStageId: made.stages.review,
    });
    await acts.hold(cast.recruiter, applicationId);
    expect((await last())?.data.get("nextWordAt")).toMatch(/Z$/);
    await acts.resume(cast.recruiter, applicationId);
    const other = await makeJob(harness, world);
    await acts.transfer(cast.recruiter, applicationId, other.jobId);
    expect((await last())?.data.get("toJobId")).toBe(other.jobId);
    await acts.withdraw(cast.recruiter, (await application()).applicationId);
    const own = await application();
    const actor = { kind: "candidate", candidateId: own.candidateId } as const;
    await command(harness, org, actor, "candidate.withdraw", withdrawOwn, {
      applicationId: own.applicationId,
    });
    expect(await names()).toEqual([
      "application.moved",
      "application.held",
      "application.resumed",
      "application.transferred",
      "application.ended",
      "application.ended",
    ]);
    expect((await last())?.data.get("outcome")).toBe("withdrawn");
  });

  it("are rejected once the candidate was told or could not be, and never if it was taken back", async () => {
    const { org, cast } = world;
    const made = await makeJob(harness, world);
    const here = { ...world, made };
    await closeOpenings(here);
    const acts = applicationsOf(here);
    const { names, last } = await listenTo(world);
    const [sent, failed, back] = await Promise.all(
      Array.from({ length: 3 }, () => makeApplication(harness, org, made)),
    );
    for (const one of [sent, failed, back]) {
      await acts.reject(cast.recruiter, one?.applicationId ?? "");
    }
    expect(await names()).toEqual([]);
    expect(await sendRejection(world, sent?.applicationId ?? "")).toBe(true);
    expect((await last())?.data.get("outcome")).toBe("rejected");
    expect(await sendRejection(world, failed?.applicationId ?? "", "failed")).toBe(true);
    await acts.takeBack(cast.recruiter, back?.applicationId ?? "");
    expect(await sendRejection(world, back?.applicationId ?? "")).toBe(false);
    expect(await names()).toEqual(["application.ended", "application.ended"]);
  });

  it("that a decision rejects say nothing of it before, and come back only where it was told", async () => {
    const { names } = await listenTo(world);
    const ofApplications = async () =>
      (await names()).filter((name) => name.startsWith("application."));
    const untold = await makeRejected(world);
    const told = await makeRejected(world);
    expect(await ofApplications()).toEqual([]);
    await sendRejection(world, told);
    expect(await ofApplications()).toEqual(["application.ended"]);
    await reverseLoop(world, untold);
    const before = (await ofApplications()).length;
    await reverseLoop(world, told);
    expect((await ofApplications()).slice(before)).toEqual(["application.reopened"]);
    expect((await ofApplications()).slice(1, before)).toEqual(["application.moved"]);
  });
});

describe("interviews, scorecards and debriefs", () => {
  it("are told of with their people and times", async () => {
    const { org, cast, made } = world;
    const acts = scheduling(harness, () => world);
    const { names, last } = await listenTo(world);
    const { interviewId } = await acts.planned();
    const startsAt = soon(24);
    await acts.schedule(
      interviewId,
      people([cast.interviewer], [cast.third]),
      cast.recruiter,
      startsAt,
    );
    const scheduled = await last();
    expect(scheduled?.data.get("startsAt")).toBe(startsAt);
    expect(scheduled?.data.get("interviewerIds")).toEqual([cast.interviewer.memberId]);
    await acts.move(interviewId);
    await acts.swap(interviewId, cast.interviewer, cast.second);
    expect((await last())?.data.get("interviewerIds")).toEqual([cast.second.memberId]);
    await acts.cancel(interviewId);
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    const startsAgo = { startsAt: new Date(Date.now() - 600_000) };
    const seats = [cast.interviewer];
    const missed = await makeInterview(
      harness,
      org,
      made,
      applicationId,
      "loopA",
      seats,
      startsAgo,
    );
    await command(harness, org, cast.recruiter, "interview.markAbsent", markAbsent, {
      interviewId: missed.interviewId,
      side: "candidate",
    });
    expect((await last())?.data.get("absent")).toBe("candidate");
    expect(await names()).toEqual([
      "interview.scheduled",
      "interview.moved",
      "interview.reassigned",
      "interview.cancelled",
      "interview.missed",
    ]);
    expect(made.jobId).toBe((await last())?.data.get("jobId"));
  });

  it("that judge say that they are there, and nothing of what they say", async () => {
    const { org, cast, made } = world;
    const { heard, names } = await listenTo(world);
    const { applicationId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
      cast.third,
    ]);
    await command(harness, org, cast.recruiter, "scorecard.excuse", excuseScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      why: "ill",
      reason: "Ill since Monday.",
    });
    expect(await names()).toEqual([
      "scorecard.submitted",
      "scorecard.submitted",
      "debrief.opened",
      "debrief.closed",
      "scorecard.excused",
    ]);
    for (const { body } of await heard()) {
      expect(body).not.toMatch(/rating|recommend|strong|yes|summary|reason|Ill/);
    }
  });
});

describe("offers, jobs and posts", () => {
  it("are told of as they go, without an amount or a level", async () => {
    const { org, cast } = world;
    const { heard, names } = await listenTo(world);
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await acceptAs(world, candidateId, offerId);
    await settleAll(world, offerId);
    await command(harness, org, cast.recruiter, "offer.confirm", confirmOffer, { offerId });
    await command(harness, org, cast.recruiter, "offer.fellThrough", noteFellThrough, {
      offerId,
      as: "withdrawn",
      reason: "They stay where they are.",
    });
    const second = await makeOfferable(world);
    const declined = await makeOffer(world, second.applicationId, "sent");
    const actor = { kind: "candidate", candidateId: second.candidateId } as const;
    await command(harness, org, actor, "offer.decline", declineOffer, {
      offerId: declined,
      words: "Another offer.",
    });
    expect((await names()).filter((name) => name.startsWith("offer."))).toEqual([
      "offer.sent",
      "offer.accepted",
      "offer.confirmed",
      "offer.fell_through",
      "offer.sent",
      "offer.declined",
    ]);
    for (const { body } of await heard()) {
      expect(body).not.toMatch(/7000000|EUR|senior|level|works council|stay where|Another offer/);
    }
  });

  it("move an application on where a stage is decided so", async () => {
    const { cast, made } = world;
    const { applicationId } = await makeApplication(harness, world.org, made);
    const { names, last } = await listenTo(world);
    await decideAs(world, cast.manager, decision(world, applicationId, "review"));
    expect(await names()).toEqual(["application.moved"]);
    expect((await last())?.data.get("fromStageId")).toBe(made.stages.review);
    expect((await last())?.data.get("stageId")).toBe(made.stages.screen);
  });

  it("open, close and come down", async () => {
    const { org, cast } = world;
    const made = await makeJob(harness, world);
    const { postId } = await makePost(harness, world, made);
    const { names, last } = await listenTo(world);
    const { jobId } = made;
    const why = { jobId, reason: "The budget is gone." };
    await command(harness, org, cast.recruiter, "job.unpublishPost", unpublishPost, {
      ...why,
      postId,
    });
    expect((await last())?.data.get("postId")).toBe(postId);
    await command(harness, org, cast.recruiter, "job.close", closeJob, why);
    await command(harness, org, cast.manager, "job.reopen", reopenJob, why);
    await setJob(world, jobId, { state: "open" });
    expect(await names()).toEqual(["post.unpublished", "job.closed", "job.opened"]);
  });
});
