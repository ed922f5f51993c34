import type { Reader, Tx } from "@rubric/db";
import { link } from "@rubric/db/schema";
import { and, eq, gt, isNull } from "drizzle-orm";
import { refuse } from "../errors.ts";
import { newToken, tokenHash } from "./tokens.ts";

export type LinkKind = (typeof link.$inferSelect)["kind"];

/** Makes a link and returns its token, which is sent by e-mail and kept nowhere. */
export async function mintLink(
  tx: Tx,
  made: { kind: LinkKind; orgId: string | null; subjectId: string; at: Date; hours: number },
): Promise<string> {
  const token = newToken();
  await tx.insert(link).values({
    tokenHash: tokenHash(token),
    kind: made.kind,
    orgId: made.orgId,
    subjectId: made.subjectId,
    createdAt: made.at,
    expiresAt: new Date(made.at.getTime() + made.hours * 3_600_000),
  });
  return token;
}

/** A link that is still good, or null. */
export async function findLink(read: Reader, kind: LinkKind, token: string, at: Date) {
  const [row] = await read
    .select()
    .from(link)
    .where(
      and(
        eq(link.tokenHash, tokenHash(token)),
        eq(link.kind, kind),
        isNull(link.usedAt),
        gt(link.expiresAt, at),
      ),
    );
  return row ?? null;
}

/** Uses a link up; of several at once exactly one gets it, the others LINK_INVALID. */
export async function redeemLink(tx: Tx, kind: LinkKind, token: string, at: Date) {
  const [row] = await tx
    .update(link)
    .set({ usedAt: at })
    .where(
      and(
        eq(link.tokenHash, tokenHash(token)),
        eq(link.kind, kind),
        isNull(link.usedAt),
        gt(link.expiresAt, at),
      ),
    )
    .returning();
  return row ?? refuse("LINK_INVALID", {});
}
