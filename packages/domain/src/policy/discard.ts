import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { factsOf, lockVersion, moveVersion, raiseEpoch } from "./access.ts";
import { whyNotOwn } from "./rules.ts";
import type { PolicyView, VersionInput } from "./schemas.ts";
import { policyView } from "./view.ts";

/** draft, proposed → discarded, by its author; it stays to be read. */
export async function discardPolicy(
  ctx: CommandCtx,
  input: z.infer<typeof VersionInput>,
): Promise<PolicyView> {
  const row = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotOwn(factsOf(ctx, row.version), "discard"));
  await moveVersion(ctx, row, "discard", { state: "discarded", shadowSince: null });
  if (row.version.shadowSince !== null) await raiseEpoch(ctx);
  ctx.audit({
    subject: { kind: "policy", id: row.version.id },
    before: { state: row.version.state },
    after: { state: "discarded" },
  });
  return policyView(ctx, row.policy.id);
}
