import { policyCase } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockVersion, moveVersion, raiseEpoch } from "./access.ts";
import { whyNotFrom } from "./rules.ts";
import type { PolicyView, VersionInput } from "./schemas.ts";
import { policyView } from "./view.ts";

/** From now on each decision of the rule is judged by this version too, without binding; counts anew. */
export async function startShadow(
  ctx: CommandCtx,
  input: z.infer<typeof VersionInput>,
): Promise<PolicyView> {
  const row = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotFrom(row.version.state, "startShadow"));
  await ctx.tx
    .delete(policyCase)
    .where(
      and(
        eq(policyCase.orgId, ctx.org.id),
        eq(policyCase.versionId, row.version.id),
        isNull(policyCase.trialId),
      ),
    );
  await moveVersion(ctx, row, "startShadow", { shadowSince: ctx.clock });
  await raiseEpoch(ctx);
  ctx.audit({ subject: { kind: "policy", id: row.version.id }, after: { shadow: true } });
  return policyView(ctx, row.policy.id);
}
