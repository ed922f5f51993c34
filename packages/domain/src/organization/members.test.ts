import { newId } from "@rubric/db";
import { scorecard } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeApplication, makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import type { Role } from "../duties.ts";
import {
  disableMember,
  enableMember,
  invite,
  listMembers,
  pickMembers,
  setRoles,
  showOrganization,
  updateSettings,
} from "./index.ts";

const harness = useHarness();

const roles = (org: Org, by: Member, whom: Member, next: Role[]) =>
  command(harness, org, by, "organization.setRoles", setRoles, {
    memberId: whom.memberId,
    roles: next,
  });
const disable = (org: Org, by: Member, whom: { memberId: string }) =>
  command(harness, org, by, "organization.disableMember", disableMember, {
    memberId: whom.memberId,
  });
const enable = (org: Org, by: Member, whom: Member) =>
  command(harness, org, by, "organization.enableMember", enableMember, { memberId: whom.memberId });
const list = (org: Org, by: Member) =>
  query(harness, org, by, "organization.listMembers", listMembers, {});

async function actions(org: Org) {
  return (await auditTrail(harness, org.id)).map((entry) => entry.action);
}

async function secondAdmin() {
  const { org, cast } = await makeOrg(harness);
  await roles(org, cast.admin, cast.manager, ["admin", "hiring_manager"]);
  const second: Member = { ...cast.manager, roles: ["admin", "hiring_manager"] };
  return { org, cast, second };
}

async function admins(org: Org, by: Member) {
  const { members } = await list(org, by);
  return members.filter((one) => one.state === "active" && one.roles.includes("admin"));
}

