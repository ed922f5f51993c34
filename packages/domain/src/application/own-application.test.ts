import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { applicationsOf, setApplication } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  type MadeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout, makePlanned } from "../../test/interviews.ts";
import { declareRelation, proveAddress, searchCandidates } from "../candidate/index.ts";
import type { Member, Org } from "../context.ts";
import { showHome } from "../home/show.ts";
import { listInterviews } from "../interview/list.ts";
import { moveInterview } from "../interview/move.ts";
import { unfit } from "../interview/seats.ts";
import { listJobs, showJob } from "../job/index.ts";
import { takeMail } from "../mail/index.ts";
import { LIMITS } from "../limits.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
let other: { applicationId: string; candidateId: string };
let own: { applicationId: string; candidateId: string };

/** Someone typed the recruiter's address: nobody has opened the link that was sent there. */
beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  other = await makeApplication(harness, org, made, { stage: "screen", name: "Quill Other" });
  own = await makeApplication(harness, org, made, {
    stage: "screen",
    name: "Quill Self",
    proven: false,
  });
  await makeRelation(harness, org, own.candidateId, cast.recruiter, "self");
  for (const { applicationId } of [other, own]) {
    await makePlanned(harness, org, made, applicationId, "screen");
  }
});

const ALL = { states: [], mine: false, search: null };

const prove = () =>
  proveAddress(harness.connection.db, {
    orgId: org.id,
    candidateId: own.candidateId,
    at: new Date(),
  });
const board = (by: Member) => applicationsOf({ harness, org }).board(by, made.jobId);
const show = (by: Member, applicationId: string) =>
  applicationsOf({ harness, org }).show(by, applicationId);
const seeJob = (by: Member) => query(harness, org, by, "job.show", showJob, { jobId: made.jobId });
const search = async (by: Member) =>
  (
    await query(harness, org, by, "candidate.search", searchCandidates, { query: "quill" })
  ).candidates.map((one) => one.name);
const interviews = (by: Member, scope: "jobs" | "mine") =>
  query(harness, org, by, "interview.list", listInterviews, { scope });
const home = (by: Member) => query(harness, org, by, "home.show", showHome, {});

