import { adjustment, applicationEvent, erasure, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, setApplication } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { makePost } from "../../test/posts.ts";
import { showApplication } from "../application/show.ts";
import type { Actor, Org } from "../context.ts";
import { askAdjustment, askErasure, withdrawOwn } from "./index.ts";

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
const withdraw = (candidateId: string, applicationId: string, of = org) =>
  command(harness, of, as(candidateId), "candidate.withdraw", withdrawOwn, { applicationId });
const ask = (candidateId: string, applicationId: string, asked = "I am deaf in one ear.") =>
  command(harness, org, as(candidateId), "candidate.askAdjustment", askAdjustment, {
    applicationId,
    asked,
  });
const entriesOn = async (subjectId: string) =>
  (await auditTrail(harness, org.id)).filter((entry) => entry.subjectId === subjectId);

describe("candidate.withdraw", () => {
  it("ends the application, cancels what was planned, and tells", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const view = await withdraw(candidateId, applicationId);
    expect(view.applications[0]).toMatchObject({
      state: "withdrawn",
      may: { withdraw: { sentence: "This application has ended." } },
    });
    expect(await entriesOn(applicationId)).toMatchObject([
      { action: "candidate.withdraw", actorKind: "candidate", actorId: candidateId },
    ]);
  });

  it("ends once, however often it is asked for at once", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => withdraw(candidateId, applicationId)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("law 17: adjustments", () => {
  const SECRET = "I am deaf in one ear.";

  it("are read by the job's recruiter alone, and stand in no e-mail, timeline or audit entry", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer]);
    const view = await ask(candidateId, applicationId, SECRET);
    expect(view.applications[0]?.adjustments).toMatchObject([{ asked: SECRET, effect: "" }]);
    const read = (member: Actor) =>
      query(harness, org, member, "application.show", showApplication, { applicationId });
    expect(JSON.stringify(await read(cast.recruiter))).toContain(SECRET);
    for (const member of [cast.manager, cast.interviewer, cast.otherRecruiter, cast.coordinator]) {
      expect(JSON.stringify(await read(member))).not.toContain(SECRET);
    }
    const traces = await harness.within(org.id, async (tx) => ({
      letters: await tx.select().from(mail).where(eq(mail.subjectId, applicationId)),
      lines: await tx
        .select()
        .from(applicationEvent)
        .where(eq(applicationEvent.applicationId, applicationId)),
    }));
    expect(JSON.stringify(traces)).not.toContain(SECRET);
    expect(traces.letters).toMatchObject([
      { template: "application.adjustmentAsked", recipientId: cast.recruiter.memberId },
    ]);
    const [asked] = await harness.within(org.id, (tx) =>
      tx.select().from(adjustment).where(eq(adjustment.applicationId, applicationId)),
    );
    expect(await entriesOn(asked?.id ?? "")).toMatchObject([{ action: "candidate.askAdjustment" }]);
  });

  it("wait for an answer before more are asked for", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    for (let n = 0; n < 5; n += 1) await ask(candidateId, applicationId);
    expect(await refusal(ask(candidateId, applicationId))).toBe("ADJUSTMENTS_WAITING");
  });

  it("are asked for by the candidate alone", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const call = command(harness, org, cast.recruiter, "candidate.askAdjustment", askAdjustment, {
      applicationId,
      asked: "For them",
    });
    expect(await refusal(call)).toBe("FORBIDDEN");
    const stranger = await makeApplication(harness, org, made);
    expect(await refusal(ask(stranger.candidateId, applicationId))).toBe("NOT_FOUND");
  });
});

describe("candidate.askErasure", () => {
  const erase = (candidateId: string) =>
    command(harness, org, as(candidateId), "candidate.askErasure", askErasure, {});

  it("withdraws what goes on and hands the person to the erasure job, once", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const view = await erase(candidateId);
    expect(view).toMatchObject({ applications: [{ state: "withdrawn" }] });
    expect(view.erasureAskedAt).not.toBeNull();
    expect(view.may.askErasure).not.toBeNull();
    const [asked] = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(erasure)
        .where(and(eq(erasure.orgId, org.id), eq(erasure.candidateId, candidateId))),
    );
    expect(harness.jobs).toContainEqual(
      expect.objectContaining({ queue: "erasure", id: asked?.id }),
    );
    expect(await entriesOn(candidateId)).toMatchObject([{ action: "candidate.askErasure" }]);
    expect(await refusal(erase(candidateId))).toBe("ERASURE_RUNNING");
  });
});

it("law 10: who asks for erasure before a rejection is told learns nothing of it", async () => {
  const { applicationId, candidateId } = await makeApplication(harness, org, made);
  const answers = [{ key: "permit", text: "May you work here?", answer: "No", eligibility: true }];
  await setApplication({ harness, org }, applicationId, { answers });
  const on = applicationsOf({ harness, org });
  await on.reject(cast.manager, applicationId, "not_eligible", { answerKey: "permit" });
  const view = await command(harness, org, as(candidateId), "candidate.askErasure", askErasure, {});
  expect(view.applications[0]).toMatchObject({ state: "withdrawn" });
});
