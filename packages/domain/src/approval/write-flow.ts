import { newId } from "@rubric/db";
import { approvalFlow, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuse, refuseIf } from "../errors.ts";
import { flowVersions } from "./access.ts";
import type { FlowView, SaveFlowInput } from "./schemas.ts";
import { flowView } from "./view.ts";
import { whyNotFlow, whyNotWriteFlow } from "./rules.ts";

/**
 * Writes the next version of a flow; offers that were asked for approval keep theirs. Of many at
 * once one is written, the others are refused with FLOW_CHANGED.
 */
export async function writeFlow(
  ctx: CommandCtx,
  jobId: string | null,
  input: SaveFlowInput,
): Promise<FlowView> {
  const { memberId } = requireMember(ctx);
  await requireMembers(ctx, input.groups);
  const [last] = await flowVersions(ctx, jobId);
  refuseIf(whyNotWriteFlow(input.previous, last?.number ?? 0));
  const [written] = await ctx.tx
    .insert(approvalFlow)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      jobId,
      number: input.previous + 1,
      groups: input.groups,
      reason: input.reason,
      authorId: memberId,
      createdAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning();
  if (written === undefined) return refuse("FLOW_CHANGED", {});
  ctx.audit({
    subject: { kind: "approval_flow", id: written.id },
    before: { groups: last?.groups ?? [] },
    after: { number: written.number, groups: written.groups, reason: written.reason, jobId },
  });
  return flowView(ctx, jobId);
}

async function requireMembers(ctx: CommandCtx, groups: SaveFlowInput["groups"]): Promise<void> {
  const rows = await ctx.tx
    .select({ id: member.id, roles: member.roles })
    .from(member)
    .where(
      and(eq(member.orgId, ctx.org.id), eq(member.kind, "person"), eq(member.state, "active")),
    );
  const fit = new Set(
    rows.filter((row) => row.roles.some((role) => role !== "auditor")).map((row) => row.id),
  );
  refuseIf(whyNotFlow(groups, fit));
}
