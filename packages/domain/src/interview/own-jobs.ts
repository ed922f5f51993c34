import type { Reader } from "@rubric/db";
import { application, hiringTeam, relation } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";

export type OwnJobs = {
  /** Jobs whose interviews the member schedules. */
  schedules: ReadonlySet<string>;
  /** Jobs they lead, as recruiter, hiring manager or substitute. */
  leads: ReadonlySet<string>;
  /** Jobs of which they are hiring manager or substitute. */
  manages: ReadonlySet<string>;
  /** Jobs they applied to themselves: they see nothing of those (law 7). */
  appliedTo: readonly string[];
};

/** What a member has to do with the organization's jobs. */
export async function ownJobs(read: Reader, orgId: string, memberId: string): Promise<OwnJobs> {
  const applied = await read
    .select({ jobId: application.jobId })
    .from(relation)
    .innerJoin(
      application,
      and(eq(application.orgId, relation.orgId), eq(application.candidateId, relation.candidateId)),
    )
    .where(
      and(
        eq(relation.orgId, orgId),
        eq(relation.memberId, memberId),
        eq(relation.kind, "self"),
        inArray(application.state, ["active", "on_hold"]),
      ),
    );
  const appliedTo = [...new Set(applied.map((row) => row.jobId))];
  const team = await read
    .select({ jobId: hiringTeam.jobId, duty: hiringTeam.duty })
    .from(hiringTeam)
    .where(and(eq(hiringTeam.orgId, orgId), eq(hiringTeam.memberId, memberId)));
  const withDuty = (...duties: (typeof team)[number]["duty"][]) =>
    new Set(
      team
        .filter((row) => duties.includes(row.duty) && !appliedTo.includes(row.jobId))
        .map((row) => row.jobId),
    );
  return {
    schedules: withDuty("recruiter", "hiring_manager", "substitute", "coordinator"),
    leads: withDuty("recruiter", "hiring_manager", "substitute"),
    manages: withDuty("hiring_manager", "substitute"),
    appliedTo,
  };
}
