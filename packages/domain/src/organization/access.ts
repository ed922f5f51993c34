import type { Reader, Tx } from "@rubric/db";
import { member } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { refuse } from "../errors.ts";
import { isRole } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import type { MemberView } from "./schemas.ts";

type Row = typeof member.$inferSelect;

/** Every member of the organization, locked: who the admins are is decided under this lock. */
export async function lockMembers(tx: Tx, orgId: string): Promise<Row[]> {
  return tx
    .select()
    .from(member)
    .where(eq(member.orgId, orgId))
    .orderBy(asc(member.id))
    .for("no key update");
}

/** One member, or NOT_FOUND. */
export async function requireMemberRow(
  read: Reader,
  orgId: string,
  memberId: string,
): Promise<Row> {
  const [row] = await read
    .select()
    .from(member)
    .where(and(eq(member.orgId, orgId), eq(member.id, memberId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** The view of a member. */
export function memberView(row: Row): MemberView {
  const { id, kind, name, email, title, managerId, establishment, state } = row;
  return {
    id,
    kind,
    name,
    email,
    title,
    managerId,
    establishment,
    state,
    roles: row.roles.filter(isRole),
    createdAt: toInstant(row.createdAt),
  };
}
