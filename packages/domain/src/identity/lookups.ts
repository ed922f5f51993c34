import type { Database, Reader, Tx } from "@rubric/db";
import { account, link, organization, securityEvent, session } from "@rubric/db/schema";
import { and, asc, eq, inArray, lt } from "drizzle-orm";
import type { Org } from "../context.ts";
import { deleteEndedTokens } from "./access-tokens.ts";

/** Who is refused writes these: they are not to grow for ever. */
const SECURITY_EVENT_DAYS = 400;

const orgColumns = { id: organization.id, slug: organization.slug, name: organization.name };

/** An organization by its id. */
export async function organizationById(read: Reader, id: string): Promise<Org | null> {
  const [row] = await read.select(orgColumns).from(organization).where(eq(organization.id, id));
  return row ?? null;
}

/** Every organization of the instance, oldest first: what the worker goes through each minute. */
export async function allOrganizations(read: Reader): Promise<Org[]> {
  return read.select(orgColumns).from(organization).orderBy(asc(organization.id));
}

/** Whom an e-mail about an account goes to. */
export async function accountById(read: Reader, id: string) {
  const [row] = await read
    .select({ id: account.id, name: account.name, email: account.email })
    .from(account)
    .where(eq(account.id, id));
  return row ?? null;
}

/** Deletes every link that opens one of these subjects' pages. */
export async function deleteLinks(
  tx: Tx,
  orgId: string,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.delete(link).where(and(eq(link.orgId, orgId), inArray(link.subjectId, [...subjectIds])));
}

/** Deletes links and sessions that can never be used again, and tokens long after their end. */
export async function deleteExpired(db: Database, at: Date): Promise<void> {
  await db.delete(link).where(lt(link.expiresAt, at));
  await db.delete(session).where(lt(session.expiresAt, at));
  const before = new Date(at.getTime() - SECURITY_EVENT_DAYS * 86_400_000);
  await db.delete(securityEvent).where(lt(securityEvent.at, before));
  await deleteEndedTokens(db, at);
}
