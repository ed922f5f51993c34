import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { openSession } from "../../test/instance.ts";
import { keepCallers } from "./keep-callers.ts";
import { sessions } from "./sessions.ts";
import { newToken, tokenHash } from "./tokens.ts";

const harness = useHarness();

async function known(keptMs: number) {
  const { org, cast } = await makeOrg(harness);
  const { token } = await openSession(harness, cast.recruiter.accountId);
  const { db } = harness.connection;
  const hash = tokenHash(token);
  const end = () => sessions(db).end(hash);
  return { org, cast, hash, end, callers: keepCallers(db, { keptMs }) };
}

const HOUR = 3_600_000;

/** Sessions of so many browsers, and a process that knows them for an hour of its own clock. */
async function several(many: number) {
  const { cast } = await makeOrg(harness);
  const { db } = harness.connection;
  const opened = Array.from({ length: many }, () => openSession(harness, cast.recruiter.accountId));
  const hashes = (await Promise.all(opened)).map(({ token }) => tokenHash(token));
  let now = HOUR;
  const callers = keepCallers(db, { keptMs: HOUR, clock: { now: () => now } });
  const goOn = async (hours: number) => {
    now += hours * HOUR;
    // What is kept reads the clock once a millisecond.
    await sleep(5);
  };
  return { hashes, db, callers, goOn };
}

describe("what a process knows of who calls", () => {
  it("is looked up once, however many ask", async () => {
    const { org, cast, hash, callers } = await known(HOUR);
    for (let n = 0; n < 5; n += 1) {
      expect((await callers.session(hash))?.accountId).toBe(cast.recruiter.accountId);
      expect((await callers.organization(org.slug))?.id).toBe(org.id);
    }
    expect(callers.counts()).toEqual({ hits: 8, misses: 2 });
  });

  it("outlives a session's end for as long as it is kept, and not beyond", async () => {
    const { hash, end, callers } = await known(40);
    await callers.session(hash);
    await end();
    await expect.poll(() => callers.session(hash), { timeout: 2000 }).toBeNull();
  });

  it("ends at once where the process itself ended the session", async () => {
    const { hash, end, callers } = await known(HOUR);
    await callers.session(hash);
    await end();
    expect(await callers.session(hash)).not.toBeNull();
    callers.forget();
    expect(await callers.session(hash)).toBeNull();
  });

  it("is nothing of what was not found: who signs in is known at once", async () => {
    const { cast, callers } = await known(HOUR);
    const token = newToken();
    expect(await callers.session(tokenHash(token))).toBeNull();
    expect(await callers.organization("nowhere")).toBeNull();
    const { token: opened } = await openSession(harness, cast.engineer.accountId);
    expect(await callers.session(tokenHash(opened))).not.toBeNull();
  });

  it("holds the members that a query found, until a command in their organization", async () => {
    const { org, cast, callers } = await known(HOUR);
    callers.membersOf(org.id).set("who", cast.recruiter);
    callers.membersOf("elsewhere").set("who", cast.engineer);
    expect(callers.membersOf(org.id).get("who")).toBe(cast.recruiter);
    callers.forgetMembersOf(org.id);
    expect(callers.membersOf(org.id).get("who")).toBeUndefined();
    expect(callers.membersOf("elsewhere").get("who")).toBe(cast.engineer);
  });

  it("holds no member who was on their way while those of the organization were forgotten", async () => {
    const { org, cast, callers } = await known(HOUR);
    const asked = callers.membersOf(org.id);
    callers.forgetMembersOf(org.id);
    asked.set("who", cast.recruiter);
    expect(callers.membersOf(org.id).get("who")).toBeUndefined();
  });

  it("is read again together, when it grows old, of those who were asked for", async () => {
    const { hashes, db, callers, goOn } = await several(4);
    const [first = "", second = "", third = "", idle = ""] = hashes;
    for (const hash of hashes) await callers.session(hash);
    for (const hash of [first, second, third]) await callers.session(hash);
    await goOn(0.6);
    await sessions(db).end(second);
    // Somebody who was not known: with them the old ones are read that were asked for since.
    const { callers: _other, hashes: more } = await several(1);
    await callers.session(more[0] ?? "");
    expect(await callers.session(second)).toBeNull();
    const { misses } = callers.counts();
    await goOn(0.5);
    for (const hash of [first, third]) expect((await callers.session(hash))?.id).toBe(hash);
    expect(callers.counts().misses).toBe(misses);
    expect(await callers.session(idle)).not.toBeNull();
    expect(callers.counts().misses).toBe(misses + 1);
  });

  it("keeps nobody of those who were read together while all were forgotten", async () => {
    const { hashes, db, callers, goOn } = await several(3);
    const [first = "", second = "", third = ""] = hashes;
    for (const hash of [first, second, first, second]) await callers.session(hash);
    await goOn(0.6);
    const reading = callers.session(third);
    callers.forget();
    await reading;
    for (const hash of hashes) await sessions(db).end(hash);
    for (const hash of hashes) expect(await callers.session(hash)).toBeNull();
  });
});
