import { application, applicationEvent, debrief, job, offer, stage } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
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
import { command, query, useHarness } from "../../test/harness.ts";
import { makePlanned } from "../../test/interviews.ts";
import type { Member, Org } from "../context.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { showHome } from "./show.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const HOUR = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR);

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const home = (actor: Member) => query(harness, org, actor, "home.show", showHome, {});
const kinds = async (actor: Member) => (await home(actor)).waiting.map((item) => item.kind);

async function inLoop(people: readonly Member[], startsAt = from(-2)) {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
  });
  const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", people, {
    startsAt,
  });
  return { applicationId, candidateId, scorecardIds };
}

const submit = (actor: Member, scorecardId = "") =>
  command(harness, org, actor, "scorecard.submit", submitScorecard, {
    scorecardId,
    content: fullContent(made, "yes", "PLANTED words that judge."),
  });
const promise = (applicationId: string, nextWordAt: Date) =>
  harness.within(org.id, (tx) =>
    tx
      .update(application)
      .set({ nextWordAt })
      .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
  );

describe("home.show", () => {
  it("says what comes next when nothing waits", async () => {
    await inLoop([cast.interviewer], from(72));
    expect(await home(cast.interviewer)).toMatchObject({
      name: "interviewer",
      waiting: [],
      next: { interview: "Security", candidate: "Casey Candidate" },
    });
    expect(await home(cast.engineer)).toMatchObject({
      waiting: [],
      next: null,
      may: { createJob: false, seeInterviews: false, readAudit: false },
    });
    expect(await home(cast.auditor)).toMatchObject({ waiting: [], may: { readAudit: true } });
  });

  it("lists owed scorecards and the interviews of today by due time", async () => {
    await inLoop([cast.interviewer], from(-3));
    await inLoop([cast.interviewer], from(-0.2));
    await inLoop([cast.interviewer], from(-30));
    const { waiting } = await home(cast.interviewer);
    expect(waiting.map((item) => item.kind)).toEqual(["scorecard", "scorecard", "interview"]);
    const due = waiting.map((item) => item.dueAt ?? "");
    expect(due).toEqual(due.toSorted());
  });

  it("calls who leads to the debrief once the quorum is in, then to the decision", async () => {
    const { applicationId, scorecardIds } = await inLoop([cast.interviewer]);
    expect(await kinds(cast.manager)).toEqual([]);
    await submit(cast.interviewer, scorecardIds[0]);
    expect(await kinds(cast.manager)).toEqual(["debrief"]);
    expect(await kinds(cast.recruiter)).toEqual(["debrief"]);
    expect(await kinds(cast.interviewer)).toEqual([]);
    const id = newId();
    const key = {
      orgId: org.id,
      id,
      applicationId,
      stageId: made.stages.loop,
      session: 1,
      notes: "",
      openedBy: cast.manager.memberId,
      openedAt: new Date(),
    };
    await harness.within(org.id, (tx) => tx.insert(debrief).values({ ...key, state: "open" }));
    for (const one of [cast.manager, cast.recruiter, cast.interviewer]) {
      expect((await home(one)).waiting).toMatchObject([{ kind: "debrief", open: true }]);
    }
    await harness.within(org.id, (tx) =>
      tx
        .update(debrief)
        .set({ state: "closed", closedAt: new Date() })
        .where(and(eq(debrief.orgId, org.id), eq(debrief.id, id))),
    );
    expect(await kinds(cast.manager)).toEqual(["decision"]);
    expect(await kinds(cast.recruiter)).toEqual([]);
    expect(await kinds(cast.interviewer)).toEqual([]);
  });

  it("law 1: calls nobody who owes, and shows no word that judges", async () => {
    const { applicationId, scorecardIds } = await inLoop([cast.interviewer]);
    await makeInterview(harness, org, made, applicationId, "loopB", [cast.manager]);
    await harness.within(org.id, (tx) =>
      tx
        .update(stage)
        .set({ debrief: false })
        .where(and(eq(stage.orgId, org.id), eq(stage.id, made.stages.loop))),
    );
    await submit(cast.interviewer, scorecardIds[0]);
    const shown = await home(cast.manager);
    expect(shown.waiting.map((item) => item.kind)).toEqual(["scorecard"]);
    expect(JSON.stringify(shown)).not.toContain("PLANTED");
  });

  it("gathers applications to review by job, for who decides", async () => {
    await makeApplication(harness, org, made, { stage: "review" });
    await makeApplication(harness, org, made, { stage: "review" });
    expect((await home(cast.manager)).waiting).toMatchObject([{ kind: "review", count: 2 }]);
    expect(await kinds(cast.recruiter)).toEqual([]);
  });

  it("reminds who leads of a word promised within two days", async () => {
    const { applicationId } = await inLoop([cast.interviewer], from(200));
    await promise(applicationId, from(24 * 5));
    expect(await kinds(cast.recruiter)).toEqual([]);
    await promise(applicationId, from(-5));
    expect((await home(cast.recruiter)).waiting).toMatchObject([
      { kind: "word", candidate: "Casey Candidate", stage: "Loop" },
    ]);
    expect(await kinds(cast.coordinator)).toEqual([]);
  });

  it("asks recruiter and coordinator to find a time", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    await makePlanned(harness, org, made, applicationId, "loopA");
    for (const one of [cast.recruiter, cast.coordinator]) {
      expect((await home(one)).waiting).toMatchObject([{ kind: "unscheduled", proposed: false }]);
    }
    expect(await kinds(cast.manager)).toEqual([]);
    expect(await kinds(cast.otherRecruiter)).toEqual([]);
    await promise(applicationId, from(-5));
    expect(await kinds(cast.recruiter)).toEqual(["unscheduled"]);
    expect(await kinds(cast.manager)).toEqual(["word"]);
    await harness.within(org.id, (tx) =>
      tx
        .update(application)
        .set({ state: "on_hold" })
        .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
    );
    expect(await kinds(cast.recruiter)).toEqual(["word"]);
    expect(await kinds(cast.coordinator)).toEqual([]);
  });

  it("asks the approver, and brings approved offers back to their author", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "offer" });
    const id = newId();
    await harness.within(org.id, (tx) =>
      tx.insert(offer).values({
        orgId: org.id,
        id,
        applicationId,
        jobId: made.jobId,
        number: 1,
        state: "pending",
        levelKey: "senior",
        amountMinor: 7_000_000,
        currency: "EUR",
        startDate: "2026-03-01",
        expiresAt: from(200),
        conditions: "",
        rangeReason: "",
        authorId: cast.recruiter.memberId,
        approverId: cast.approver.memberId,
        answer: "",
        createdAt: new Date(),
      }),
    );
    const shown = await home(cast.approver);
    expect(shown.waiting).toMatchObject([{ kind: "approval", author: "recruiter", offerId: id }]);
    const asked = new Date(Date.now() - 60_000);
    await harness.within(org.id, (tx) =>
      tx.insert(applicationEvent).values({
        orgId: org.id,
        id: newId(),
        applicationId,
        at: asked,
        kind: "offer.request",
        sealed: true,
        facts: { offerId: id, number: 1, stageId: null },
      }),
    );
    expect((await home(cast.approver)).waiting[0]?.dueAt).toBe(asked.toISOString());
    expect(JSON.stringify(shown)).not.toContain("7000000");
    expect(await kinds(cast.recruiter)).toEqual([]);
    await harness.within(org.id, (tx) =>
      tx
        .update(offer)
        .set({ state: "approved" })
        .where(and(eq(offer.orgId, org.id), eq(offer.id, id))),
    );
    expect((await home(cast.recruiter)).waiting).toMatchObject([
      { kind: "offer", state: "approved" },
    ]);
    expect(await kinds(cast.approver)).toEqual([]);
  });

  it("law 7: shows nothing of a job that the reader has applied to", async () => {
    await inLoop([cast.interviewer]);
    await makeApplication(harness, org, made, { stage: "review" });
    expect(await kinds(cast.substitute)).toEqual(["review"]);
    const own = await makeApplication(harness, org, made, { stage: "review" });
    await makeRelation(harness, org, own.candidateId, cast.substitute, "self");
    expect(await kinds(cast.substitute)).toEqual([]);
  });

  it("names the open jobs one may refer for, confidential ones and one's own left out", async () => {
    const referTo = async (actor: Member) => (await home(actor)).referTo.map((one) => one.jobId);
    expect(await referTo(cast.engineer)).toEqual([made.jobId]);
    expect(await referTo(cast.interviewer)).toEqual([made.jobId]);
    expect(await referTo(cast.auditor)).toEqual([]);
    const own = await makeApplication(harness, org, made, { stage: "review" });
    await makeRelation(harness, org, own.candidateId, cast.engineer, "self");
    expect(await referTo(cast.engineer)).toEqual([]);
    const change = (set: Partial<typeof job.$inferInsert>) =>
      harness.within(org.id, (tx) =>
        tx
          .update(job)
          .set(set)
          .where(and(eq(job.orgId, org.id), eq(job.id, made.jobId))),
      );
    await change({ confidential: true });
    expect(await referTo(cast.interviewer)).toEqual([]);
    await change({ confidential: false, state: "on_hold" });
    expect(await referTo(cast.interviewer)).toEqual([]);
  });

  it("shows nothing of another organization", async () => {
    await inLoop([cast.interviewer]);
    const elsewhere = await makeOrg(harness);
    const view = await query(
      harness,
      elsewhere.org,
      elsewhere.cast.manager,
      "home.show",
      showHome,
      {},
    );
    expect(view.waiting).toEqual([]);
  });
});
