import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockVersion, moveVersion, raiseEpoch } from "./access.ts";
import { whyNotFrom } from "./rules.ts";
import type { PolicyView, VersionInput } from "./schemas.ts";
import { policyView } from "./view.ts";

/** The version is judged beside the others no more. */
export async function stopShadow(
  ctx: CommandCtx,
  input: z.infer<typeof VersionInput>,
): Promise<PolicyView> {
  const row = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotFrom(row.version.state, "stopShadow"));
  await moveVersion(ctx, row, "stopShadow", { shadowSince: null });
  await raiseEpoch(ctx);
  ctx.audit({ subject: { kind: "policy", id: row.version.id }, after: { shadow: false } });
  return policyView(ctx, row.policy.id);
}
