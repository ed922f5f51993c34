import { newId, type Reader, type Tx } from "@rubric/db";
import { account, link, membership, organization } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Org } from "../context.ts";
import { refuse } from "../errors.ts";
import { sessions } from "./sessions.ts";
import { setPassword } from "./set-password.ts";

/** Creates an account with its password; EMAIL_TAKEN if the address has one. */
export async function createAccount(
  tx: Tx,
  made: { email: string; name: string; password: string; at: Date },
): Promise<string> {
  const id = newId();
  const created = await tx
    .insert(account)
    .values({ id, email: made.email, name: made.name, createdAt: made.at })
    .onConflictDoNothing()
    .returning({ id: account.id });
  if (created.length === 0) {
    return refuse("EMAIL_TAKEN", {
      fields: { email: "This address has an account. Sign in with it, or use another address." },
    });
  }
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

/** Ends all sessions of a member's account, in whichever organization they were used. */
export async function endMemberSessions(tx: Tx, accountId: string | null): Promise<void> {
  if (accountId !== null) await sessions(tx).endAll(accountId);
}

/** Ends the links of invitations that a member was sent. */
export async function endInvitations(tx: Tx, memberId: string): Promise<void> {
  await tx.delete(link).where(and(eq(link.kind, "invitation"), eq(link.subjectId, memberId)));
}
