import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { findAccount } from "./access.ts";
import type { RequestResetInput } from "./schemas.ts";

/** Sends a reset link if the address has an account; the answer is the same if it has none. */
export async function requestReset(
  ctx: CommandCtx,
  input: z.infer<typeof RequestResetInput>,
): Promise<{ done: true }> {
  const found = await findAccount(ctx.tx, input.email);
  if (found !== null) await ctx.enqueue("mail", { orgId: null, id: found.id });
  ctx.audit({ subject: { kind: "account", id: found?.id ?? "unknown" } });
  return { done: true };
}
