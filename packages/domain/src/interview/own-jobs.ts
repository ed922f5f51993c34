import { among, type Reader, together } from "@rubric/db";
import { application, hiringTeam, relation } from "@rubric/db/schema";
import { and, eq, not, type Placeholder, type SQL } from "drizzle-orm";
import { isUnderWay } from "../application/under-way.ts";
import { isHeldDuty } from "../held-duty.ts";
import { isSelf } from "../identity/selves.ts";

export type OwnJobs = {
  /** Jobs whose interviews the member schedules. */
  schedules: ReadonlySet<string>;
  /** Jobs they lead, as recruiter, hiring manager or substitute. */
  leads: ReadonlySet<string>;
  /** Jobs of which they are hiring manager or substitute. */
  manages: ReadonlySet<string>;
  /** Jobs they applied to themselves: they see nothing of those (law 7). */
  appliedTo: readonly string[];
  /** Their own applications under way, also where the address is not proven and hides no job. */
  own: readonly string[];
};

type Ids = readonly string[] | Placeholder<string, readonly string[]>;

/** That the `application` of a query is neither the member's own nor beside one of theirs (law 7). */
export function notHidden({ appliedTo, own }: { appliedTo: Ids; own: Ids }): SQL | undefined {
  return and(not(among(application.jobId, appliedTo)), not(among(application.id, own)));
}

/** What a member has to do with the organization's jobs. */
export async function ownJobs(read: Reader, orgId: string, memberId: string): Promise<OwnJobs> {
  const [applied, team] = await together([
    read
      .select({ id: application.id, jobId: application.jobId, provenAt: application.provenAt })
      .from(relation)
      .innerJoin(
        application,
        and(
          eq(application.orgId, relation.orgId),
          eq(application.candidateId, relation.candidateId),
        ),
      )
      .where(and(isSelf(orgId, memberId), isUnderWay())),
    read
      .select({ jobId: hiringTeam.jobId, duty: hiringTeam.duty })
      .from(hiringTeam)
      .where(and(eq(hiringTeam.orgId, orgId), eq(hiringTeam.memberId, memberId), isHeldDuty())),
  ]);
  const proven = applied.filter((row) => row.provenAt !== null);
  const appliedTo = [...new Set(proven.map((row) => row.jobId))];
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
    own: applied.map((row) => row.id),
  };
}
