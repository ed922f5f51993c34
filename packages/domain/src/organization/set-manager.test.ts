import { baseline, mail, member } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeEngineer } from "../../test/engineers.ts";
import { makePair, type Pair } from "../../test/growth.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import type { Member } from "../context.ts";
import { LIMITS } from "../limits.ts";
import { takeMail } from "../mail/deliver.ts";
import { disableMember, setManager } from "./index.ts";

const harness = useHarness();
let pair: Pair;
let who: Member;

beforeAll(async () => {
  pair = await makePair(harness);
});
beforeEach(async () => {
  who = await makeEngineer(harness, pair.org, pair.boss.memberId);
});

const set = (managerId: string | null, by: Member = pair.cast.admin) =>
  command(harness, pair.org, by, "organization.setManager", setManager, {
    memberId: who.memberId,
    managerId,
  });

/** What was written to the member so far, as it is sent now. */
async function letters(): Promise<string[]> {
  const rows = await harness.within(pair.org.id, (tx) =>
    tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.orgId, pair.org.id), eq(mail.recipientId, who.memberId)))
      .orderBy(asc(mail.createdAt)),
  );
  const deps = { db: harness.connection.db, limits: LIMITS, publicUrl: "https://rubric.test" };
  const taken: string[] = [];
  for (const { id } of rows) {
    const one = await takeMail(deps, { orgId: pair.org.id, id });
    if (one !== null) taken.push(one.mail.subject);
  }
  return taken;
}

describe("law 1: nobody comes to manage somebody unseen", () => {
  it("tells the person of each manager who was set, though they stepped back at once", async () => {
    const { admin } = pair.cast;
    await set(admin.memberId);
    await set(pair.boss.memberId);
    await set(pair.boss.memberId);
    await set(null);
    const at = `at ${pair.org.name}`;
    expect(await letters()).toEqual([
      `${admin.name} was made your manager ${at}`,
      `${pair.boss.name} was made your manager ${at}`,
      `Nobody manages you now ${at}`,
    ]);
  });

  it("tells the person that nobody manages them once their manager is disabled", async () => {
    const boss = await makeEngineer(harness, pair.org, null, "Leaving Soon");
    await set(boss.memberId);
    const { org, cast } = pair;
    const of = { memberId: boss.memberId };
    await command(harness, org, cast.admin, "organization.disableMember", disableMember, of);
    const [row] = await harness.within(org.id, (tx) =>
      tx.select({ managerId: member.managerId }).from(member).where(eq(member.id, who.memberId)),
    );
    expect(row).toEqual({ managerId: null });
    expect((await letters()).at(-1)).toBe(`Nobody manages you now at ${org.name}`);
  });

  it("is an admin's to say, and never makes one their own manager, or each other's", async () => {
    expect(await refusal(set(pair.cast.recruiter.memberId, pair.cast.recruiter))).toBe("FORBIDDEN");
    expect(await refusal(set(who.memberId, who))).toBe("FORBIDDEN");
    expect(await refusal(set(who.memberId))).toBe("MANAGER_CIRCLE");
    expect(await letters()).toEqual([]);
  });
});

describe("law 10: who let one manager see their baseline let no other", () => {
  it("takes the early sharing back with a new manager, and not where nothing changes", async () => {
    const at = new Date();
    const { memberId } = who;
    const shared = () =>
      harness.within(pair.org.id, (tx) =>
        tx
          .select({ openedAt: baseline.openedAt, sharedAt: baseline.sharedAt })
          .from(baseline)
          .where(eq(baseline.memberId, memberId)),
      );
    await harness.within(pair.org.id, (tx) =>
      tx.insert(baseline).values({
        orgId: pair.org.id,
        memberId,
        openedAt: at,
        sharedAt: at,
        remark: "",
        objection: "",
      }),
    );
    await set(pair.boss.memberId);
    expect(await shared()).toEqual([{ openedAt: at, sharedAt: at }]);
    await set(pair.cast.admin.memberId);
    expect(await shared()).toEqual([{ openedAt: at, sharedAt: null }]);
  });
});
