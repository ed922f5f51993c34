import { newId } from "@rubric/db";
import { auditDetail, policyCase, policyRefusal, policyTrial } from "@rubric/db/schema";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { lockVersion } from "./access.ts";
import { whyNotFrom, whyNotTry } from "./rules.ts";
import type { PolicyView, VersionInput } from "./schemas.ts";
import { policyView } from "./view.ts";

/**
 * Begins to judge the organization's history by a version that does not bind: the worker goes
 * through it in the background. What an earlier trial of the version found is replaced.
 */
export async function tryPolicy(
  ctx: CommandCtx,
  input: z.infer<typeof VersionInput>,
): Promise<PolicyView> {
  const { version, policy } = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotFrom(version.state, "try"));
  const ofVersion = and(
    eq(policyTrial.orgId, ctx.org.id),
    eq(policyTrial.versionId, version.id),
    inArray(policyTrial.state, ["waiting", "running"]),
  );
  const running = await ctx.tx.select({ id: policyTrial.id }).from(policyTrial).where(ofVersion);
  refuseIf(whyNotTry(running.length));
  await ctx.tx
    .delete(policyCase)
    .where(
      and(
        eq(policyCase.orgId, ctx.org.id),
        eq(policyCase.versionId, version.id),
        isNotNull(policyCase.trialId),
      ),
    );
  const judged = await ctx.tx.$count(
    auditDetail,
    and(eq(auditDetail.orgId, ctx.org.id), eq(auditDetail.judged, true)),
  );
  const refused = await ctx.tx.$count(
    policyRefusal,
    and(eq(policyRefusal.orgId, ctx.org.id), eq(policyRefusal.rule, policy.rule)),
  );
  const id = newId();
  await ctx.tx.insert(policyTrial).values({
    orgId: ctx.org.id,
    id,
    versionId: version.id,
    state: "waiting",
    total: judged + refused,
    seen: 0,
    judged: 0,
    changed: 0,
    startedBy: requireMember(ctx).memberId,
    createdAt: ctx.clock,
  });
  await ctx.enqueue("policyTrial", { orgId: ctx.org.id, id });
  ctx.audit({ subject: { kind: "policy", id: version.id }, after: { trial: id } });
  return policyView(ctx, policy.id);
}
