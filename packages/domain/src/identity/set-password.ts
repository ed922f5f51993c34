import type { Tx } from "@rubric/db";
import { link, password } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { hashPassword } from "./passwords.ts";
import { sessions } from "./sessions.ts";

/** Sets an account's password; all its sessions and open reset links end. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  plain: string,
  at: Date,
): Promise<void> {
  const hash = await hashPassword(plain);
  await tx
    .insert(password)
    .values({ accountId, hash, changedAt: at })
    .onConflictDoUpdate({ target: password.accountId, set: { hash, changedAt: at } });
  await tx.delete(link).where(and(eq(link.kind, "password_reset"), eq(link.subjectId, accountId)));
  await sessions(tx).endAll(accountId);
}
