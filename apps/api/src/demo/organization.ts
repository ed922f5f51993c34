import type { Database } from "@rubric/db";
import { framework, member } from "@rubric/db/schema";
import type { Account, StaffMember, Org } from "@rubric/domain/context";
import type { Role } from "@rubric/domain/duties";
import { acceptInvitation, findOrganization, isRole, mintLink } from "@rubric/domain/identity";
import { createOrganization, invite } from "@rubric/domain/organization";
import { eq, sql } from "drizzle-orm";
import { type Acting, actingFor, INSTANCE, VISITOR } from "./acting.ts";

/** Hours; the worker deletes links that have expired, and a story may begin weeks ago. */
const YEAR = 366 * 24;

export type Person = { name: string; email: string; title: string; roles: readonly Role[] };

export type Founded = { org: Org; acting: Acting; members: ReadonlyMap<string, StaffMember> };

/**
 * Creates an organization as its sign-up page does and lets everybody join by an invitation. The
 * first person is its admin. Returns the members by e-mail address.
 */
export async function foundOrganization(
  db: Database,
  made: { name: string; slug: string; timeZone: string; password: string; at: Date },
  people: readonly Person[],
): Promise<Founded> {
  const [first, ...others] = people;
  if (first === undefined) throw new Error("An organization needs its first person.");
  const instance = actingFor(db, INSTANCE);
  await instance.act(VISITOR, made.at, "organization.create", createOrganization, {
    name: made.name,
    address: made.slug,
    timeZone: made.timeZone,
    yourName: first.name,
    email: first.email,
    password: made.password,
  });
  const org = await findOrganization(db, made.slug);
  if (org === null) throw new Error(`The organization ${made.slug} was not created.`);
  const acting = actingFor(db, org);
  const admin = await memberByEmail(db, org, first.email);
  const joined = await Promise.all(
    others.map(async (person) => {
      const invited = await acting.act(admin, made.at, "organization.invite", invite, {
        name: person.name,
        email: person.email,
        title: person.title,
        roles: [...person.roles],
      });
      const link = { kind: "invitation" as const, orgId: org.id, subjectId: invited.id };
      const token = await db.transaction((tx) =>
        mintLink(tx, { ...link, at: made.at, hours: YEAR }),
      );
      await instance.act(VISITOR, made.at, "identity.acceptInvitation", acceptInvitation, {
        token,
        name: person.name,
        password: made.password,
      });
      return memberByEmail(db, org, person.email);
    }),
  );
  const all = [admin, ...joined];
  return {
    org,
    acting,
    members: new Map(people.map((one, index) => [one.email, pick(all, index)])),
  };
}

/** A member of the organization as an actor. */
export async function memberByEmail(db: Database, org: Org, email: string): Promise<StaffMember> {
  const [row] = await withinOrg(db, org.id, (tx) =>
    tx.select().from(member).where(eq(member.email, email)),
  );
  if (row === undefined || row.accountId === null) throw new Error(`${email} is no member.`);
  return {
    kind: "member",
    memberId: row.id,
    accountId: row.accountId,
    name: row.name,
    roles: row.roles.filter(isRole),
  };
}

/** The id of the organization's first framework. */
export async function frameworkIdOf(db: Database, orgId: string): Promise<string> {
  const [known] = await withinOrg(db, orgId, (tx) => tx.select().from(framework).limit(1));
  if (known === undefined) throw new Error("The organization has no framework.");
  return known.id;
}

/** Reads rows of one organization. */
export async function withinOrg<T>(
  db: Database,
  orgId: string,
  work: (tx: Parameters<Parameters<Database["transaction"]>[0]>[0]) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
    return work(tx);
  });
}

/** The account of a member, for the commands about oneself. */
export function accountOf(one: StaffMember): Account {
  return { kind: "account", accountId: one.accountId };
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no item ${index}.`);
  return found;
}
