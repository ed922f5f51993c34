import { application, deadline, memberAbsence, relation, scorecard } from "@rubric/db/schema";
import {
  and,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  not,
  notInArray,
  or,
  type SQL,
} from "drizzle-orm";
import type { Member, ReadCtx } from "../context.ts";
import { isSelf } from "../identity/selves.ts";
import { type OwnJobs, ownJobs } from "../interview/own-jobs.ts";
import { whyBlind } from "../scorecard/seal.ts";
import { seatsOf, stagesOf } from "../scorecard/seal-facts.ts";
import { actingOf } from "./acting.ts";
import { JUDGING } from "./kinds.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/** A member as deadlines see them. */
export type DeadlineReader = {
  member: Member;
  jobs: OwnJobs;
  /** Candidates who are the member themselves. */
  selves: readonly string[];
  /** Candidates whose judgement is sealed to them (law 1). */
  blindOn: readonly string[];
  /** Members who are away now and named them as their stand-in. */
  covering: readonly string[];
};

/** Loads what decides which deadlines a member sees. */
export async function deadlineReader(ctx: Ctx, member: Member): Promise<DeadlineReader> {
  const { read, org, clock } = ctx;
  const own = await read
    .select({ id: relation.candidateId })
    .from(relation)
    .where(isSelf(org.id, member.memberId));
  const away = await read
    .select({ id: memberAbsence.memberId })
    .from(memberAbsence)
    .where(
      and(
        eq(memberAbsence.orgId, org.id),
        eq(memberAbsence.standInId, member.memberId),
        lte(memberAbsence.from, clock),
        gt(memberAbsence.until, clock),
      ),
    );
  return {
    member,
    jobs: await ownJobs(read, org.id, member.memberId),
    selves: own.map((row) => row.id),
    blindOn: await blindOnWhom(ctx, member.memberId),
    covering: away.map((row) => row.id),
  };
}

/** The candidates whom a member owes a scorecard on, or was excused from an undecided one. */
export async function blindOnWhom(ctx: Ctx, memberId: string): Promise<string[]> {
  const rows = await ctx.read
    .selectDistinct({ id: application.candidateId })
    .from(scorecard)
    .innerJoin(
      application,
      and(eq(application.orgId, scorecard.orgId), eq(application.id, scorecard.applicationId)),
    )
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.authorId, memberId),
        inArray(scorecard.state, ["assigned", "draft", "excused"]),
      ),
    );
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const seats = await seatsOf(ctx.read, ctx.org.id, ids);
  const stages = await stagesOf(ctx.read, ctx.org.id, ids);
  return ids.filter((id) => {
    const of = <T extends { candidateId: string }>(list: readonly T[]) =>
      list.filter((one) => one.candidateId === id);
    return whyBlind(memberId, of(seats), of(stages)) !== null;
  });
}

/**
 * The deadlines that a member may see: those they have or stand in for, those of the jobs they lead
 * or schedule for, and for admins all; none of a job they apply to or of themselves (law 7), none
 * that tells of a judgement that is sealed to them (law 1).
 */
export function isVisible(reader: DeadlineReader, at: Date): SQL | undefined {
  const { jobs, member } = reader;
  return and(
    member.roles.includes("admin") ? undefined : or(isTheirs(reader, at), ofTheirJobs(jobs)),
    or(isNull(deadline.jobId), notInArray(deadline.jobId, [...jobs.appliedTo])),
    or(isNull(deadline.candidateId), notInArray(deadline.candidateId, [...reader.selves])),
    isOpenTo(reader),
  );
}

/**
 * Law 1: to whom a candidate is sealed, nothing shows that is there because of a judgement, that
 * somebody wrote in their own words, or that was met by telling a judgement; to a service account
 * nothing of the kind of anybody.
 */
function isOpenTo({ member, blindOn }: DeadlineReader): SQL | undefined {
  const tells = or(
    inArray(deadline.kind, JUDGING),
    isNotNull(deadline.recordedBy),
    and(ne(deadline.state, "open"), ne(deadline.kind, "scorecard_owed")),
  );
  const sealed = inArray(deadline.candidateId, [...blindOn]);
  return or(
    isNull(deadline.candidateId),
    not(member.accountId === null ? (tells ?? sealed) : (and(sealed, tells) ?? sealed)),
  );
}

function isTheirs({ member, covering }: DeadlineReader, at: Date): SQL | undefined {
  return or(
    eq(deadline.ownerId, member.memberId),
    eq(deadline.standInId, member.memberId),
    and(inArray(deadline.ownerId, [...covering]), eq(actingOf(at), member.memberId)),
  );
}

/** Those that a member has now: their own, and those they stand in for meanwhile. */
export function isMine(reader: DeadlineReader, at: Date): SQL | undefined {
  const { memberId } = reader.member;
  return and(isTheirs(reader, at), or(eq(deadline.ownerId, memberId), eq(actingOf(at), memberId)));
}

function ofTheirJobs(jobs: OwnJobs): SQL {
  return inArray(deadline.jobId, [...new Set([...jobs.leads, ...jobs.schedules])]);
}

/** Whether a member may know who the candidate of a job's deadline is. */
export function knowsCandidate(
  { member, jobs }: Pick<DeadlineReader, "member" | "jobs">,
  row: { jobId: string | null; confidential: boolean; kind: string; ownerId: string | null },
): boolean {
  if (row.kind === "scorecard_owed" && row.ownerId === member.memberId) return true;
  if (row.jobId === null) return member.roles.includes("admin");
  if (jobs.appliedTo.includes(row.jobId)) return false;
  if (jobs.leads.has(row.jobId) || jobs.schedules.has(row.jobId)) return true;
  return member.roles.includes("recruiter") && !row.confidential;
}

/** Law 1: whether the words that somebody wrote about a candidate are sealed to a member. */
export function isSealedTo(
  { member, blindOn }: Pick<DeadlineReader, "member" | "blindOn">,
  candidateId: string | null,
): boolean {
  return candidateId !== null && (member.accountId === null || blindOn.includes(candidateId));
}
