import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type { Tx } from "@rubric/db";
import { link } from "@rubric/db/schema";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { slowDigest } from "./passwords.ts";

type Owner = { orgId: string; subjectId: string; at: Date };

const codesOf = ({ orgId, subjectId }: Owner) =>
  and(eq(link.kind, "export"), eq(link.orgId, orgId), eq(link.subjectId, subjectId));

/** Makes a code of 8 digits that replaces the person's earlier ones; it is sent by e-mail and kept nowhere. */
export async function mintCode(tx: Tx, owner: Owner & { minutes: number }): Promise<string> {
  const code = String(randomInt(100_000_000)).padStart(8, "0");
  await tx.delete(link).where(codesOf(owner));
  await tx.insert(link).values({
    tokenHash: await digestOf(owner, code),
    kind: "export",
    orgId: owner.orgId,
    subjectId: owner.subjectId,
    createdAt: owner.at,
    expiresAt: new Date(owner.at.getTime() + owner.minutes * 60_000),
  });
  return code;
}

/**
 * Tries a code: right uses it up, wrong counts. `spent` when there is none that is good any more.
 * The row is held, so that of many guesses at once each is counted.
 */
export async function tryCode(
  tx: Tx,
  owner: Owner & { tries: number },
  code: string,
): Promise<{ outcome: "right" | "wrong" | "spent"; triesLeft: number }> {
  const [open] = await tx
    .select({ hash: link.tokenHash, tries: link.tries })
    .from(link)
    .where(and(codesOf(owner), isNull(link.usedAt), gt(link.expiresAt, owner.at)))
    .orderBy(desc(link.createdAt))
    .limit(1)
    .for("update");
  if (open === undefined || open.tries >= owner.tries) return { outcome: "spent", triesLeft: 0 };
  const right = sameText(open.hash, await digestOf(owner, code));
  await tx
    .update(link)
    .set(right ? { usedAt: owner.at } : { tries: open.tries + 1 })
    .where(eq(link.tokenHash, open.hash));
  const triesLeft = owner.tries - open.tries - (right ? 0 : 1);
  if (right) return { outcome: "right", triesLeft };
  return { outcome: triesLeft === 0 ? "spent" : "wrong", triesLeft };
}

/** A slow hash, for a code of 8 digits is soon guessed from a fast one. */
function digestOf({ orgId, subjectId }: Owner, code: string): Promise<string> {
  const salt = createHash("sha256").update(`${orgId} ${subjectId}`).digest().subarray(0, 16);
  return slowDigest(code, salt);
}

function sameText(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
}
