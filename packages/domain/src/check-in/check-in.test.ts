import { auditDetail, checkIn } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeEngineer } from "../../test/engineers.ts";
import { makePair, type Pair, placeAt } from "../../test/growth.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member } from "../context.ts";
import { showProgress } from "../progress/index.ts";
import { owedWeek, recordCheckIn, replyCheckIn, unansweredCheckIns } from "./index.ts";

const harness = useHarness();
const WEEK = "2026-11-16";
const NOW = new Date("2026-11-19T10:00:00.000Z");
let pair: Pair;
let who: Member;

beforeAll(async () => {
  pair = await makePair(harness);
});
beforeEach(async () => {
  harness.setClock(NOW);
  who = await makeEngineer(harness, pair.org, pair.boss.memberId);
});

const record = (by: Member, done: string, week = WEEK, of = who) =>
  command(harness, pair.org, by, "checkIn.record", recordCheckIn, {
    memberId: of.memberId,
    week,
    done,
    blocked: "",
    confidence: 4,
    hours: 3,
  });
const reply = (by: Member, checkInId: string, revision: number) =>
  command(harness, pair.org, by, "checkIn.reply", replyCheckIn, {
    memberId: who.memberId,
    checkInId,
    revision,
    reply: "PLANTED answer",
  });
const progress = (by: Member) =>
  query(harness, pair.org, by, "progress.show", showProgress, { memberId: who.memberId });
const inOrg = <T>(read: (ctx: Parameters<typeof owedWeek>[0]) => Promise<T>) =>
  harness.within(pair.org.id, (tx) =>
    read({ read: tx, org: pair.org, clock: harness.deps.now?.() ?? new Date() }),
  );

describe("checkIn.record and checkIn.reply", () => {
  it("keep one check-in a week, changed until it is answered, with ids only in the audit trail", async () => {
    const first = await record(who, "PLANTED words");
    expect(first).toMatchObject({ week: WEEK, revision: 1, reply: null, may: { record: null } });
    const second = await record(who, "PLANTED again");
    expect(second).toMatchObject({ id: first.id, revision: 2, done: "PLANTED again" });
    expect(await refusal(reply(pair.boss, first.id, 1))).toBe("CHECK_IN_CHANGED");
    const answered = await reply(pair.boss, first.id, 2);
    expect(answered.reply).toMatchObject({ by: pair.boss.name, text: "PLANTED answer" });
    expect(await refusal(record(who, "Later"))).toBe("CHECK_IN_ANSWERED");
    expect(await refusal(reply(pair.boss, first.id, 2))).toBe("CHECK_IN_ANSWERED");
    const view = await progress(who);
    expect(view.checkIns).toMatchObject([{ id: first.id, done: "PLANTED again" }]);
    expect(view.checkIns[0]?.may.record?.sentence).toContain("answered");
    const entries = (await auditTrail(harness, pair.org.id)).filter(
      (one) => one.subjectId === first.id,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      "checkIn.record",
      "checkIn.record",
      "checkIn.reply",
    ]);
    const details = await harness.within(pair.org.id, (tx) => tx.select().from(auditDetail));
    expect(JSON.stringify(details)).not.toContain("PLANTED");
  });

  it("law 1: are the pair's alone", async () => {
    const { id } = await record(who, "Mine");
    const { cast } = pair;
    for (const other of [cast.admin, cast.auditor, cast.engineer, cast.manager, cast.recruiter]) {
      expect(await refusal(record(other, "Theirs"))).toBe("NOT_FOUND");
      expect(await refusal(reply(other, id, 1))).toBe("NOT_FOUND");
      expect(await refusal(progress(other))).toBe("NOT_FOUND");
    }
    expect(await refusal(record(pair.boss, "For them"))).toBe("FORBIDDEN");
    expect(await refusal(reply(who, id, 1))).toBe("FORBIDDEN");
    expect((await progress(pair.boss)).may.record?.sentence).toBeDefined();
  });

  it("hide a check-in of another member", async () => {
    const other = await makeEngineer(harness, pair.org, pair.boss.memberId);
    const { id } = await record(other, "Theirs", WEEK, other);
    expect(await refusal(reply(pair.boss, id, 1))).toBe("NOT_FOUND");
  });

  it("refuse a week that is not to be told of any more", async () => {
    expect(await refusal(record(who, "Long ago", "2026-10-12"))).toBe("CHECK_IN_WEEK");
    expect(await refusal(record(who, "Not yet", "2026-11-23"))).toBe("CHECK_IN_WEEK");
  });

  it("settle twenty at once on one row, and one answer against twenty changes", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => record(who, `Try ${n}`)));
    const [row] = (await progress(who)).checkIns;
    expect(row?.revision).toBe(20);
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 10 }, (_, n) => record(who, `Changed ${n}`)),
      ...Array.from({ length: 10 }, () => reply(pair.boss, row?.id ?? "", 20)),
    ]);
    const replies = outcomes.slice(10).filter(({ status }) => status === "fulfilled");
    const rows = await harness.within(pair.org.id, (tx) =>
      tx
        .select()
        .from(checkIn)
        .where(and(eq(checkIn.orgId, pair.org.id), eq(checkIn.memberId, who.memberId))),
    );
    expect(rows).toHaveLength(1);
    expect(replies.length).toBeLessThanOrEqual(1);
    // What was answered is what was read: no change came in between.
    if (replies.length === 1) expect(rows[0]).toMatchObject({ revision: 20 });
    else expect(rows[0]?.repliedAt).toBeNull();
  });
});

describe("what waits", () => {
  it("is owed weekly from the week in which one was placed, until it is recorded", async () => {
    expect(await inOrg((ctx) => owedWeek(ctx, who.memberId))).toBeNull();
    await placeAt(harness, pair.org, who, "2026-11-20");
    expect(await inOrg((ctx) => owedWeek(ctx, who.memberId))).toBe(WEEK);
    await record(who, "Done");
    expect(await inOrg((ctx) => owedWeek(ctx, who.memberId))).toBeNull();
    harness.setClock(new Date("2026-11-25T10:00:00.000Z"));
    expect(await inOrg((ctx) => owedWeek(ctx, who.memberId))).toBeNull();
    harness.setClock(new Date("2026-11-26T10:00:00.000Z"));
    expect(await inOrg((ctx) => owedWeek(ctx, who.memberId))).toBe("2026-11-23");
  });

  it("waits for the manager of now, and for nobody else", async () => {
    const { id } = await record(who, "Done");
    const waiting = async (by: Member) =>
      (await inOrg((ctx) => unansweredCheckIns(ctx, by.memberId))).filter(
        (one) => one.memberId === who.memberId,
      );
    expect(await waiting(pair.boss)).toEqual([
      { memberId: who.memberId, name: who.name, week: WEEK },
    ]);
    expect(await waiting(pair.cast.manager)).toEqual([]);
    await reply(pair.boss, id, 1);
    expect(await waiting(pair.boss)).toEqual([]);
  });
});
