import type { Reader } from "@rubric/db";
import {
  application,
  candidate,
  growthPlan,
  interview,
  job,
  member,
  offer,
  offerApprover,
  requisition,
  requisitionApprover,
  review,
  scorecard,
} from "@rubric/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
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
  /** Who approves: whom an offer names, and whom an approval flow asks. */
  approverIds?: readonly string[];
  /** Whose growth it is, and who manages them now. */
  grows?: { memberId: string; managerId: string | null };
};

type Find = (
  read: Reader,
  orgId: string,
  id: string,
) => Promise<Omit<SubjectFacts, "kind" | "id"> | null>;

const ofApplication = {
  jobId: job.id,
  confidential: job.confidential,
  applicationId: application.id,
  candidateId: application.candidateId,
};
const itsJob = and(eq(job.orgId, application.orgId), eq(job.id, application.jobId));

const itsGrowth = { memberId: member.id, managerId: member.managerId };

const FIND: Record<Exclude<SubjectKind, "instance" | "org">, Find> = {
  job: async (read, orgId, id) => {
    const [row] = await read
      .select({ jobId: job.id, confidential: job.confidential })
      .from(job)
      .where(and(eq(job.orgId, orgId), eq(job.id, id)));
    return row ?? null;
  },
  application: async (read, orgId, id) => {
    const [row] = await read
      .select(ofApplication)
      .from(application)
      .innerJoin(job, itsJob)
      .where(and(eq(application.orgId, orgId), eq(application.id, id)));
    return row ?? null;
  },
  interview: async (read, orgId, id) => {
    const [row] = await read
      .select(ofApplication)
      .from(interview)
      .innerJoin(application, applicationOf(interview))
      .innerJoin(job, itsJob)
      .where(and(eq(interview.orgId, orgId), eq(interview.id, id)));
    return row ?? null;
  },
  scorecard: async (read, orgId, id) => {
    const [row] = await read
      .select({ ...ofApplication, authorId: scorecard.authorId })
      .from(scorecard)
      .innerJoin(application, applicationOf(scorecard))
      .innerJoin(job, itsJob)
      .where(and(eq(scorecard.orgId, orgId), eq(scorecard.id, id)));
    return row ?? null;
  },
  offer: async (read, orgId, id) => {
    const asked = read
      .select({ id: sql`coalesce(array_agg(${offerApprover.memberId}), array[]::uuid[])` })
      .from(offerApprover)
      .where(
        and(
          eq(offerApprover.orgId, offer.orgId),
          eq(offerApprover.offerId, offer.id),
          eq(offerApprover.round, offer.approvalRound),
          isNull(offerApprover.replacedAt),
        ),
      );
    const [row] = await read
      .select({
        ...ofApplication,
        approverIds: sql<string[]>`array_prepend(${offer.approverId}, ${asked})`,
      })
      .from(offer)
      .innerJoin(application, applicationOf(offer))
      .innerJoin(job, itsJob)
      .where(and(eq(offer.orgId, orgId), eq(offer.id, id)));
    return row ?? null;
  },
  requisition: async (read, orgId, id) => {
    const [row] = await read
      .select({
        authorId: requisition.authorId,
        round: requisition.approvalRound,
        jobId: requisition.jobId,
        confidential: job.confidential,
        candidateId: application.candidateId,
      })
      .from(requisition)
      .leftJoin(job, and(eq(job.orgId, requisition.orgId), eq(job.id, requisition.jobId)))
      .leftJoin(offer, and(eq(offer.orgId, requisition.orgId), eq(offer.id, requisition.offerId)))
      .leftJoin(
        application,
        and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
      )
      .where(and(eq(requisition.orgId, orgId), eq(requisition.id, id)));
    if (row === undefined) return null;
    const approvers = await read
      .select({ memberId: requisitionApprover.memberId })
      .from(requisitionApprover)
      .where(
        and(
          eq(requisitionApprover.orgId, orgId),
          eq(requisitionApprover.requisitionId, id),
          eq(requisitionApprover.round, row.round),
        ),
      );
    return {
      authorId: row.authorId,
      approverIds: approvers.map((one) => one.memberId),
      ...(row.jobId === null ? {} : { jobId: row.jobId, confidential: row.confidential ?? false }),
      ...(row.candidateId === null ? {} : { candidateId: row.candidateId }),
    };
  },
  candidate: async (read, orgId, id) => {
    const [row] = await read
      .select({ candidateId: candidate.id })
      .from(candidate)
      .where(and(eq(candidate.orgId, orgId), eq(candidate.id, id)));
    return row ?? null;
  },
  member: async (read, orgId, id) => {
    const [row] = await read
      .select(itsGrowth)
      .from(member)
      .where(and(eq(member.orgId, orgId), eq(member.id, id)));
    return row === undefined ? null : { grows: row };
  },
  review: async (read, orgId, id) => {
    const [row] = await read
      .select(itsGrowth)
      .from(review)
      .innerJoin(member, and(eq(member.orgId, review.orgId), eq(member.id, review.memberId)))
      .where(and(eq(review.orgId, orgId), eq(review.id, id)));
    return row === undefined ? null : { grows: row };
  },
  plan: async (read, orgId, id) => {
    const [row] = await read
      .select(itsGrowth)
      .from(growthPlan)
      .innerJoin(
        member,
        and(eq(member.orgId, growthPlan.orgId), eq(member.id, growthPlan.memberId)),
      )
      .where(and(eq(growthPlan.orgId, orgId), eq(growthPlan.id, id)));
    return row === undefined ? null : { grows: row };
  },
};

function applicationOf(on: typeof interview | typeof scorecard | typeof offer) {
  return and(eq(application.orgId, on.orgId), eq(application.id, on.applicationId));
}

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
