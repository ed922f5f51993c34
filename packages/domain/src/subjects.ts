import { type Reader, statement, type Statement } from "@rubric/db";
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
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

/** The kinds of subjects that are rows, and are looked for. */
export type RowKind = Exclude<SubjectKind, "instance" | "org">;

const ofApplication = sql`job.id as job_id, job.confidential, application.id as application_id,
  application.candidate_id`;
const itsJob = sql`join job on job.org_id = application.org_id and job.id = application.job_id`;
const itsGrowth = sql`member.id as grows_id, member.manager_id`;

/**
 * A subject as one row, or none, of a row `call` with `org_id` and `subject_id`. Its columns are
 * those of `SubjectRow`; what a kind has nothing of is left out.
 */
export const SUBJECT_OF_CALL: Record<RowKind, SQL> = {
  job: sql`select job.id as job_id, job.confidential
    from job where job.org_id = call.org_id and job.id = call.subject_id`,
  application: sql`select ${ofApplication} from application ${itsJob}
    where application.org_id = call.org_id and application.id = call.subject_id`,
  interview: ofPart(sql`interview`, null),
  scorecard: ofPart(sql`scorecard`, sql`it.author_id`),
  offer: ofPart(
    sql`offer`,
    sql`array_prepend(it.approver_id, coalesce((
      select array_agg(asked.member_id) from offer_approver asked
      where asked.org_id = it.org_id and asked.offer_id = it.id
        and asked.round = it.approval_round and asked.replaced_at is null
    ), array[]::uuid[])) as approver_ids`,
  ),
  requisition: sql`select it.author_id, it.job_id,
      case when it.job_id is not null then coalesce(job.confidential, false) end as confidential,
      application.candidate_id,
      coalesce((
        select array_agg(asked.member_id) from requisition_approver asked
        where asked.org_id = it.org_id and asked.requisition_id = it.id
          and asked.round = it.approval_round
      ), array[]::uuid[]) as approver_ids
    from requisition it
    left join job on job.org_id = it.org_id and job.id = it.job_id
    left join offer on offer.org_id = it.org_id and offer.id = it.offer_id
    left join application on application.org_id = offer.org_id and application.id = offer.application_id
    where it.org_id = call.org_id and it.id = call.subject_id`,
  candidate: sql`select candidate.id as candidate_id
    from candidate where candidate.org_id = call.org_id and candidate.id = call.subject_id`,
  member: sql`select ${itsGrowth}
    from member where member.org_id = call.org_id and member.id = call.subject_id`,
  review: ofGrowth(sql`review`),
  plan: ofGrowth(sql`growth_plan`),
};

function ofPart(table: SQL, more: SQL | null): SQL {
  return sql`select ${ofApplication}${more === null ? sql`` : sql`, ${more}`} from ${table} it
    join application on application.org_id = it.org_id and application.id = it.application_id ${itsJob}
    where it.org_id = call.org_id and it.id = call.subject_id`;
}

function ofGrowth(table: SQL): SQL {
  return sql`select ${itsGrowth} from ${table} it
    join member on member.org_id = it.org_id and member.id = it.member_id
    where it.org_id = call.org_id and it.id = call.subject_id`;
}

/** The kinds whose rows belong to a job, so that a member has ties to them. */
export const OF_A_JOB: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  "job",
  "application",
  "interview",
  "scorecard",
  "offer",
  "requisition",
]);

export const SubjectRow = z.object({
  job_id: z.string().nullish(),
  confidential: z.boolean().nullish(),
  application_id: z.string().nullish(),
  candidate_id: z.string().nullish(),
  author_id: z.string().nullish(),
  approver_ids: z.array(z.string()).nullish(),
  grows_id: z.string().nullish(),
  manager_id: z.string().nullish(),
});

/** What a subject's row says of it. */
export function subjectFrom(
  kind: SubjectKind,
  id: string | null,
  row: z.infer<typeof SubjectRow>,
): SubjectFacts {
  return {
    kind,
    id,
    ...(row.job_id == null ? {} : { jobId: row.job_id }),
    ...(row.confidential == null ? {} : { confidential: row.confidential }),
    ...(row.application_id == null ? {} : { applicationId: row.application_id }),
    ...(row.candidate_id == null ? {} : { candidateId: row.candidate_id }),
    ...(row.author_id == null ? {} : { authorId: row.author_id }),
    ...(row.approver_ids == null ? {} : { approverIds: row.approver_ids }),
    ...(row.grows_id == null
      ? {}
      : { grows: { memberId: row.grows_id, managerId: row.manager_id ?? null } }),
  };
}

const looks = new Map<RowKind, Statement>();

function lookFor(kind: RowKind): Statement {
  const made =
    looks.get(kind) ??
    statement(sql`
    select found.* from (
      select ${sql.placeholder("org")}::uuid as org_id, ${sql.placeholder("id")}::uuid as subject_id
    ) call, lateral (${SUBJECT_OF_CALL[kind]}) found`);
  looks.set(kind, made);
  return made;
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
  const [row] = await lookFor(kind).send(read, { org: orgId, id });
  return row === undefined ? null : subjectFrom(kind, id, SubjectRow.parse(row));
}