describe("organization.setRoles", () => {
  it("changes them and writes the audit entry with both", async () => {
    const { org, cast } = await makeOrg(harness);
    const view = await roles(org, cast.admin, cast.interviewer, ["interviewer", "recruiter"]);
    expect(view).toMatchObject({ roles: ["interviewer", "recruiter"], state: "active" });
    expect(await actions(org)).toEqual(["organization.setRoles"]);
  });

  it("keeps an admin: the last one neither steps down nor is disabled", async () => {
    const { org, cast } = await makeOrg(harness);
    expect(await refusal(roles(org, cast.admin, cast.admin, ["recruiter"]))).toBe("LAST_ADMIN");
    expect(await refusal(disable(org, cast.admin, cast.admin))).toBe("LAST_ADMIN");
    expect(await admins(org, cast.admin)).toHaveLength(1);
  });

  it("keeps an admin when two step down at once", async () => {
    const { org, cast, second } = await secondAdmin();
    const outcomes = await Promise.allSettled([
      roles(org, cast.admin, cast.admin, ["recruiter"]),
      roles(org, second, second, ["hiring_manager"]),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await admins(org, cast.admin)).toHaveLength(1);
  });

  it("lets one of two admins demote the other, not both each other", async () => {
    const { org, cast, second } = await secondAdmin();
    const outcomes = await Promise.allSettled([
      roles(org, cast.admin, second, ["hiring_manager"]),
      disable(org, second, cast.admin),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await admins(org, cast.admin)).toHaveLength(1);
  });

  it("asks under the lock whether the actor is an admin still", async () => {
    const { org, cast, second } = await secondAdmin();
    await roles(org, second, cast.recruiter, ["admin"]);
    await roles(org, cast.admin, second, ["hiring_manager"]);
    expect(await refusal(roles(org, second, cast.admin, ["recruiter"]))).toBe("FORBIDDEN");
  });
});

describe("organization.disableMember, enableMember", () => {
  it("disables and enables with the roles they had, once each", async () => {
    const { org, cast } = await makeOrg(harness);
    expect(await disable(org, cast.admin, cast.interviewer)).toMatchObject({ state: "disabled" });
    expect(await refusal(disable(org, cast.admin, cast.interviewer))).toBe("MEMBER_STATE");
    expect(await enable(org, cast.admin, cast.interviewer)).toMatchObject({
      state: "active",
      roles: ["interviewer"],
    });
    expect(await refusal(enable(org, cast.admin, cast.interviewer))).toBe("MEMBER_STATE");
    expect(await actions(org)).toEqual(["organization.disableMember", "organization.enableMember"]);
  });

  it("excuses what a disabled member owes of an interview that was held, and of no other", async () => {
    const made = await makeOrg(harness);
    const { org, cast } = made;
    const job = await makeJob(harness, made);
    const { applicationId } = await makeApplication(harness, org, job, { stage: "loop" });
    const hour = 3_600_000;
    const past = await makeInterview(harness, org, job, applicationId, "loopA", [cast.second], {
      startsAt: new Date(Date.now() - 3 * hour),
    });
    const coming = await makeInterview(harness, org, job, applicationId, "loopB", [cast.second], {
      startsAt: new Date(Date.now() + 24 * hour),
    });
    await disable(org, cast.admin, cast.second);
    const stateOf = async (id: string | undefined) => {
      const rows = await harness.within(org.id, (tx) =>
        tx
          .select({ state: scorecard.state })
          .from(scorecard)
          .where(and(eq(scorecard.orgId, org.id), eq(scorecard.id, id ?? ""))),
      );
      return rows[0]?.state;
    };
    expect(await stateOf(past.scorecardIds[0])).toBe("excused");
    expect(await stateOf(coming.scorecardIds[0])).toBe("assigned");
  });
});

describe("organization.invite", () => {
  const person = (roles: Role[] = ["interviewer"]) => ({
    email: `noor-${newId()}@people.test`,
    name: "Noor Haddad",
    title: "Staff Engineer",
    roles,
  });
  const send = (org: Org, by: Member, whom = person()) =>
    command(harness, org, by, "organization.invite", invite, whom);

  it("adds a member who has yet to join, queues the e-mail and writes the audit entry", async () => {
    const { org, cast } = await makeOrg(harness);
    expect(await send(org, cast.admin)).toMatchObject({
      state: "invited",
      title: "Staff Engineer",
    });
    expect(harness.jobs.at(-1)).toMatchObject({ queue: "mail", orgId: org.id });
    expect(await actions(org)).toEqual(["organization.invite"]);
  });

  it("invites an address once, also for two at once, and in each organization", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const whom = person();
    const outcomes = await Promise.allSettled([
      send(org, cast.admin, whom),
      send(org, cast.admin, whom),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(send(org, cast.admin, whom))).toBe("MEMBER_EXISTS");
    await send(other.org, other.cast.admin, whom);
  });
});

describe("organization.show, updateSettings, listMembers, pickMembers", () => {
  const update = (org: Org, by: Member) =>
    command(harness, org, by, "organization.updateSettings", updateSettings, {
      privacyNotice: "We keep it for six months.",
      timeZone: "Asia/Tokyo",
    });

  it("changes the settings of this organization only and writes the audit entry", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    await update(org, cast.admin);
    const show = (one: Org, by: Member) =>
      query(harness, one, by, "organization.show", showOrganization, {});
    expect(await show(org, cast.admin)).toMatchObject({ timeZone: "Asia/Tokyo", name: org.name });
    expect(await show(other.org, other.cast.admin)).toMatchObject({ timeZone: "UTC" });
    expect(await actions(org)).toEqual(["organization.updateSettings"]);
  });

  it("lists the members of this organization only, with addresses for admins alone", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const { members } = await list(org, cast.admin);
    expect(members).toHaveLength(12);
    expect(members.every((one) => one.email?.endsWith(`@${org.slug}.test`))).toBe(true);
    expect(members.some((one) => one.id === other.cast.admin.memberId)).toBe(false);
    const picked = await query(
      harness,
      org,
      cast.interviewer,
      "organization.pickMembers",
      pickMembers,
      {},
    );
    expect(picked.members).toHaveLength(12);
    expect(JSON.stringify(picked)).not.toContain("@");
  });

  it("leaves a disabled member out of those to pick", async () => {
    const { org, cast } = await makeOrg(harness);
    await disable(org, cast.admin, cast.third);
    const { members } = await query(
      harness,
      org,
      cast.recruiter,
      "organization.pickMembers",
      pickMembers,
      {},
    );
    expect(members.map((one) => one.id)).not.toContain(cast.third.memberId);
  });

  it("refuses everyone but an admin", async () => {
    const { org, cast } = await makeOrg(harness);
    for (const one of [cast.recruiter, cast.manager, cast.auditor, cast.engineer]) {
      expect(await refusal(list(org, one))).toBe("FORBIDDEN");
      expect(await refusal(update(org, one))).toBe("FORBIDDEN");
      expect(await refusal(disable(org, one, cast.interviewer))).toBe("FORBIDDEN");
      expect(await refusal(enable(org, one, cast.interviewer))).toBe("FORBIDDEN");
      expect(await refusal(roles(org, one, one, ["admin"]))).toBe("FORBIDDEN");
    }
  });

  it("hides another organization's member", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const foreign = other.cast.interviewer;
    expect(await refusal(disable(org, cast.admin, foreign))).toBe("NOT_FOUND");
    expect(await refusal(enable(org, cast.admin, foreign))).toBe("NOT_FOUND");
    expect(await refusal(roles(org, cast.admin, foreign, ["admin"]))).toBe("NOT_FOUND");
    expect(await refusal(disable(org, cast.admin, { memberId: newId() }))).toBe("NOT_FOUND");
  });
});