describe("law 7: an application with a member's address that nobody has proven", () => {
  it("leaves them the job and everybody else in it", async () => {
    expect((await seeJob(cast.recruiter)).id).toBe(made.jobId);
    const { jobs } = await query(harness, org, cast.recruiter, "job.list", listJobs, ALL);
    expect(jobs.map((one) => one.id)).toContain(made.jobId);
    expect((await show(cast.recruiter, other.applicationId)).id).toBe(other.applicationId);
    const about = { jobId: made.jobId, candidateId: other.candidateId };
    const { memberId } = cast.recruiter;
    const found = await harness.within(org.id, (tx) => unfit(tx, org.id, about, [memberId]));
    expect(found.conflicted).toEqual([]);
  });

  it("is itself hidden from them alone, wherever applications are shown", async () => {
    expect(await refusal(show(cast.recruiter, own.applicationId))).toBe("NOT_FOUND");
    for (const [by, names] of [
      [cast.recruiter, ["Quill Other"]],
      [cast.manager, ["Quill Other", "Quill Self"]],
    ] as const) {
      const { cards, hidden } = await board(by);
      expect(cards.map((card) => card.name).toSorted()).toEqual(names);
      expect(hidden).toBe(0);
      expect((await search(by)).toSorted()).toEqual(names);
      const { unscheduled } = await interviews(by, "jobs");
      expect(unscheduled.map((line) => line.candidate.name).toSorted()).toEqual(names);
    }
    const waiting = JSON.stringify((await home(cast.recruiter)).waiting);
    expect(waiting).toContain("Quill Other");
    expect(waiting).not.toContain("Quill Self");
  });

  it("is hidden even from one who was to interview in it", async () => {
    await makeInterview(harness, org, made, own.applicationId, "screen", [cast.recruiter]);
    expect((await home(cast.recruiter)).waiting.map((item) => item.kind)).not.toContain(
      "scorecard",
    );
    const { today, past } = await interviews(cast.recruiter, "mine");
    expect([...today, ...past.lines]).toEqual([]);
  });

  it("is told of in no e-mail to them", async () => {
    for (const { applicationId } of [other, own]) {
      await command(harness, org, cast.manager, "candidate.declareRelation", declareRelation, {
        applicationId,
        note: "We share an office.",
      });
    }
    expect(await mailsAbout(harness, org, other.applicationId)).toHaveLength(1);
    expect(await mailsAbout(harness, org, own.applicationId)).toEqual([]);
  });

  it("hides the job from the moment a link sent to the address is opened", async () => {
    await prove();
    expect(await refusal(seeJob(cast.recruiter))).toBe("NOT_FOUND");
    expect(await refusal(board(cast.recruiter))).toBe("NOT_FOUND");
    expect(await refusal(show(cast.recruiter, other.applicationId))).toBe("NOT_FOUND");
    expect(await search(cast.recruiter)).toEqual([]);
    expect((await interviews(cast.recruiter, "jobs")).unscheduled).toEqual([]);
    expect((await home(cast.recruiter)).waiting).toEqual([]);
    const { jobs } = await query(harness, org, cast.recruiter, "job.list", listJobs, ALL);
    expect(jobs.map((one) => one.id)).not.toContain(made.jobId);
    expect((await seeJob(cast.manager)).id).toBe(made.jobId);
  });

  it("hides the job until the e-mail that rejects them has left", async () => {
    await prove();
    const key = "permit";
    const answers = [{ key, text: "May you work here?", answer: "No", eligibility: true }];
    await setApplication({ harness, org }, own.applicationId, { answers });
    const on = applicationsOf({ harness, org });
    await on.reject(cast.manager, own.applicationId, "not_eligible", { answerKey: key });
    expect(await refusal(seeJob(cast.recruiter))).toBe("NOT_FOUND");
    for (const { applicationId } of [own, other]) {
      expect(await refusal(show(cast.recruiter, applicationId))).toBe("NOT_FOUND");
    }
    expect(await search(cast.recruiter)).toEqual([]);
    expect((await home(cast.recruiter)).waiting).toEqual([]);
    const { jobs } = await query(harness, org, cast.recruiter, "job.list", listJobs, ALL);
    expect(jobs.map((one) => one.id)).not.toContain(made.jobId);
    await harness.within(org.id, (tx) =>
      tx
        .update(mail)
        .set({ state: "sent", sentAt: new Date() })
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, own.applicationId))),
    );
    expect((await seeJob(cast.recruiter)).id).toBe(made.jobId);
  });

  it("brings them no e-mail about anybody else in the job", async () => {
    await prove();
    await command(harness, org, cast.manager, "candidate.declareRelation", declareRelation, {
      applicationId: other.applicationId,
      note: "We share an office.",
    });
    const letters = await harness.within(org.id, (tx) =>
      tx.select({ id: mail.id }).from(mail).where(eq(mail.subjectId, other.applicationId)),
    );
    expect(letters).toHaveLength(1);
    const deps = { db: harness.connection.db, limits: LIMITS, publicUrl: "https://rubric.test" };
    for (const { id } of letters) expect(await takeMail(deps, { orgId: org.id, id })).toBeNull();
  });

  it("brings them no e-mail about an interview in which they had a seat", async () => {
    const startsAt = new Date(Date.now() + 86_400_000);
    const { interviewId } = await makeInterview(
      harness,
      org,
      made,
      other.applicationId,
      "screen",
      [cast.recruiter, cast.interviewer],
      { startsAt },
    );
    await prove();
    await command(harness, org, cast.manager, "interview.move", moveInterview, {
      interviewId,
      startsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
      minutes: 45,
      place: "Room 2",
    });
    const letters = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(mail)
        .where(and(eq(mail.subjectId, interviewId), eq(mail.recipient, "member"))),
    );
    const deps = { db: harness.connection.db, limits: LIMITS, publicUrl: "https://rubric.test" };
    const sent = await Promise.all(
      letters.map(async ({ id, recipientId }) => {
        const taken = await takeMail(deps, { orgId: org.id, id });
        return { recipientId, sent: taken !== null };
      }),
    );
    expect(sent).toContainEqual({ recipientId: cast.recruiter.memberId, sent: false });
    expect(sent).toContainEqual({ recipientId: cast.interviewer.memberId, sent: true });
  });

  it("says nothing of an application that came after the link was opened", async () => {
    await prove();
    const next = await makeJob(harness, { org, cast });
    const { candidateId } = own;
    await makeApplication(harness, org, next, { candidateId, proven: false });
    expect(
      (await query(harness, org, cast.recruiter, "job.show", showJob, { jobId: next.jobId })).id,
    ).toBe(next.jobId);
  });
});
