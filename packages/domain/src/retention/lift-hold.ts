import { erasure, legalHold } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { refusePartial } from "./impartial.ts";
import type { HoldView, LiftHoldInput } from "./schemas.ts";
import { whyNotLift } from "./rules.ts";

/**
 * Lifts a legal hold; the law's order goes on from there: requests that waited are looked at by the
 * erasure job at once, all else with the day (law 10). HOLD_LIFTED if somebody did before.
 */
export async function liftHold(
  ctx: CommandCtx,
  input: z.infer<typeof LiftHoldInput>,
): Promise<HoldView> {
  const { memberId } = requireMember(ctx);
  const at = and(eq(legalHold.orgId, ctx.org.id), eq(legalHold.id, input.holdId));
  const [known] = await ctx.tx.select().from(legalHold).where(at);
  if (known === undefined) return refuse("NOT_FOUND", {});
  await refusePartial(ctx, known);
  refuseIf(whyNotLift({ lifted: known.liftedAt !== null }));
  const [lifted] = await ctx.tx
    .update(legalHold)
    .set({ liftedAt: ctx.clock, liftedBy: memberId, liftedReason: input.reason })
    .where(and(at, isNull(legalHold.liftedAt)))
    .returning();
  if (lifted === undefined) return refuse("HOLD_LIFTED", {});
  const waiting = await ctx.tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(
      and(
        eq(erasure.orgId, ctx.org.id),
        eq(erasure.state, "waiting"),
        lifted.candidateId === null ? undefined : eq(erasure.candidateId, lifted.candidateId),
      ),
    );
  for (const { id } of waiting) await ctx.enqueue("erasure", { orgId: ctx.org.id, id });
  ctx.audit({
    subject: {
      kind: lifted.candidateId === null ? "job" : "candidate",
      id: lifted.candidateId ?? lifted.jobId ?? lifted.id,
    },
    before: { holdId: lifted.id, reason: lifted.reason },
    after: { reason: input.reason },
    ...(lifted.candidateId === null ? {} : { candidateId: lifted.candidateId }),
  });
  return { id: lifted.id, setAt: toInstant(lifted.setAt), liftedAt: toInstant(ctx.clock) };
}
