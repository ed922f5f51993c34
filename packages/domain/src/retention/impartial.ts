import { application, relation } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { selves } from "../identity/selves.ts";
import { throughWall } from "./wall.ts";

/**
 * Law 7: whoever has to do with the person neither sets nor lifts a legal hold on them, nor does who
 * ever applied to a job for all who did; what is restricted counts. CONFLICT_OF_INTEREST.
 */
export async function refusePartial(
  ctx: CommandCtx,
  on: { candidateId: string | null; jobId: string | null },
): Promise<void> {
  const { tx, org } = ctx;
  const { candidateId, jobId } = on;
  const mine = and(
    eq(relation.orgId, org.id),
    inArray(relation.memberId, selves(org.id, requireMember(ctx).memberId)),
  );
  const [found] = await throughWall(tx, () =>
    candidateId === null
      ? tx
          .select({ why: relation.kind })
          .from(relation)
          .innerJoin(
            application,
            and(
              eq(application.orgId, relation.orgId),
              eq(application.candidateId, relation.candidateId),
            ),
          )
          .where(and(mine, eq(relation.kind, "self"), eq(application.jobId, jobId ?? "")))
          .limit(1)
      : tx
          .select({ why: relation.kind })
          .from(relation)
          .where(and(mine, eq(relation.candidateId, candidateId)))
          .limit(1),
  );
  if (found !== undefined) refuse("CONFLICT_OF_INTEREST", { why: found.why });
}
