import { newId, type Reader, type Tx } from "@rubric/db";
import { account, link, membership, organization } from "@rubric/db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Org } from "../context.ts";
import { refuse } from "../errors.ts";
import { sessions } from "./sessions.ts";
import { setPassword } from "./set-password.ts";

type NewAccount = { email: string; name: string; password: string; at: Date };

/** Creates an account with its password; EMAIL_TAKEN if the address has one. */
export async function createAccount(tx: Tx, made: NewAccount): Promise<string> {
  return (
    (await tryAccount(tx, made)) ??
    refuse("EMAIL_TAKEN", {
      fields: { email: "This address has an account. Sign in with it, or use another address." },
    })
  );
}

/** The same; null if the address has one, and if a rival who creates it at once was faster. */
export async function tryAccount(tx: Tx, made: NewAccount): Promise<string | null> {
  const id = newId();
  const created = await tx
    .insert(account)
    .values({ id, email: made.email, name: made.name, createdAt: made.at })
    .onConflictDoNothing()
    .returning({ id: account.id });
  if (created.length === 0) return null;
  await setPassword(tx, id, made.password, made.at);
  return id;
}

/** Creates the organization's own row; SLUG_TAKEN if another has its address. */
export async function createOrganizationRow(tx: Tx, org: Org, at: Date): Promise<void> {
  const created = await tx
    .insert(organization)
    .values({ ...org, createdAt: at })
    .onConflictDoNothing({ target: organization.slug })
    .returning({ id: organization.id });
  if (created.length === 0) {
    refuse("SLUG_TAKEN", { fields: { address: "This address is taken." } });
  }
}

/** Lets one sign-up at a time find out whether it is the first; the others wait for its commit. */
export async function holdSignUp(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${organization} in share row exclusive mode`);
}

/** Whether any organization exists yet. */
export async function anyOrganization(read: Reader): Promise<boolean> {
  return (await read.select({ id: organization.id }).from(organization).limit(1)).length > 0;
}

/** Makes an account a member of an organization. */
export async function join(
  tx: Tx,
  made: { accountId: string; orgId: string; memberId: string },
): Promise<void> {
  await tx.insert(membership).values(made);
}

/**
 * Ends the sessions of a member's account if it is in no other organization. A session is the
 * account's and of no organization, and none may throw anybody out of another (law 12): there it
 * goes on, and here each call reads the member's state and roles anew.
 */
export async function endMemberSessions(
  tx: Tx,
  orgId: string,
  accountId: string | null,
): Promise<void> {
  if (accountId === null) return;
  const elsewhere = await tx
    .select({ orgId: membership.orgId })
    .from(membership)
    .where(and(eq(membership.accountId, accountId), ne(membership.orgId, orgId)))
    .limit(1);
  if (elsewhere.length === 0) await sessions(tx).endAll(accountId);
}

/** Ends the links of invitations that a member was sent. */
export async function endInvitations(tx: Tx, memberId: string): Promise<void> {
  await tx.delete(link).where(and(eq(link.kind, "invitation"), eq(link.subjectId, memberId)));
}
