import { type Database, newId, type Reader, type Tx } from "@rubric/db";
import { accessToken, member } from "@rubric/db/schema";
import { and, count, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Member } from "../context.ts";
import { refuse } from "../errors.ts";
import { memberFrom } from "./access.ts";
import { isTokenText, newTokenText, type TokenKind } from "./token-text.ts";
import { tokenHash } from "./tokens.ts";
import { withinOrg } from "./within-org.ts";

const DAY = 86_400_000;
/** How old the note of the last use may be: a write with each call would cost more than it tells. */
const USED_EVERY = 60_000;
/** For how many days an ended token is still listed. */
const LISTED_DAYS = 90;

export type TokenRow = typeof accessToken.$inferSelect;
export type OpenToken = Pick<
  TokenRow,
  "id" | "kind" | "orgId" | "memberId" | "name" | "scopes" | "createdAt" | "expiresAt"
>;

const isOpen = (at: Date) => and(isNull(accessToken.revokedAt), gt(accessToken.expiresAt, at));

/** Keeps a new token as its hash; returns the row and the text, which is kept nowhere. */
export async function mintToken(
  tx: Tx,
  made: {
    kind: TokenKind;
    orgId: string;
    memberId: string;
    name: string;
    scopes: string[];
    days: number;
    by: string;
    at: Date;
  },
): Promise<{ row: TokenRow; text: string }> {
  const { days, by, at, ...rest } = made;
  const text = newTokenText(made.kind);
  const [row] = await tx
    .insert(accessToken)
    .values({
      ...rest,
      id: newId(),
      tokenHash: tokenHash(text),
      lastFour: text.slice(-4),
      createdAt: at,
      createdBy: by,
      expiresAt: new Date(at.getTime() + days * DAY),
    })
    .returning();
  if (row === undefined) throw new Error("The token was not kept.");
  return { row, text };
}

/**
 * The token that a caller sent, or null if it is unknown, expired or revoked. Notes its use, at most
 * once a minute.
 */
export async function useToken(db: Database, text: string, at: Date): Promise<OpenToken | null> {
  if (!isTokenText(text)) return null;
  const [row] = await db
    .select()
    .from(accessToken)
    .where(and(eq(accessToken.tokenHash, tokenHash(text)), isOpen(at)));
  if (row === undefined) return null;
  const before = new Date(at.getTime() - USED_EVERY);
  if (row.lastUsedAt === null || row.lastUsedAt < before) {
    await db
      .update(accessToken)
      .set({ lastUsedAt: at })
      .where(
        and(
          eq(accessToken.id, row.id),
          or(isNull(accessToken.lastUsedAt), lt(accessToken.lastUsedAt, before)),
        ),
      );
  }
  return row;
}

/** Refuses unless the token is open still: asked again inside each command's transaction. */
export async function requireOpenToken(read: Reader, id: string, at: Date): Promise<void> {
  const found = await read
    .select({ id: accessToken.id })
    .from(accessToken)
    .where(and(eq(accessToken.id, id), isOpen(at)));
  if (found.length === 0) refuse("UNAUTHENTICATED", { by: "token" });
}

/** The member that a token acts as; refuses the token of nobody who is active as one that is unknown. */
export function actingBy(member: Member | null, { id, name, scopes }: OpenToken): Member {
  if (member === null) return refuse("UNAUTHENTICATED", { by: "token" });
  return { ...member, token: { id, name, scopes } };
}

/** The same for a call of the instance's own procedures, whose first statement looks for no member. */
export async function memberOfTokenElsewhere(read: Reader, token: OpenToken): Promise<Member> {
  const { orgId, memberId } = token;
  const [row] = await withinOrg(read, orgId, () =>
    read
      .select()
      .from(member)
      .where(and(eq(member.orgId, orgId), eq(member.id, memberId), eq(member.state, "active"))),
  );
  return actingBy(row === undefined ? null : memberFrom(row), token);
}

/** One token of the organization, or null. */
export async function tokenById(
  read: Reader,
  orgId: string,
  tokenId: string,
): Promise<TokenRow | null> {
  const [row] = await read
    .select()
    .from(accessToken)
    .where(and(eq(accessToken.orgId, orgId), eq(accessToken.id, tokenId)));
  return row ?? null;
}

/** Tokens of the organization, or of one member, the newest first; ended ones for 90 days. */
export async function tokensOf(
  read: Reader,
  orgId: string,
  memberId: string | null,
  at: Date,
): Promise<TokenRow[]> {
  const since = new Date(at.getTime() - LISTED_DAYS * DAY);
  return read
    .select()
    .from(accessToken)
    .where(
      and(
        eq(accessToken.orgId, orgId),
        memberId === null ? undefined : eq(accessToken.memberId, memberId),
        gt(accessToken.expiresAt, since),
        or(isNull(accessToken.revokedAt), gt(accessToken.revokedAt, since)),
      ),
    )
    .orderBy(desc(accessToken.createdAt), desc(accessToken.id));
}

/** How many open tokens a member has. */
export async function openTokens(
  read: Reader,
  orgId: string,
  memberId: string,
  at: Date,
): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(accessToken)
    .where(and(eq(accessToken.orgId, orgId), eq(accessToken.memberId, memberId), isOpen(at)));
  return row?.n ?? 0;
}

/** Revokes one token, or all of a member; returns the ids of those that were not revoked before. */
export async function revokeTokens(
  tx: Tx,
  orgId: string,
  which: { id: string } | { memberId: string },
  by: { memberId: string; at: Date },
): Promise<string[]> {
  const rows = await tx
    .update(accessToken)
    .set({ revokedAt: by.at, revokedBy: by.memberId })
    .where(
      and(
        eq(accessToken.orgId, orgId),
        "id" in which ? eq(accessToken.id, which.id) : eq(accessToken.memberId, which.memberId),
        isNull(accessToken.revokedAt),
        "id" in which ? undefined : gt(accessToken.expiresAt, by.at),
      ),
    )
    .returning({ id: accessToken.id });
  return rows.map((row) => row.id);
}

/** Deletes tokens that ended so long ago that nobody is shown them any more. */
export async function deleteEndedTokens(db: Database, at: Date): Promise<void> {
  const before = new Date(at.getTime() - LISTED_DAYS * DAY);
  await db
    .delete(accessToken)
    .where(or(lt(accessToken.expiresAt, before), lt(accessToken.revokedAt, before)));
}
