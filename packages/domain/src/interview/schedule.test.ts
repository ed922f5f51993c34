import { disclosure, job, jobPost, member } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  type MadeJob,
  makeApplication,
  makeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout, makePlanned, readInterview, readScorecards } from "../../test/interviews.ts";
import { details, people, scheduling, soon } from "../../test/scheduling.ts";
import type { Org } from "../context.ts";
import { scheduleInterview } from "./schedule.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const { planned, schedule, propose, actions } = scheduling(harness, () => ({
  org,
  cast,
  made,
}));

describe("interview.schedule", () => {
  it("assigns scorecards, invites all of them, and writes one audit entry", async () => {
    const { interviewId, candidateId } = await planned();
    const view = await schedule(interviewId, people([cast.interviewer, cast.second], [cast.third]));
    expect(view).toMatchObject({ state: "scheduled", sequence: 0, place: "Room 1" });
    expect(view.seats.map((seat) => [seat.name, seat.shadow, seat.state])).toEqual([
      ["interviewer", false, "assigned"],
      ["second", false, "assigned"],
      ["third", true, "assigned"],
    ]);
    const mails = await mailsAbout(harness, org, interviewId);
    expect(new Set(mails.map((one) => one.template))).toEqual(new Set(["interview.scheduled"]));
    expect(mails.map((one) => one.recipientId).toSorted()).toEqual(
      [
        candidateId,
        cast.interviewer.memberId,
        cast.second.memberId,
        cast.third.memberId,
      ].toSorted(),
    );
    expect(await actions(interviewId)).toEqual(["interview.schedule"]);
  });

  it("law 7: refuses whoever referred, knows or is the candidate", async () => {
    for (const kind of ["referral", "relation", "self"] as const) {
      const target = await makeJob(harness, { org, cast });
      const { interviewId, candidateId } = await planned(target);
      await makeRelation(harness, org, candidateId, cast.second, kind);
      const denied = schedule(interviewId, people([cast.interviewer, cast.second]));
      expect(await refusal(denied)).toBe("INTERVIEWER_CONFLICT");
      expect(await refusal(schedule(interviewId, people([cast.interviewer], [cast.second])))).toBe(
        "INTERVIEWER_CONFLICT",
      );
      expect(await readInterview(harness, org, interviewId)).toMatchObject({ state: "planned" });
    }
  });

  it("law 7: refuses who has applied to this job themselves", async () => {
    const target = await makeJob(harness, { org, cast });
    const own = await makeApplication(harness, org, target, { stage: "screen" });
    await makeRelation(harness, org, own.candidateId, cast.engineer, "self");
    const { interviewId } = await planned(target);
    expect(await refusal(schedule(interviewId, people([cast.engineer])))).toBe(
      "INTERVIEWER_CONFLICT",
    );
  });

  it("refuses members who are not active, unknown ones, and the same one twice", async () => {
    const { interviewId } = await planned();
    const set = (state: "disabled" | "active") =>
      harness.within(org.id, (tx) =>
        tx
          .update(member)
          .set({ state })
          .where(and(eq(member.orgId, org.id), eq(member.id, cast.approver.memberId))),
      );
    await set("disabled");
    expect(await refusal(schedule(interviewId, people([cast.approver])))).toBe(
      "INTERVIEWER_NOT_ACTIVE",
    );
    await set("active");
    const elsewhere = await makeOrg(harness);
    expect(await refusal(schedule(interviewId, people([elsewhere.cast.interviewer])))).toBe(
      "NOT_FOUND",
    );
    expect(await refusal(schedule(interviewId, people([cast.second], [cast.second])))).toBe(
      "INTERVIEWER_TWICE",
    );
  });

  it("refuses a time that has passed, and what is scheduled already", async () => {
    const { interviewId } = await planned();
    expect(
      await refusal(schedule(interviewId, people([cast.second]), cast.recruiter, soon(-1))),
    ).toBe("INTERVIEW_STARTS_IN_PAST");
    await schedule(interviewId);
    expect(await refusal(schedule(interviewId))).toBe("INTERVIEW_STATE");
  });

  it("is for recruiter, hiring manager and coordinator of the job", async () => {
    for (const actor of [cast.recruiter, cast.manager, cast.substitute, cast.coordinator]) {
      const { interviewId } = await planned();
      expect(await schedule(interviewId, people([cast.third]), actor)).toMatchObject({
        state: "scheduled",
      });
    }
    const { interviewId } = await planned();
    for (const actor of [cast.admin, cast.otherRecruiter, cast.interviewer, cast.auditor]) {
      expect(await refusal(schedule(interviewId, people([cast.third]), actor))).toBe("FORBIDDEN");
    }
    const elsewhere = await makeOrg(harness);
    expect(
      await refusal(
        command(
          harness,
          elsewhere.org,
          elsewhere.cast.recruiter,
          "interview.schedule",
          scheduleInterview,
          { interviewId, startsAt: soon(1), ...details, ...people([elsewhere.cast.second]) },
        ),
      ),
    ).toBe("NOT_FOUND");
  });

  it("ten at once: one schedules", async () => {
    const { interviewId } = await planned();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => schedule(interviewId)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await readScorecards(harness, org, interviewId)).toHaveLength(1);
  });
});

describe("law 8: the invitation carries the range, once", () => {
  it("keeps that it was shown, unless the candidate had seen one", async () => {
    const target = await makeJob(harness, { org, cast });
    await harness.within(org.id, (tx) =>
      tx.insert(jobPost).values({
        orgId: org.id,
        id: newId(),
        jobId: target.jobId,
        number: 1,
        state: "published",
        title: "Backend Engineer",
        body: "",
        payMinMinor: 6_000_000,
        payMaxMinor: 8_000_000,
        payCurrency: "EUR",
        locations: ["DE-BE"],
        workplace: "hybrid",
        privacyNotice: "",
        questions: [],
        createdAt: new Date(),
        publishedAt: new Date(),
      }),
    );
    const { applicationId } = await makeApplication(harness, org, target, { stage: "loop" });
    for (const name of ["loopA", "loopB"] as const) {
      await schedule(await makePlanned(harness, org, target, applicationId, name));
    }
    const shown = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(disclosure)
        .where(and(eq(disclosure.orgId, org.id), eq(disclosure.applicationId, applicationId))),
    );
    expect(shown).toMatchObject([
      { how: "invitation", payMinMinor: 6_000_000, payMaxMinor: 8_000_000, payCurrency: "EUR" },
    ]);
  });
});

describe("law 8: where a place demands the range and none is known", () => {
  it("refuses to invite, and invites once the candidate was shown one", async () => {
    const target = await makeJob(harness, { org, cast });
    await harness.within(org.id, (tx) =>
      tx
        .update(job)
        .set({ locations: ["DE-BE", "US-CO"] })
        .where(and(eq(job.orgId, org.id), eq(job.id, target.jobId))),
    );
    const { interviewId, applicationId } = await planned(target);
    expect(await refusal(schedule(interviewId))).toBe("INVITATION_NEEDS_RANGE");
    expect(await refusal(propose(interviewId, [soon(5)]))).toBe("INVITATION_NEEDS_RANGE");
    await harness.within(org.id, (tx) =>
      tx.insert(disclosure).values({
        orgId: org.id,
        id: newId(),
        applicationId,
        how: "post",
        payMinMinor: 12_000_000,
        payMaxMinor: 15_000_000,
        payCurrency: "USD",
        at: new Date(),
      }),
    );
    expect(await schedule(interviewId)).toMatchObject({ state: "scheduled" });
  });
});
