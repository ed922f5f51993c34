import { type Database, statement, type Tx } from "@rubric/db";
import { account, session } from "@rubric/db/schema";
import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { z } from "zod";
import { LIMITS } from "../limits.ts";
import { newToken, tokenHash } from "./tokens.ts";

declare module "lucia" {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: { createdAt: Date; userAgent: string; ip: string };
  }
}

const DAY = 86_400_000;
/** How old the note of the last use may be; a write with each call would cost more than it tells. */
const SEEN_EVERY = 10 * 60_000;

const SessionRow = z.object({
  id: z.string(),
  accountId: z.string(),
  expiresAt: z.coerce.date(),
  lastSeenAt: z.coerce.date(),
  createdAt: z.coerce.date(),
  userAgent: z.string(),
  ip: z.string(),
});

const sessionsById = statement(sql`
  select ${session.id}, ${session.accountId} as "accountId", ${session.expiresAt} as "expiresAt",
    ${session.lastSeenAt} as "lastSeenAt", ${session.createdAt} as "createdAt",
    ${session.userAgent} as "userAgent", ${session.ip}
  from ${session} join ${account} on ${account.id} = ${session.accountId}
  where ${session.id} = any (${sql.placeholder("ids")}::text[])`);

type Row = z.infer<typeof SessionRow>;

/** The sessions that are there, by their hashes. */
async function read(db: Database | Tx, hashes: readonly string[]): Promise<Map<string, Row>> {
  const found = await sessionsById.send(db, { ids: `{${hashes.join(",")}}` });
  return new Map(found.map((one) => SessionRow.parse(one)).map((row) => [row.id, row]));
}

/**
 * Lucia's view of our table: ids are hashes, and a session past its absolute lifetime is none. What is
 * to be validated it finds among rows that were just read.
 */
function adapter(db: Database | Tx, rows: ReadonlyMap<string, Row> = new Map()): Adapter {
  const lucia = (row: Row): DatabaseSession => ({
    id: row.id,
    userId: row.accountId,
    expiresAt: row.expiresAt,
    attributes: { createdAt: row.createdAt, userAgent: row.userAgent, ip: row.ip },
  });
  const oldest = () => new Date(Date.now() - LIMITS.sessionAbsoluteDays * DAY);
  const young = () => gt(session.createdAt, oldest());
  return {
    async getSessionAndUser(id) {
      const row = rows.get(id);
      if (row === undefined || row.createdAt < oldest()) return [null, null];
      return [lucia(row), { id: row.accountId, attributes: {} }];
    },
    async getUserSessions(accountId) {
      const rows = await db
        .select()
        .from(session)
        .where(and(eq(session.accountId, accountId), young()));
      return rows.map(lucia);
    },
    async setSession(made) {
      await db.insert(session).values({
        id: made.id,
        accountId: made.userId,
        expiresAt: made.expiresAt,
        lastSeenAt: made.attributes.createdAt,
        ...made.attributes,
      });
    },
    async updateSessionExpiration(id, expiresAt) {
      await db.update(session).set({ expiresAt }).where(eq(session.id, id));
    },
    async deleteSession(id) {
      await db.delete(session).where(eq(session.id, id));
    },
    async deleteUserSessions(accountId) {
      await db.delete(session).where(eq(session.accountId, accountId));
    },
    async deleteExpiredSessions() {
      await db.delete(session).where(lte(session.expiresAt, new Date()));
    },
  };
}

/** A session as the API knows it; `id` is the stored hash, never the cookie's token. */
export type ValidSession = { id: string; accountId: string; expiresAt: Date; fresh: boolean };

/** Sessions in the given database or transaction: idle 14 days, 60 in all, hashed at rest. */
export function sessions(db: Database | Tx) {
  const lucia = luciaOver(adapter(db));
  return {
    /** Opens a session and returns the token for the cookie. */
    async open(accountId: string, from: { userAgent: string; ip: string }, at: Date) {
      const token = newToken();
      await lucia.createSession(
        accountId,
        { createdAt: at, userAgent: from.userAgent.slice(0, 300), ip: from.ip },
        { sessionId: tokenHash(token) },
      );
      return token;
    },
    /**
     * The valid ones among the sessions of some cookies' tokens, by their hashes, read together; one
     * is prolonged when half its idle time has passed.
     */
    async validate(hashes: readonly string[]): Promise<Map<string, ValidSession>> {
      const rows = await read(db, hashes);
      const among = luciaOver(adapter(db, rows));
      const valid = new Map<string, ValidSession>();
      for (const hash of hashes) {
        const { session: found } = await among.validateSession(hash);
        if (found === null) continue;
        const { id, userId: accountId, expiresAt, fresh } = found;
        valid.set(hash, { id, accountId, expiresAt, fresh });
      }
      const noted = Date.now() - SEEN_EVERY;
      const unnoted = [...valid.keys()].filter(
        (hash) => Number(rows.get(hash)?.lastSeenAt) < noted,
      );
      if (unnoted.length > 0) {
        const seen = inArray(session.id, unnoted);
        await db.update(session).set({ lastSeenAt: new Date() }).where(seen);
      }
      return valid;
    },
    /** Ends one session by its stored id. */
    end: (id: string) => lucia.invalidateSession(id),
    /** Ends all sessions of an account. */
    endAll: (accountId: string) => lucia.invalidateUserSessions(accountId),
  };
}

function luciaOver(sessionsOf: Adapter): Lucia {
  return new Lucia(sessionsOf, {
    sessionExpiresIn: new TimeSpan(LIMITS.sessionIdleDays, "d"),
  });
}
