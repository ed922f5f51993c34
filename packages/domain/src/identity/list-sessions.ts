import type { Reader } from "@rubric/db";
import { session } from "@rubric/db/schema";
import { and, desc, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { LIMITS } from "../limits.ts";
import { toInstant } from "../wire.ts";
import { requireAccount } from "./access.ts";
import { deviceName } from "./device-name.ts";
import type { SessionsView } from "./schemas.ts";

/** One's own open sessions, the newest first. */
export async function listSessions(ctx: ReadCtx): Promise<z.infer<typeof SessionsView>> {
  return sessionsView(ctx.read, requireAccount(ctx), ctx.sessionId, ctx.clock);
}

/** The view of an account's sessions, seen from one of them. */
export async function sessionsView(
  read: Reader,
  accountId: string,
  currentId: string | null,
  at: Date,
): Promise<z.infer<typeof SessionsView>> {
  const rows = await read
    .select()
    .from(session)
    .where(
      and(
        eq(session.accountId, accountId),
        gt(session.expiresAt, at),
        gt(session.createdAt, new Date(at.getTime() - LIMITS.sessionAbsoluteDays * 86_400_000)),
      ),
    )
    .orderBy(desc(session.lastSeenAt));
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      current: row.id === currentId,
      createdAt: toInstant(row.createdAt),
      lastSeenAt: toInstant(row.lastSeenAt),
      expiresAt: toInstant(row.expiresAt),
      device: deviceName(row.userAgent),
      ip: row.ip,
    })),
  };
}
