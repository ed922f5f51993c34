import { newId } from "@rubric/db";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import {
  ANYONE,
  type Caller,
  givePassword,
  instanceActions,
  instanceCommand,
  instanceQuery,
  isOpen,
  openSession,
  PASSWORD,
} from "../../test/instance.ts";
import { disableMember, setRoles } from "../organization/index.ts";
import { LIMITS } from "../limits.ts";
import {
  changePassword,
  endOtherSessions,
  endSession,
  listSessions,
  mintLink,
  resetPassword,
} from "./index.ts";

const harness = useHarness();
const DAY = 86_400_000;

async function person() {
  const { org, cast } = await makeOrg(harness);
  return { org, cast, accountId: cast.recruiter.accountId };
}

/** Moves a session's instants into the past by whole days. */
async function age(caller: Caller, days: number, columns: readonly string[]) {
  const { sql } = harness.connection;
  for (const column of columns) {
    await sql`update identity.session set ${sql(column)} = ${sql(column)} - ${days} * interval '1 day'
      where id = ${caller.sessionId}`;
  }
}

async function stamps(caller: Caller) {
  const [row] = await harness.connection.sql`
    select extract(epoch from expires_at)::float8 * 1000 as expires_at,
      extract(epoch from last_seen_at)::float8 * 1000 as last_seen_at from identity.session where id = ${caller.sessionId}`;
  return { expiresAt: Number(row?.expires_at), lastSeenAt: Number(row?.last_seen_at) };
}

describe("a session's lifetime", () => {
  it("ends after 14 days without use", async () => {
    const { accountId } = await person();
    const { token, caller } = await openSession(harness, accountId);
    await age(caller, LIMITS.sessionIdleDays - 0.01, ["expires_at"]);
    expect(await isOpen(harness, token)).toBe(true);
    await age(caller, LIMITS.sessionIdleDays + 0.01, ["expires_at"]);
    expect(await isOpen(harness, token)).toBe(false);
  });

  it("is prolonged by use, once half of its idle time has passed", async () => {
    const { accountId } = await person();
    const { token, caller } = await openSession(harness, accountId);
    await age(caller, 6, ["expires_at"]);
    const before = await stamps(caller);
    await isOpen(harness, token);
    expect(await stamps(caller)).toEqual(before);
    await age(caller, 2, ["expires_at"]);
    await isOpen(harness, token);
    expect((await stamps(caller)).expiresAt).toBeGreaterThan(before.expiresAt + 5 * DAY);
  });

  it("ends 60 days after sign-in however much it is used", async () => {
    const { accountId } = await person();
    const { token, caller } = await openSession(harness, accountId);
    await age(caller, LIMITS.sessionAbsoluteDays - 0.01, ["created_at"]);
    expect(await isOpen(harness, token)).toBe(true);
    await age(caller, 0.02, ["created_at"]);
    expect(await isOpen(harness, token)).toBe(false);
    const { sessions: own } = await instanceQuery(
      harness,
      caller,
      "identity.listSessions",
      listSessions,
      {},
    );
    expect(own).toEqual([]);
  });

  it("notes its last use, at most every 10 minutes", async () => {
    const { accountId } = await person();
    const { token, caller } = await openSession(harness, accountId);
    const first = await stamps(caller);
    await isOpen(harness, token);
    expect(await stamps(caller)).toEqual(first);
    await age(caller, 1, ["last_seen_at"]);
    await isOpen(harness, token);
    expect((await stamps(caller)).lastSeenAt).toBeGreaterThanOrEqual(first.lastSeenAt);
  });
});

