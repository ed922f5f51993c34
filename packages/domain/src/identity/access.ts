import { type Reader, statement } from "@rubric/db";
import { account, member, membership, organization, password } from "@rubric/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor, CommandCtx, Member, Org, ReadCtx } from "../context.ts";
import { ROLES, type Role } from "../duties.ts";
import { refuse } from "../errors.ts";

/** The account that a signed-in caller has; UNAUTHENTICATED for anyone else. */
export function requireAccount(ctx: Pick<ReadCtx, "actor">): string {
  const { actor } = ctx;
  const accountId = actor.kind === "account" || actor.kind === "member" ? actor.accountId : null;
  return accountId ?? refuse("UNAUTHENTICATED", {});
}

/** An account by its e-mail address, with the hash of its password. */
export async function findAccount(read: Reader, email: string) {
  const [row] = await read
    .select({ id: account.id, name: account.name, email: account.email, hash: password.hash })
    .from(account)
    .leftJoin(password, eq(password.accountId, account.id))
    .where(eq(account.email, email));
  return row ?? null;
}

/** Whether an account has this e-mail address. */
export async function isAccount(read: Reader, email: string): Promise<boolean> {
  const found = await read.select({ id: account.id }).from(account).where(eq(account.email, email));
  return found.length > 0;
}

/** An account by its id, with the hash of its password. */
export async function requireAccountRow(ctx: CommandCtx) {
  const [row] = await ctx.tx
    .select({ id: account.id, name: account.name, email: account.email, hash: password.hash })
    .from(account)
    .leftJoin(password, eq(password.accountId, account.id))
    .where(eq(account.id, requireAccount(ctx)));
  return row ?? refuse("UNAUTHENTICATED", {});
}

/** The organizations an account belongs to. */
export async function membershipsOf(read: Reader, accountId: string) {
  return read
    .select({
      orgId: organization.id,
      orgSlug: organization.slug,
      orgName: organization.name,
      memberId: membership.memberId,
    })
    .from(membership)
    .innerJoin(organization, eq(organization.id, membership.orgId))
    .where(eq(membership.accountId, accountId))
    .orderBy(asc(organization.name));
}

const OrgRow = z.object({ id: z.string(), slug: z.string(), name: z.string() });

const bySlug = statement(sql`
  select ${organization.id}, ${organization.slug}, ${organization.name}
  from ${organization} where ${organization.slug} = ${sql.placeholder("slug")}`);

/** An organization by its slug. */
export async function findOrganization(read: Pick<Reader, "_">, slug: string): Promise<Org | null> {
  const [row] = await bySlug.send(read, { slug });
  return row === undefined ? null : OrgRow.parse(row);
}

/** The active member that an account is in the organization now set; null if it is none. */
export async function memberOf(
  read: Reader,
  accountId: string,
  orgId: string,
): Promise<Member | null> {
  const [row] = await read
    .select({
      id: member.id,
      accountId: member.accountId,
      name: member.name,
      roles: member.roles,
    })
    .from(member)
    .where(
      and(eq(member.orgId, orgId), eq(member.accountId, accountId), eq(member.state, "active")),
    );
  return row === undefined ? null : memberFrom(row);
}

/** The actor that a member's row stands for. */
export function memberFrom(
  row: Pick<typeof member.$inferSelect, "id" | "accountId" | "name" | "roles">,
): Member {
  const { id, accountId, name, roles } = row;
  return { kind: "member", memberId: id, accountId, name, roles: roles.filter(isRole) };
}

/** Whether a text is one of the roles there are. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** The member who acts; commands of an organization have no other actor. */
export function requireMember(ctx: { actor: Actor }): Member {
  return ctx.actor.kind === "member" ? ctx.actor : refuse("FORBIDDEN", {});
}
