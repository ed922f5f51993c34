import type { CommandCtx } from "../context.ts";
import { requireAccount } from "./access.ts";
import { sessions } from "./sessions.ts";

/** Ends the caller's own session. */
export async function signOut(ctx: CommandCtx): Promise<{ done: true }> {
  const accountId = requireAccount(ctx);
  if (ctx.sessionId !== null) await sessions(ctx.tx).end(ctx.sessionId);
  ctx.issueSession(null);
  ctx.audit({ subject: { kind: "account", id: accountId } });
  return { done: true };
}
