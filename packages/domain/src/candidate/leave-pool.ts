import { poolConsent } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockPerson, openConsent } from "../retention/pool.ts";
import { ownView, requireCandidate } from "./own.ts";
import { whyNotLeavePool } from "./rules.ts";
import type { OwnView } from "./schemas.ts";

/** Takes back the consent to the talent pool, at once; what only it kept is erased (law 10). */
export async function leavePool(ctx: CommandCtx): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  await lockPerson(ctx, candidateId);
  refuseIf(whyNotLeavePool({ given: (await openConsent(ctx, candidateId)) !== null }));
  const ended = await ctx.tx
    .update(poolConsent)
    .set({ endedAt: ctx.clock, ended: "withdrawn" })
    .where(
      and(
        eq(poolConsent.orgId, ctx.org.id),
        eq(poolConsent.candidateId, candidateId),
        isNull(poolConsent.endedAt),
      ),
    )
    .returning({ id: poolConsent.id });
  const [consent] = ended;
  if (consent === undefined) return refuse("POOL_LEFT", {});
  await ctx.enqueue("erasure", { orgId: ctx.org.id, id: candidateId });
  ctx.audit({
    subject: { kind: "candidate", id: candidateId },
    after: { consentId: consent.id, pool: "left" },
    candidateId,
  });
  return ownView(ctx);
}
