import { session } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireAccount } from "./access.ts";
import { sessionsView } from "./list-sessions.ts";
import type { SessionsView } from "./schemas.ts";

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(ctx: CommandCtx): Promise<z.infer<typeof SessionsView>> {
  const accountId = requireAccount(ctx);
  await ctx.tx
    .delete(session)
    .where(and(eq(session.accountId, accountId), ne(session.id, ctx.sessionId ?? "")));
  ctx.audit({ subject: { kind: "account", id: accountId } });
  return sessionsView(ctx.tx, accountId, ctx.sessionId, ctx.clock);
}
