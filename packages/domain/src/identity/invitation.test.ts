import { newId } from "@rubric/db";
import { describe, expect, it } from "vitest";
import type { Member, Org } from "../context.ts";
import { makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import {
  ANYONE,
  instanceActions,
  instanceCommand,
  instanceQuery,
  isOpen,
  PASSWORD,
} from "../../test/instance.ts";
import { takeMail } from "../mail/index.ts";
import { pagesOf } from "../mail/pages.ts";
import {
  disableMember,
  enableMember,
  invite,
  resendInvitation,
  setRoles,
} from "../organization/index.ts";
import { LIMITS } from "../limits.ts";
import { acceptInvitation, showInvitation } from "./index.ts";

const harness = useHarness();
const publicUrl = "https://rubric.test";
const HOUR = 3_600_000;

async function invited(email = `new-${newId()}@people.test`) {
  const { org, cast } = await makeOrg(harness);
  const view = await command(harness, org, cast.admin, "organization.invite", invite, {
    email,
    name: "Noor Haddad",
    title: "",
    roles: ["interviewer"],
  });
  return { org, cast, memberId: view.id, email };
}

/** The token in the last e-mail that was queued for the organization, rendered as the worker does. */
async function tokenSent(org: Org): Promise<string | null> {
  const job = harness.jobs.findLast((one) => one.queue === "mail" && one.orgId === org.id);
  if (job === undefined) throw new Error("No e-mail was queued.");
  const deps = { db: harness.connection.db, limits: LIMITS, publicUrl };
  const taken = await takeMail(deps, { orgId: org.id, id: job.id });
  const path = pagesOf(publicUrl, org.slug).invitation("");
  return taken && (new RegExp(`${path}([a-z0-9]+)`).exec(taken.mail.text)?.[1] ?? null);
}

const accept = (token: string | null, password = PASSWORD) =>
  instanceCommand(harness, ANYONE, "identity.acceptInvitation", acceptInvitation, {
    token: token ?? "",
    name: "Noor Haddad",
    password,
  });

const show = (token: string | null) =>
  instanceQuery(harness, ANYONE, "identity.showInvitation", showInvitation, {
    token: token ?? "",
  });

async function memberRow(org: Org, memberId: string) {
  const rows = await harness.within(org.id, (tx) =>
    tx.execute(`select state, roles, account_id, name from member where id = '${memberId}'`),
  );
  return rows[0];
}

/** Two organizations invite one new address; both links. */
async function invitedTwice() {
  const one = await invited();
  const first = await tokenSent(one.org);
  const other = await invited(one.email);
  return [first, await tokenSent(other.org)] as const;
}

const act = (org: Org, who: Member, memberId: string) => ({
  resend: () =>
    command(harness, org, who, "organization.resendInvitation", resendInvitation, { memberId }),
  disable: () =>
    command(harness, org, who, "organization.disableMember", disableMember, { memberId }),
  enable: () => command(harness, org, who, "organization.enableMember", enableMember, { memberId }),
});

describe("identity.showInvitation", () => {
  it("says who invites whom, before anything is typed", async () => {
    const { org, email } = await invited();
    expect(await show(await tokenSent(org))).toEqual({
      orgName: org.name,
      email,
      name: "Noor Haddad",
      hasAccount: false,
    });
  });

  it("knows no other token", async () => {
    expect(await refusal(show("no-such-token"))).toBe("LINK_INVALID");
  });
});

describe("identity.acceptInvitation", () => {
  it("makes a member with an account, signs in and writes the audit entry", async () => {
    const { org, memberId } = await invited();
    const { answer, issued } = await accept(await tokenSent(org));
    expect(answer).toEqual({ orgSlug: org.slug });
    expect(await isOpen(harness, issued[0] ?? "")).toBe(true);
    const row = await memberRow(org, memberId);
    expect(row).toMatchObject({ state: "active", roles: ["interviewer"] });
    expect(await instanceActions(harness, String(row?.account_id))).toEqual([
      "identity.acceptInvitation",
    ]);
  });

  it("works once; of two at once exactly one joins", async () => {
    const { org } = await invited();
    const token = await tokenSent(org);
    const outcomes = await Promise.allSettled([accept(token), accept(token), accept(token)]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(accept(token))).toBe("LINK_INVALID");
    expect(await refusal(show(token))).toBe("LINK_INVALID");
  });

  it("works for 72 hours", async () => {
    const { org } = await invited();
    const token = await tokenSent(org);
    const at = (ms: number) => harness.setClock(new Date(Date.now() + ms));
    try {
      at(72 * HOUR + 1000);
      expect(await refusal(accept(token))).toBe("LINK_INVALID");
      expect(await refusal(show(token))).toBe("LINK_INVALID");
      at(72 * HOUR - 60_000);
      await accept(token);
    } finally {
      harness.setClock(null);
    }
  });

  it("asks a known address for the password it has, and joins with the same account", async () => {
    const first = await invited();
    await accept(await tokenSent(first.org));
    const second = await invited(first.email);
    const token = await tokenSent(second.org);
    expect(await show(token)).toMatchObject({ hasAccount: true });
    expect(await refusal(accept(token, "another password entirely"))).toBe("PASSWORD_WRONG");
    await accept(token);
    const ids = [
      await memberRow(first.org, first.memberId),
      await memberRow(second.org, second.memberId),
    ].map((row) => row?.account_id);
    expect(ids[0]).toBe(ids[1]);
  });

  it("keeps the link when the password is too weak", async () => {
    const { org } = await invited();
    const token = await tokenSent(org);
    expect(await refusal(accept(token, "noor haddad 1"))).toBe("PASSWORD_WEAK");
    await accept(token);
  });
});

describe("organization.resendInvitation", () => {
  it("sends a link that works and ends the earlier one", async () => {
    const { org, cast, memberId } = await invited();
    const earlier = await tokenSent(org);
    await act(org, cast.admin, memberId).resend();
    const later = await tokenSent(org);
    expect(later).not.toBe(earlier);
    expect(await refusal(accept(earlier))).toBe("LINK_INVALID");
    await accept(later);
  });

  it("takes an e-mail back that has not left yet", async () => {
    const { org, cast, memberId } = await invited();
    const first = harness.jobs.findLast((one) => one.orgId === org.id);
    await act(org, cast.admin, memberId).resend();
    const deps = { db: harness.connection.db, limits: LIMITS, publicUrl };
    expect(await takeMail(deps, { orgId: org.id, id: first?.id ?? "" })).toBeNull();
    await accept(await tokenSent(org));
  });

  it("refuses who has joined, another organization's member, and who is no admin", async () => {
    const { org, cast, memberId } = await invited();
    const other = await invited();
    expect(await refusal(act(org, cast.admin, other.memberId).resend())).toBe("NOT_FOUND");
    expect(await refusal(act(org, cast.recruiter, memberId).resend())).toBe("FORBIDDEN");
    await accept(await tokenSent(org));
    expect(await refusal(act(org, cast.admin, memberId).resend())).toBe("MEMBER_STATE");
  });
});

describe("an invitation whose member changes meanwhile", () => {
  it("keeps its link when the roles are others", async () => {
    const { org, cast, memberId } = await invited();
    const token = await tokenSent(org);
    await command(harness, org, cast.admin, "organization.setRoles", setRoles, {
      memberId,
      roles: ["engineer"],
    });
    await accept(token);
    expect(await memberRow(org, memberId)).toMatchObject({ state: "active", roles: ["engineer"] });
  });

  it("ends when the member is disabled, and starts anew when enabled", async () => {
    const { org, cast, memberId } = await invited();
    const token = await tokenSent(org);
    await act(org, cast.admin, memberId).disable();
    expect(await refusal(accept(token))).toBe("LINK_INVALID");
    expect(await act(org, cast.admin, memberId).enable()).toMatchObject({ state: "invited" });
    expect(await refusal(accept(token))).toBe("LINK_INVALID");
    await accept(await tokenSent(org));
    expect(await memberRow(org, memberId)).toMatchObject({ state: "active" });
  });
});

describe("two organizations that invite one new address", () => {
  it("are both joined with one account, though both are accepted at once", async () => {
    const [first, second] = await invitedTwice();
    const joined = await Promise.all([accept(first), accept(second)]);
    expect(new Set(joined.map(({ answer }) => answer.orgSlug)).size).toBe(2);
  });

  it("ask for the one password, where two were chosen at once", async () => {
    const [first, second] = await invitedTwice();
    const outcomes = await Promise.allSettled([
      accept(first),
      accept(second, `${PASSWORD} and another`),
    ]);
    const refused = outcomes.flatMap((one) =>
      one.status === "rejected" ? [refusal(Promise.reject(one.reason))] : [],
    );
    expect(await Promise.all(refused)).toEqual(["PASSWORD_WRONG"]);
  });
});
