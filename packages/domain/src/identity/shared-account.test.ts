import { member, membership } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { command, useHarness } from "../../test/harness.ts";
import { isOpen, openSession } from "../../test/instance.ts";
import { disableMember, setRoles } from "../organization/index.ts";
import { memberOf } from "./access.ts";

const harness = useHarness();

describe("law 12: a session of an account in two organizations", () => {
  it("goes on where the account is in another organization too, without what was taken here", async () => {
    const { org, cast } = await makeOrg(harness);
    const { accountId } = cast.recruiter;
    const elsewhere = await makeOrg(harness);
    const { memberId } = cast.recruiter;
    const there = elsewhere.cast.engineer.memberId;
    await harness.within(elsewhere.org.id, async (tx) => {
      await tx.update(member).set({ accountId }).where(eq(member.id, there));
      await tx.update(membership).set({ accountId }).where(eq(membership.memberId, there));
    });
    const { token } = await openSession(harness, accountId);
    const now = (of: typeof org) => harness.within(of.id, (tx) => memberOf(tx, accountId, of.id));
    await command(harness, org, cast.admin, "organization.setRoles", setRoles, {
      memberId,
      roles: ["coordinator"],
    });
    expect(await isOpen(harness, token)).toBe(true);
    expect(await now(org)).toMatchObject({ roles: ["coordinator"] });
    await command(harness, org, cast.admin, "organization.disableMember", disableMember, {
      memberId,
    });
    expect(await isOpen(harness, token)).toBe(true);
    expect(await now(org)).toBeNull();
    expect(await now(elsewhere.org)).toMatchObject({ memberId: there, roles: ["engineer"] });
  });
});
