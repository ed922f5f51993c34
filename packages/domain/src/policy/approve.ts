import { policyVersion } from "@rubric/db/schema";
import { and, eq, max } from "drizzle-orm";
import type { z } from "zod";
import { whyNotAsRead } from "../approval/rules.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { factsOf, lockVersion, moveVersion, raiseEpoch } from "./access.ts";
import { segmentOf } from "./load.ts";
import { whyNotApprove } from "./rules.ts";
import type { ApprovePolicyInput, PolicyView } from "./schemas.ts";
import { policyView } from "./view.ts";

/**
 * proposed → approved, by an admin who is not the author: it binds from its day on, at the earliest
 * now, as the approver read it. From here on it never changes; a later version takes its place.
 */
export async function approvePolicy(
  ctx: CommandCtx,
  input: z.infer<typeof ApprovePolicyInput>,
): Promise<PolicyView> {
  const row = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotApprove(factsOf(ctx, row.version)));
  refuseIf(whyNotAsRead(input.revision, row.version.revision));
  const { effectiveFrom: asked } = row.version;
  const effectiveFrom = asked === null || asked < ctx.clock ? ctx.clock : asked;
  const number = await nextNumber(ctx, row.policy.id);
  await moveVersion(ctx, row, "approve", {
    state: "approved",
    number,
    effectiveFrom,
    shadowSince: null,
    approverId: requireMember(ctx).memberId,
    approvedAt: ctx.clock,
  });
  await raiseEpoch(ctx);
  const { kind, parameters, ends, effectiveTo, authorId } = row.version;
  ctx.audit({
    subject: { kind: "policy", id: row.version.id },
    before: { state: row.version.state },
    after: {
      state: "approved",
      number,
      rule: row.policy.rule,
      segment: segmentOf(row.policy),
      kind,
      parameters,
      ends,
      effectiveFrom: toInstant(effectiveFrom),
      effectiveTo: toInstant(effectiveTo),
      authorId,
    },
  });
  return policyView(ctx, row.policy.id);
}

async function nextNumber(ctx: CommandCtx, policyId: string): Promise<number> {
  const [row] = await ctx.tx
    .select({ last: max(policyVersion.number) })
    .from(policyVersion)
    .where(and(eq(policyVersion.orgId, ctx.org.id), eq(policyVersion.policyId, policyId)));
  return (row?.last ?? 0) + 1;
}
