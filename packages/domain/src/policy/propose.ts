import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { factsOf, lockVersion, moveVersion } from "./access.ts";
import { whyNotOwn } from "./rules.ts";
import type { PolicyView, VersionInput } from "./schemas.ts";
import { policyView } from "./view.ts";

/** draft → proposed: another admin may approve it now. */
export async function proposePolicy(
  ctx: CommandCtx,
  input: z.infer<typeof VersionInput>,
): Promise<PolicyView> {
  const row = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotOwn(factsOf(ctx, row.version), "propose"));
  await moveVersion(ctx, row, "propose", { state: "proposed", stateReason: null });
  ctx.audit({
    subject: { kind: "policy", id: row.version.id },
    before: { state: row.version.state },
    after: { state: "proposed" },
  });
  return policyView(ctx, row.policy.id);
}
