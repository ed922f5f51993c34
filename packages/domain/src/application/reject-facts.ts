import { type Database, type Given, prepared } from "@rubric/db";
import { application, candidate, interview, opening } from "@rubric/db/schema";
import { and, asc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { ApplicationRow } from "./rows.ts";
import type { RejectKind } from "./schemas.ts";
import { isSilent } from "./silence.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/** What a rejection names as its fact. */
export type Named = { answerKey: string | null; otherApplicationId: string | null };

/** Whether the fact of an administrative rejection is so (law 4). */
export async function rejectionHolds(
  ctx: Ctx,
  row: ApplicationRow,
  jobState: string,
  kind: RejectKind,
  named: Named,
): Promise<boolean> {
  switch (kind) {
    case "not_eligible":
      return row.answers.some((one) => one.eligibility && one.key === named.answerKey);
    case "duplicate":
      return isDuplicateOf(ctx, row, named.otherApplicationId);
    case "no_answer":
      return hasMissedAnswer(ctx, row.id);
    case "filled_or_closed":
      return jobState === "closed" || !(await hasSeat(ctx, row.jobId));
  }
}

type Alike = { orgId: string; id: string; candidateId: string; jobId: string };

const alikeIn = (db: Pick<Database, "select">, of: Given<Alike>, which?: SQL) => {
  // Asked for once, not once for each of the others.
  const own = (what: SQL) =>
    sql`(select ${what} from ${candidate} own where own.org_id = ${of.orgId} and own.id = ${of.candidateId})`;
  return db
    .select({
      applicationId: application.id,
      name: candidate.name,
      createdAt: application.createdAt,
    })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, of.orgId),
        eq(application.jobId, of.jobId),
        ne(application.id, of.id),
        inArray(application.state, ["active", "on_hold", "hired"]),
        or(
          sql`lower(${candidate.name}) = ${own(sql`lower(own.name)`)}`,
          sql`${candidate.phone} = ${own(sql`nullif(own.phone, '')`)}`,
          sql`${candidate.links} && ${own(sql`own.links`)}`,
        ),
        which,
      ),
    )
    .orderBy(asc(application.createdAt), asc(application.id))
    .limit(20);
};
const alike = prepared((db, of: Given<Alike>) => alikeIn(db, of));
const alikeTo = prepared((db, of: Given<Alike & { otherId: string }>) =>
  alikeIn(db, of, eq(application.id, of.otherId)),
);

/** The first 20 other applications to the job that go on and whose person has this name, phone or a link. */
export async function duplicatesOf(
  { read, org }: Pick<Ctx, "read" | "org">,
  { id, candidateId, jobId }: ApplicationRow,
) {
  return alike(read, { orgId: org.id, id, candidateId, jobId });
}

async function isDuplicateOf({ read, org }: Ctx, row: ApplicationRow, otherId: string | null) {
  if (otherId === null) return false;
  const { id, candidateId, jobId } = row;
  return (await alikeTo(read, { orgId: org.id, id, candidateId, jobId, otherId })).length > 0;
}

const interviewsFor = prepared((db, of: Given<{ orgId: string; applicationId: string }>) =>
  db
    .select({
      planInterviewId: interview.planInterviewId,
      state: interview.state,
      absentSide: interview.absentSide,
      startsAt: interview.startsAt,
      proposedTimes: interview.proposedTimes,
    })
    .from(interview)
    .where(and(eq(interview.orgId, of.orgId), eq(interview.applicationId, of.applicationId))),
);

async function hasMissedAnswer({ read, org, clock }: Ctx, applicationId: string): Promise<boolean> {
  return isSilent(await interviewsFor(read, { orgId: org.id, applicationId }), clock);
}

const seatLeft = prepared((db, of: Given<{ orgId: string; jobId: string }>) =>
  db
    .select({ id: opening.id })
    .from(opening)
    .where(
      and(
        eq(opening.orgId, of.orgId),
        eq(opening.jobId, of.jobId),
        inArray(opening.state, ["open", "reserved"]),
      ),
    )
    .limit(1),
);

async function hasSeat({ read, org }: Ctx, jobId: string): Promise<boolean> {
  return (await seatLeft(read, { orgId: org.id, jobId })).length > 0;
}