describe("identity.listSessions, endSession, endOtherSessions", () => {
  it("lists one's own sessions, marks this one and names the browser", async () => {
    const { accountId, cast } = await person();
    const here = await openSession(harness, accountId);
    await openSession(harness, accountId);
    await openSession(harness, cast.manager.accountId);
    const { sessions } = await instanceQuery(
      harness,
      here.caller,
      "identity.listSessions",
      listSessions,
      {},
    );
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((one) => one.current).map((one) => one.id)).toEqual([
      here.caller.sessionId,
    ]);
    expect(sessions[0]).toMatchObject({ device: "Firefox on Linux", ip: "192.0.2.7" });
  });

  it("ends one of one's own and takes the cookie away only for this one", async () => {
    const { accountId } = await person();
    const [here, there] = [
      await openSession(harness, accountId),
      await openSession(harness, accountId),
    ];
    const end = (one: Caller) =>
      instanceCommand(harness, here.caller, "identity.endSession", endSession, {
        sessionId: one.sessionId ?? "",
      });
    expect((await end(there.caller)).issued).toEqual([]);
    expect(await isOpen(harness, there.token)).toBe(false);
    expect((await end(here.caller)).issued).toEqual([null]);
    expect(await isOpen(harness, here.token)).toBe(false);
    expect(await instanceActions(harness, accountId)).toEqual([
      "identity.endSession",
      "identity.endSession",
    ]);
  });

  it("never ends another account's session, which looks like one that is not there", async () => {
    const { accountId, cast } = await person();
    const { caller } = await openSession(harness, accountId);
    const foreign = await openSession(harness, cast.manager.accountId);
    const end = (sessionId: string) =>
      refusal(instanceCommand(harness, caller, "identity.endSession", endSession, { sessionId }));
    expect(await end(foreign.caller.sessionId ?? "")).toBe("NOT_FOUND");
    expect(await end("0".repeat(64))).toBe("NOT_FOUND");
    expect(await isOpen(harness, foreign.token)).toBe(true);
  });

  it("ends all others and keeps this one", async () => {
    const { accountId, cast } = await person();
    const here = await openSession(harness, accountId);
    const others = [await openSession(harness, accountId), await openSession(harness, accountId)];
    const foreign = await openSession(harness, cast.manager.accountId);
    const { answer } = await instanceCommand(
      harness,
      here.caller,
      "identity.endOtherSessions",
      endOtherSessions,
      {},
    );
    expect(answer.sessions.map((one) => one.current)).toEqual([true]);
    for (const { token } of others) expect(await isOpen(harness, token)).toBe(false);
    expect(await isOpen(harness, here.token)).toBe(true);
    expect(await isOpen(harness, foreign.token)).toBe(true);
  });

  it.each([
    ["identity.listSessions", () => listed(ANYONE)],
    ["identity.endOtherSessions", () => endedOthers(ANYONE)],
  ])("%s refuses who is not signed in", async (_name, call) => {
    expect(await refusal(call())).toBe("FORBIDDEN");
  });
  const listed = (caller: Caller) =>
    instanceQuery(harness, caller, "identity.listSessions", listSessions, {});
  const endedOthers = (caller: Caller) =>
    instanceCommand(harness, caller, "identity.endOtherSessions", endOtherSessions, {});
});

describe("what ends every session of an account", () => {
  it("a change of password, which gives this browser a new one", async () => {
    const { org, cast, accountId } = await person();
    await givePassword(harness, org, cast.recruiter);
    const [here, there] = [
      await openSession(harness, accountId),
      await openSession(harness, accountId),
    ];
    const { issued } = await instanceCommand(
      harness,
      here.caller,
      "identity.changePassword",
      changePassword,
      { current: PASSWORD, password: "violet anchor basil drum" },
    );
    expect(await isOpen(harness, here.token)).toBe(false);
    expect(await isOpen(harness, there.token)).toBe(false);
    expect(await isOpen(harness, issued[0] ?? "")).toBe(true);
  });

  it("a reset", async () => {
    const { accountId } = await person();
    const { token } = await openSession(harness, accountId);
    const link = await harness.within(newId(), (tx) =>
      mintLink(tx, {
        kind: "password_reset",
        orgId: null,
        subjectId: accountId,
        at: new Date(),
        hours: 2,
      }),
    );
    await instanceCommand(harness, ANYONE, "identity.resetPassword", resetPassword, {
      token: link,
      password: "violet anchor basil drum",
    });
    expect(await isOpen(harness, token)).toBe(false);
  });

  it("another set of roles, and being disabled", async () => {
    const { org, cast, accountId } = await person();
    const before = await openSession(harness, accountId);
    const bystander = await openSession(harness, cast.manager.accountId);
    const { memberId } = cast.recruiter;
    await command(harness, org, cast.admin, "organization.setRoles", setRoles, {
      memberId,
      roles: ["coordinator"],
    });
    expect(await isOpen(harness, before.token)).toBe(false);
    const after = await openSession(harness, accountId);
    await command(harness, org, cast.admin, "organization.disableMember", disableMember, {
      memberId,
    });
    expect(await isOpen(harness, after.token)).toBe(false);
    expect(await isOpen(harness, bystander.token)).toBe(true);
  });
});
