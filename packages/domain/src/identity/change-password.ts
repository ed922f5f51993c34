import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireAccountRow } from "./access.ts";
import { passwordMatches, requireStrong } from "./passwords.ts";
import type { ChangePasswordInput } from "./schemas.ts";
import { sessions } from "./sessions.ts";
import { setPassword } from "./set-password.ts";

/** Changes one's own password; every session ends and this browser gets a new one. */
export async function changePassword(
  ctx: CommandCtx,
  input: z.infer<typeof ChangePasswordInput>,
): Promise<{ done: true }> {
  const found = await requireAccountRow(ctx);
  if (!(await passwordMatches(found.hash, input.current))) {
    return refuse("PASSWORD_WRONG", { fields: { current: "This is not your current password." } });
  }
  requireStrong(input.password, "password", [found.name, found.email]);
  await setPassword(ctx.tx, found.id, input.password, ctx.clock);
  ctx.issueSession(await sessions(ctx.tx).open(found.id, ctx.origin, ctx.clock));
  await ctx.enqueue("passwordChanged", { orgId: null, id: found.id });
  ctx.audit({ subject: { kind: "account", id: found.id } });
  return { done: true };
}
