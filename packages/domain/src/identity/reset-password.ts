import { account } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { redeemLink } from "./links.ts";
import { requireStrong } from "./passwords.ts";
import type { ResetPasswordInput } from "./schemas.ts";
import { setPassword } from "./set-password.ts";

/** Sets a new password by the link that was sent, once; all sessions end. */
export async function resetPassword(
  ctx: CommandCtx,
  input: z.infer<typeof ResetPasswordInput>,
): Promise<{ done: true }> {
  const { subjectId } = await redeemLink(ctx.tx, "password_reset", input.token, ctx.clock);
  const [found] = await ctx.tx.select().from(account).where(eq(account.id, subjectId));
  if (found === undefined) return refuse("LINK_INVALID", {});
  requireStrong(input.password, "password", [found.name, found.email]);
  await setPassword(ctx.tx, found.id, input.password, ctx.clock);
  await ctx.enqueue("passwordChanged", { orgId: null, id: found.id });
  ctx.audit({ subject: { kind: "account", id: found.id } });
  return { done: true };
}
