import type { Reader } from "@rubric/db";
import { application, candidate, interview, job, offer, scorecard } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { SubjectKind } from "./permissions.ts";

/** What the subject of a call belongs to; the input of every question about duties. */
export type SubjectFacts = {
  kind: SubjectKind;
  id: string | null;
  jobId?: string;
  confidential?: boolean;
  applicationId?: string;
  candidateId?: string;
  authorId?: string;
  approverId?: string;
};

type Find = (
  read: Reader,
  orgId: string,
  id: string,
) => Promise<Omit<SubjectFacts, "kind" | "id"> | null>;

const findApplication: Find = async (read, orgId, id) => {
  const [row] = await read
    .select({
      jobId: job.id,
      confidential: job.confidential,
      applicationId: application.id,
      candidateId: application.candidateId,
    })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, orgId), eq(application.id, id)));
  return row ?? null;
};

const FIND: Record<Exclude<SubjectKind, "instance" | "org">, Find> = {
  job: async (read, orgId, id) => {
    const [row] = await read
      .select({ jobId: job.id, confidential: job.confidential })
      .from(job)
      .where(and(eq(job.orgId, orgId), eq(job.id, id)));
    return row ?? null;
  },
  application: findApplication,
  interview: async (read, orgId, id) => {
    const [row] = await read
      .select({ applicationId: interview.applicationId })
      .from(interview)
      .where(and(eq(interview.orgId, orgId), eq(interview.id, id)));
    return row === undefined ? null : findApplication(read, orgId, row.applicationId);
  },
  scorecard: async (read, orgId, id) => {
    const [row] = await read
      .select({ applicationId: scorecard.applicationId, authorId: scorecard.authorId })
      .from(scorecard)
      .where(and(eq(scorecard.orgId, orgId), eq(scorecard.id, id)));
    if (row === undefined) return null;
    const found = await findApplication(read, orgId, row.applicationId);
    return found && { ...found, authorId: row.authorId };
  },
  offer: async (read, orgId, id) => {
    const [row] = await read
      .select({ applicationId: offer.applicationId, approverId: offer.approverId })
      .from(offer)
      .where(and(eq(offer.orgId, orgId), eq(offer.id, id)));
    if (row === undefined) return null;
    const found = await findApplication(read, orgId, row.applicationId);
    return found && { ...found, approverId: row.approverId };
  },
  candidate: async (read, orgId, id) => {
    const [row] = await read
      .select({ candidateId: candidate.id })
      .from(candidate)
      .where(and(eq(candidate.orgId, orgId), eq(candidate.id, id)));
    return row ?? null;
  },
};

/** Finds the subject of a call inside the organization; null if there is none. */
export async function findSubject(
  read: Reader,
  orgId: string,
  kind: SubjectKind,
  id: string | null,
): Promise<SubjectFacts | null> {
  if (kind === "instance" || kind === "org") return { kind, id: null };
  if (id === null) return null;
  const found = await FIND[kind](read, orgId, id);
  return found && { kind, id, ...found };
}
