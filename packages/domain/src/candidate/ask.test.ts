import { interview, mail } from "@rubric/db/schema";
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
import { makePlanned } from "../../test/interviews.ts";
import { showApplication } from "../application/show.ts";
import type { Actor, Org } from "../context.ts";
import { showHome } from "../home/show.ts";
import { ask, showOwn } from "./index.ts";

const QUESTION = "None of these times suits me. Would Thursday do?";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });
const asks = (by: Actor, applicationId: string, text = QUESTION) =>
  command(harness, org, by, "candidate.ask", ask, { applicationId, text });
const answer = async (applicationId: string, text: string) => {
  const { timeline } = await read(cast.recruiter, applicationId);
  const last = timeline.findLast((line) => line.kind === "candidate.asked");
  const on = applicationsOf({ harness, org });
  return on.message(cast.recruiter, applicationId, 5, text, last?.id);
};
const read = (by: Actor, applicationId: string) =>
  query(harness, org, by, "application.show", showApplication, { applicationId });
const questionsOn = async (by: Actor, applicationId: string) => {
  const { waiting } = await query(harness, org, by, "home.show", showHome, {});
  return waiting.filter((one) => one.kind === "question" && one.applicationId === applicationId);
};

describe("candidate.ask", () => {
  it("is read by who leads the job alone, and stands in no e-mail and no audit entry", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer]);
    await asks(as(candidateId), applicationId);
    for (const member of [cast.recruiter, cast.manager]) {
      const { timeline } = await read(member, applicationId);
      expect(timeline.at(-1)).toMatchObject({ kind: "candidate.asked", text: QUESTION });
    }
    for (const member of [cast.interviewer, cast.otherRecruiter, cast.coordinator]) {
      expect(JSON.stringify(await read(member, applicationId))).not.toContain(QUESTION);
    }
    const letters = await harness.within(org.id, (tx) =>
      tx.select().from(mail).where(eq(mail.subjectId, applicationId)),
    );
    expect(letters).toMatchObject([
      { template: "application.asked", recipientId: cast.recruiter.memberId },
    ]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (entry) => entry.subjectId === applicationId,
    );
    expect(entries).toMatchObject([{ action: "candidate.ask", actorId: candidateId }]);
    expect(JSON.stringify([letters, entries])).not.toContain(QUESTION);
  });

  it("waits on the Home of who leads the job until somebody writes to the candidate", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    expect(await questionsOn(cast.recruiter, applicationId)).toEqual([]);
    await asks(as(candidateId), applicationId);
    for (const member of [cast.recruiter, cast.manager])
      expect(await questionsOn(member, applicationId)).toHaveLength(1);
    expect(await questionsOn(cast.coordinator, applicationId)).toEqual([]);
    await answer(applicationId, "Thursday it is.");
    expect(await questionsOn(cast.recruiter, applicationId)).toEqual([]);
    const own = await query(harness, org, as(candidateId), "candidate.showOwn", showOwn, {});
    expect(own.applications[0]?.messages).toMatchObject([
      { from: null, text: QUESTION },
      { from: cast.recruiter.name, text: "Thursday it is." },
    ]);
  });

  it("comes before the choice of a time, on the Home of who leads the job", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    await makePlanned(harness, org, made, applicationId, "screen");
    await harness.within(org.id, (tx) =>
      tx
        .update(interview)
        .set({
          state: "proposed",
          proposedTimes: [new Date(Date.now() + 86_400_000).toISOString()],
        })
        .where(and(eq(interview.orgId, org.id), eq(interview.applicationId, applicationId))),
    );
    const kinds = async () => {
      const { waiting } = await query(harness, org, cast.recruiter, "home.show", showHome, {});
      return waiting.flatMap((one) =>
        "applicationId" in one && one.applicationId === applicationId ? [one.kind] : [],
      );
    };
    expect(await kinds()).toEqual(["unscheduled"]);
    await asks(as(candidateId), applicationId);
    expect(await kinds()).toEqual(["question"]);
    await answer(applicationId, "We send you others.");
    expect(await kinds()).toEqual(["unscheduled"]);
  });

  it("is answered by who has read it alone", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await asks(as(candidateId), applicationId);
    const { timeline } = await read(cast.recruiter, applicationId);
    await asks(as(candidateId), applicationId, "And one more thing.");
    const { message } = applicationsOf({ harness, org });
    for (const seen of [null, timeline.at(-1)?.id ?? null]) {
      const blind = message(cast.recruiter, applicationId, 5, "See you tomorrow!", seen);
      expect(await refusal(blind)).toBe("QUESTION_UNREAD");
    }
    expect(await questionsOn(cast.recruiter, applicationId)).toHaveLength(1);
    await answer(applicationId, "Thursday it is, and yes.");
    expect(await questionsOn(cast.recruiter, applicationId)).toEqual([]);
  });

  it("is refused while five wait, and taken again after an answer", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    for (let n = 0; n < 5; n += 1) await asks(as(candidateId), applicationId);
    expect(await refusal(asks(as(candidateId), applicationId))).toBe("QUESTIONS_WAITING");
    await answer(applicationId, "One at a time.");
    const { applications } = await asks(as(candidateId), applicationId);
    expect(applications[0]?.may.ask).toBeNull();
  });

  it("is refused about another's application, an ended one, and to a member", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const stranger = await makeApplication(harness, org, made);
    expect(await refusal(asks(as(stranger.candidateId), applicationId))).toBe("NOT_FOUND");
    expect(await refusal(asks(cast.recruiter, applicationId))).toBe("FORBIDDEN");
    await setApplication({ harness, org }, applicationId, { state: "withdrawn" });
    expect(await refusal(asks(as(candidateId), applicationId))).toBe("APPLICATION_OVER");
  });
});
