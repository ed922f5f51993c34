import type { Tx } from "@rubric/db";
import { auditDetail, auditEntry, policyRefusal } from "@rubric/db/schema";
import { and, asc, eq, gt, lt } from "drizzle-orm";
import { z } from "zod";
import { Explanation } from "./explanation.ts";

/** A command that was judged by policies, done or refused. */
export type PastCommand = {
  id: string;
  at: Date;
  action: string;
  subjectKind: string;
  subjectId: string;
  jobId: string | null;
  candidateId: string | null;
  judged: Explanation[];
};

const Details = z.object({
  judged: z.object({ jobId: z.uuid().nullable(), by: z.array(Explanation) }),
});

/**
 * The next commands of an organization that a rule judged, by id and so by time, after one and
 * before another: of what was done from the audit trail, of what was refused from what was kept.
 * Erased details are not among them.
 */
export async function pastCommands(
  tx: Tx,
  orgId: string,
  of: { rule: string; after: string; before: string; limit: number },
): Promise<PastCommand[]> {
  const done = await tx
    .select({ entry: auditEntry, detail: auditDetail })
    .from(auditDetail)
    .innerJoin(
      auditEntry,
      and(eq(auditEntry.orgId, auditDetail.orgId), eq(auditEntry.id, auditDetail.entryId)),
    )
    .where(
      and(
        eq(auditDetail.orgId, orgId),
        eq(auditDetail.judged, true),
        gt(auditDetail.entryId, of.after),
        lt(auditDetail.entryId, of.before),
      ),
    )
    .orderBy(asc(auditDetail.entryId))
    .limit(of.limit);
  const refused = await tx
    .select()
    .from(policyRefusal)
    .where(
      and(
        eq(policyRefusal.orgId, orgId),
        eq(policyRefusal.rule, of.rule),
        gt(policyRefusal.id, of.after),
        lt(policyRefusal.id, of.before),
      ),
    )
    .orderBy(asc(policyRefusal.id))
    .limit(of.limit);
  const commands = [
    ...done.map(({ entry, detail }) => {
      const { jobId, by } = Details.parse(detail.details).judged;
      return { ...entry, jobId, candidateId: detail.candidateId, judged: by };
    }),
    ...refused.map((row) => ({ ...row, judged: [Explanation.parse(row.explanation)] })),
  ];
  return commands.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, of.limit);
}
