import {
  application,
  applicationStage,
  deviation,
  interview,
  job,
  opening,
} from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import {
  addNote,
  holdApplication,
  listApplications,
  messageCandidate,
  moveApplication,
  rejectApplication,
  resumeApplication,
  showApplication,
  showBoard,
  takeBackMail,
  transferApplication,
  withdrawApplication,
} from "../src/application/index.ts";
import type { ListApplicationsInput, RejectKind } from "../src/application/schemas.ts";
import type { Member } from "../src/context.ts";
import type { World } from "./deciding.ts";
import { command, look, query } from "./harness.ts";

/** Calls the commands on applications the way the API does. */
export function applicationsOf({ harness, org }: Pick<World, "harness" | "org">) {
  return {
    show: (by: Member, applicationId: string) =>
      query(harness, org, by, "application.show", showApplication, { applicationId }),
    board: (by: Member, jobId: string) =>
      query(harness, org, by, "application.board", showBoard, { jobId }),
    list: (by: Member, input: z.infer<typeof ListApplicationsInput>) =>
      look(harness, org, by, "application.list", listApplications, input),
    hold: (by: Member, applicationId: string, days = 7, reason = "The budget is not settled.") =>
      command(harness, org, by, "application.hold", holdApplication, {
        applicationId,
        reason,
        nextWordAt: new Date(Date.now() + days * 86_400_000).toISOString(),
      }),
    message: (
      by: Member,
      applicationId: string,
      days: number | null = 5,
      text = "The budget is settled on Monday.",
      question: string | null = null,
    ) =>
      command(harness, org, by, "application.message", messageCandidate, {
        applicationId,
        text,
        nextWordAt: days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString(),
        question,
      }),
    resume: (by: Member, applicationId: string) =>
      command(harness, org, by, "application.resume", resumeApplication, { applicationId }),
    reject: (
      by: Member,
      applicationId: string,
      kind: RejectKind = "filled_or_closed",
      named: { answerKey?: string; otherApplicationId?: string } = {},
    ) =>
      command(harness, org, by, "application.reject", rejectApplication, {
        applicationId,
        kind,
        answerKey: named.answerKey ?? null,
        otherApplicationId: named.otherApplicationId ?? null,
      }),
    takeBack: (by: Member, applicationId: string) =>
      command(harness, org, by, "application.takeBackMail", takeBackMail, { applicationId }),
    withdraw: (by: Member, applicationId: string) =>
      command(harness, org, by, "application.withdraw", withdrawApplication, {
        applicationId,
        said: "They took another job and told me on the telephone.",
      }),
    move: (
      by: Member,
      applicationId: string,
      toStageId: string,
      reason = "They did this before.",
      fromStageId?: string,
    ) =>
      command(harness, org, by, "application.move", moveApplication, {
        applicationId,
        toStageId,
        fromStageId,
        reason,
      }),
    transfer: (by: Member, applicationId: string, toJobId: string) =>
      command(harness, org, by, "application.transfer", transferApplication, {
        applicationId,
        toJobId,
        agreed: true,
        reason: "The other team fits better.",
      }),
    note: (by: Member, applicationId: string, kind: "logistics" | "assessment", text: string) =>
      command(harness, org, by, "application.addNote", addNote, { applicationId, kind, text }),
  };
}

/** Puts an application into a state, as other commands would have. */
export async function setApplication(
  { harness, org }: Pick<World, "harness" | "org">,
  id: string,
  set: Partial<typeof application.$inferInsert>,
): Promise<void> {
  await harness.within(org.id, (tx) =>
    tx
      .update(application)
      .set(set)
      .where(and(eq(application.orgId, org.id), eq(application.id, id))),
  );
}

/** An application as it is stored, with its interviews, stages and deviations. */
export async function readApplication(
  { harness, org }: Pick<World, "harness" | "org">,
  id: string,
) {
  return harness.within(org.id, async (tx) => {
    const [row] = await tx
      .select()
      .from(application)
      .where(and(eq(application.orgId, org.id), eq(application.id, id)));
    if (row === undefined) throw new Error("There is no such application.");
    const interviews = await tx
      .select()
      .from(interview)
      .where(and(eq(interview.orgId, org.id), eq(interview.applicationId, id)))
      .orderBy(asc(interview.id));
    const stages = await tx
      .select()
      .from(applicationStage)
      .where(and(eq(applicationStage.orgId, org.id), eq(applicationStage.applicationId, id)));
    const deviations = await tx
      .select()
      .from(deviation)
      .where(and(eq(deviation.orgId, org.id), eq(deviation.applicationId, id)));
    return { row, interviews, stages, deviations };
  });
}

/** Closes every opening of a job, so that "filled or closed" is so. */
export async function closeOpenings({ harness, org, made }: Omit<World, "cast">): Promise<void> {
  await harness.within(org.id, (tx) =>
    tx
      .update(opening)
      .set({ state: "closed", closeReason: "Budget" })
      .where(and(eq(opening.orgId, org.id), eq(opening.jobId, made.jobId))),
  );
}

/** Puts a job into a state, as other commands would have. */
export async function setJob(
  { harness, org }: Pick<World, "harness" | "org">,
  jobId: string,
  set: Partial<typeof job.$inferInsert>,
): Promise<void> {
  await harness.within(org.id, (tx) =>
    tx
      .update(job)
      .set(set)
      .where(and(eq(job.orgId, org.id), eq(job.id, jobId))),
  );
}
