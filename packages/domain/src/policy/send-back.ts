import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockVersion, moveVersion } from "./access.ts";
import { whyNotSendBack } from "./rules.ts";
import type { PolicyView, SendBackPolicyInput } from "./schemas.ts";
import { policyView } from "./view.ts";

/** proposed → draft, with a reason that its author reads. */
export async function sendBackPolicy(
  ctx: CommandCtx,
  input: z.infer<typeof SendBackPolicyInput>,
): Promise<PolicyView> {
  const row = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotSendBack(row.version));
  await moveVersion(ctx, row, "sendBack", { state: "draft", stateReason: input.reason });
  ctx.audit({
    subject: { kind: "policy", id: row.version.id },
    before: { state: row.version.state },
    after: { state: "draft", reason: input.reason },
  });
  return policyView(ctx, row.policy.id);
}
