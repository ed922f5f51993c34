import { session } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireAccount } from "./access.ts";
import { sessionsView } from "./list-sessions.ts";
import type { EndSessionInput, SessionsView } from "./schemas.ts";

/** Ends one of one's own sessions, from whichever device it is. */
export async function endSession(
  ctx: CommandCtx,
  input: z.infer<typeof EndSessionInput>,
): Promise<z.infer<typeof SessionsView>> {
  const accountId = requireAccount(ctx);
  const ended = await ctx.tx
    .delete(session)
    .where(and(eq(session.id, input.sessionId), eq(session.accountId, accountId)))
    .returning({ id: session.id });
  if (ended.length === 0) return refuse("NOT_FOUND", {});
  if (input.sessionId === ctx.sessionId) ctx.issueSession(null);
  ctx.audit({ subject: { kind: "account", id: accountId } });
  return sessionsView(ctx.tx, accountId, ctx.sessionId, ctx.clock);
}
