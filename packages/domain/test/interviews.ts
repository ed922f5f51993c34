import { newId } from "@rubric/db";
import { interview, mail, scorecard } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Member, Org } from "../src/context.ts";
import { makeApplication, makeInterview, type MadeJob } from "./factories.ts";
import type { Harness } from "./harness.ts";

/** A planned interview, without a time yet. */
export async function makePlanned(
  harness: Harness,
  org: Org,
  made: MadeJob,
  applicationId: string,
  planned: keyof MadeJob["planInterviews"],
): Promise<string> {
  const id = newId();
  await harness.within(org.id, async (tx) => {
    await tx.insert(interview).values({
      orgId: org.id,
      id,
      applicationId,
      stageId: planned === "screen" ? made.stages.screen : made.stages.loop,
      planInterviewId: made.planInterviews[planned],
      state: "planned",
      place: "",
      focus: "",
      extra: false,
      sequence: 0,
      proposedTimes: [],
      createdAt: new Date(),
    });
  });
  return id;
}

/** Puts an interview into a state, as time or other commands would have. */
export async function setInterview(
  harness: Harness,
  org: Org,
  id: string,
  set: Partial<typeof interview.$inferInsert>,
): Promise<void> {
  await harness.within(org.id, (tx) =>
    tx
      .update(interview)
      .set(set)
      .where(and(eq(interview.orgId, org.id), eq(interview.id, id))),
  );
}

/** An interview as it is stored. */
export async function readInterview(harness: Harness, org: Org, id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select()
      .from(interview)
      .where(and(eq(interview.orgId, org.id), eq(interview.id, id))),
  );
  if (row === undefined) throw new Error("There is no such interview.");
  return row;
}

/** The scorecards of an interview as they are stored, oldest first. */
export async function readScorecards(harness: Harness, org: Org, interviewId: string) {
  return harness.within(org.id, (tx) =>
    tx
      .select()
      .from(scorecard)
      .where(and(eq(scorecard.orgId, org.id), eq(scorecard.interviewId, interviewId)))
      .orderBy(asc(scorecard.id)),
  );
}

/** E-mails queued about something: template and recipient, in order. */
export async function mailsAbout(harness: Harness, org: Org, subjectId: string) {
  const rows = await harness.within(org.id, (tx) =>
    tx
      .select()
      .from(mail)
      .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, subjectId)))
      .orderBy(asc(mail.id)),
  );
  return rows.map(({ template, recipient, recipientId }) => ({ template, recipient, recipientId }));
}

/** A talk in the loop, by default of two people half an hour ago. */
export async function makeTalk(
  harness: Harness,
  { org, made }: { org: Org; made: MadeJob },
  people: readonly Member[],
  hours = -0.5,
): Promise<{
  applicationId: string;
  candidateId: string;
  interviewId: string;
  scorecardIds: string[];
}> {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
  });
  const startsAt = new Date(Date.now() + hours * 3_600_000);
  const talk = await makeInterview(harness, org, made, applicationId, "loopA", people, {
    startsAt,
  });
  return { applicationId, candidateId, ...talk };
}
