import { newId } from "@rubric/db";
import { account, member, membership, organization, organizationSettings } from "@rubric/db/schema";
import type { Org, StaffMember } from "../src/context.ts";
import type { Role } from "../src/duties.ts";
import { type Harness, memberActor } from "./harness.ts";

/** What makes rows: a way to write inside an organization. */
export type Rows = Pick<Harness, "within">;

/** Who is who in a made organization. */
export type Cast = Record<
  | "admin"
  | "recruiter"
  | "otherRecruiter"
  | "coordinator"
  | "manager"
  | "substitute"
  | "interviewer"
  | "second"
  | "third"
  | "approver"
  | "engineer"
  | "auditor",
  StaffMember
>;

const CAST: Record<keyof Cast, readonly Role[]> = {
  admin: ["admin"],
  recruiter: ["recruiter"],
  otherRecruiter: ["recruiter"],
  coordinator: ["coordinator"],
  manager: ["hiring_manager"],
  substitute: ["hiring_manager"],
  interviewer: ["interviewer"],
  second: ["interviewer"],
  third: ["interviewer"],
  approver: ["manager"],
  engineer: ["engineer"],
  auditor: ["auditor"],
};

/** An organization with one active member per part of the cast. */
export async function makeOrg(harness: Rows, at = new Date()): Promise<{ org: Org; cast: Cast }> {
  const orgId = newId();
  const org: Org = { id: orgId, slug: `org-${orgId.slice(-12)}`, name: "Acme" };
  const make = (name: keyof Cast): StaffMember => memberActor(newId(), CAST[name], name);
  const cast: Cast = {
    admin: make("admin"),
    recruiter: make("recruiter"),
    otherRecruiter: make("otherRecruiter"),
    coordinator: make("coordinator"),
    manager: make("manager"),
    substitute: make("substitute"),
    interviewer: make("interviewer"),
    second: make("second"),
    third: make("third"),
    approver: make("approver"),
    engineer: make("engineer"),
    auditor: make("auditor"),
  };
  await harness.within(orgId, async (tx) => {
    await tx.insert(organization).values({ ...org, createdAt: at });
    await tx
      .insert(organizationSettings)
      .values({ orgId, privacyNotice: "We keep what you send.", timeZone: "UTC", updatedAt: at });
    for (const one of Object.values(cast)) {
      const email = `${one.name.toLowerCase()}@${org.slug}.test`;
      await tx.insert(account).values({ id: one.accountId, email, name: one.name, createdAt: at });
      await tx.insert(member).values({
        orgId,
        id: one.memberId,
        accountId: one.accountId,
        name: one.name,
        email,
        title: "",
        roles: [...one.roles],
        state: "active",
        createdAt: at,
      });
      await tx
        .insert(membership)
        .values({ accountId: one.accountId, orgId, memberId: one.memberId });
    }
  });
  return { org, cast };
}
