import { type Connection, connect } from "@rubric/db";
import {
  application,
  candidate,
  decision,
  job,
  note,
  poolConsent,
  privacyNotice,
  restriction,
  scorecardRating,
} from "@rubric/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { plantedStrings, plantPerson } from "../../test/planted-person.ts";
import { joinPool } from "../candidate/join-pool.ts";
import { leavePool } from "../candidate/leave-pool.ts";
import { showOwn } from "../candidate/show-own.ts";
import type { Actor, CommandCtx, Org } from "../context.ts";
import { Refused } from "../errors.ts";
import { runCommand, runQuery } from "../execution/index.ts";
import { takeMail } from "../mail/deliver.ts";
import { eraseCandidate, eraseDue, type Erased } from "./erase-candidate.ts";
import { erase } from "./erase.ts";
import { expireConsents } from "./expire-consents.ts";
import { findDue } from "./find-due.ts";
import { liftHold } from "./lift-hold.ts";
import { listRetention } from "./list.ts";
import { sendNotices } from "./notice.ts";
import { requestErasure } from "./request-erasure.ts";
import { sendNotice } from "./send-notice.ts";
import { setHold } from "./set-hold.ts";
import { setPool } from "./set-pool.ts";
import { showKeeping } from "./show.ts";

const harness = useHarness();
const DAY = 86_400_000;
let retention: Connection;
let org: Org;
let cast: Cast;
let berlin: MadeJob;
let california: MadeJob;

beforeAll(async () => {
  retention = connect(harness.database.retentionUrl, { max: 4 });
  ({ org, cast } = await makeOrg(harness));
  berlin = await makeJob(harness, { org, cast });
  california = await makeJob(harness, { org, cast });
  await harness.within(org.id, (tx) =>
    tx
      .update(job)
      .set({ locations: ["US-CA"] })
      .where(and(eq(job.orgId, org.id), eq(job.id, california.jobId))),
  );
});
afterAll(() => retention.close());

const systemCall = () => ({
  org,
  origin: { ip: "", requestId: "job", userAgent: "" },
  key: null,
  actor: async () => ({ kind: "system", job: "worker" }) as const,
});

/** What the worker does, as the role that may empty audit details. */
const asWorker = <T>(verb: (ctx: CommandCtx) => Promise<T>, at?: Date, api = false) =>
  runCommand(
    {
      ...harness.deps,
      ...(api ? {} : { db: retention.db }),
      ...(at === undefined ? {} : { now: () => at }),
    },
    systemCall(),
    {
      permission: "retention.eraseCandidate",
      subjectId: null,
      input: {},
      key: "none",
      audit: "one",
      parse: (answer) => z.custom<T>().parse(answer),
    },
    verb,
  );

const due = (at?: Date) =>
  runQuery(
    { ...harness.deps, db: retention.db, ...(at === undefined ? {} : { now: () => at }) },
    systemCall(),
    { permission: "retention.settle", subjectId: null },
    (ctx) => findDue(ctx, { after: null }),
  );

const settle = (candidateId: string, at?: Date): Promise<Erased> =>
  asWorker((ctx) => eraseDue(ctx, { candidateId }), at);

/** An application that was rejected so many days ago. */
async function ended(made: MadeJob, daysAgo: number, more: { candidateId?: string } = {}) {
  const ids = await makeApplication(harness, org, made, more);
  const endedAt = new Date(Date.now() - daysAgo * DAY);
  await harness.within(org.id, (tx) =>
    tx
      .update(application)
      .set({ state: "rejected", stateReason: "no_answer", endedAt })
      .where(and(eq(application.orgId, org.id), eq(application.id, ids.applicationId))),
  );
  return ids;
}

const ask = (candidateId: string) =>
  command(harness, org, cast.admin, "retention.erase", erase, {
    candidateId,
    reason: "They asked by letter.",
  });

const hold = (on: "candidate" | "job", subjectId: string, actor: Actor = cast.admin) =>
  command(harness, org, actor, "retention.setHold", setHold, {
    on,
    subjectId,
    reason: "A claim was filed.",
  });

const person = async (candidateId: string) => {
  const [row] = await retention.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org', ${org.id}, true)`);
    return tx.select().from(candidate).where(eq(candidate.id, candidateId));
  });
  return row;
};

const restrictedIds = (ids: string[]) =>
  harness.within(org.id, (tx) =>
    tx.select().from(restriction).where(inArray(restriction.subjectId, ids)),
  );

describe("law 10: what is due is done by the worker", () => {
  it("erases whose maximum is over, and finds nobody else", async () => {
    const over = await ended(berlin, 190);
    const within = await ended(berlin, 170);
    const goesOn = await makeApplication(harness, org, berlin);
    const { candidateIds } = await due();
    expect(candidateIds).toContain(over.candidateId);
    expect(candidateIds).not.toContain(within.candidateId);
    expect(candidateIds).not.toContain(goesOn.candidateId);
    await settle(over.candidateId);
    expect(await person(over.candidateId)).toMatchObject({ name: "Erased person" });
    const trail = await auditTrail(harness, org.id);
    expect(JSON.stringify(trail.at(-1))).not.toContain(over.candidateId);
    expect(trail.at(-1)).toMatchObject({
      action: "retention.eraseCandidate",
      subjectKind: "erasure",
    });
    expect(await refusal(settle(within.candidateId))).toBe("NOTHING_DUE");
  });

  it("erases by the organization's own policy where no law sets a maximum", async () => {
    const old = await ended(california, 5 * 366);
    expect((await due()).candidateIds).toContain(old.candidateId);
  });

  it("erases once, whoever of two workers comes first", async () => {
    const { candidateId } = await ended(berlin, 200);
    const outcomes = await Promise.allSettled([settle(candidateId), settle(candidateId)]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes one application from a person of whom another stays, and keeps the numbers", async () => {
    const planted = plantedStrings();
    const world = { harness, org, cast, made: berlin };
    const { candidateId, applicationId } = await plantPerson(world, planted);
    const { applicationId: stays } = await makeApplication(harness, org, california, {
      candidateId,
    });
    await harness.within(org.id, (tx) =>
      tx
        .update(application)
        .set({ state: "rejected", endedAt: new Date(Date.now() - 200 * DAY) })
        .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
    );
    await settle(candidateId);
    const left = await harness.within(org.id, async (tx) => ({
      row: await tx.select().from(application).where(eq(application.id, applicationId)),
      other: await tx.select().from(application).where(eq(application.id, stays)),
      notes: await tx.select().from(note).where(eq(note.applicationId, applicationId)),
      decisions: await tx.select().from(decision).where(eq(decision.applicationId, applicationId)),
      ratings: await tx.select().from(scorecardRating),
    }));
    expect(left.other[0]?.candidateId).toBe(candidateId);
    expect(left.row[0]?.candidateId).not.toBe(candidateId);
    expect(left.row[0]).toMatchObject({ state: "rejected", answers: [] });
    expect(left.notes).toEqual([]);
    expect(left.decisions).toMatchObject([{ kind: "offer", reason: "" }]);
    expect(left.ratings.length).toBeGreaterThan(0);
    expect(JSON.stringify(left)).not.toContain(planted.evidence);
    expect(await person(candidateId)).toMatchObject({ name: planted.name });
    const nameless = await person(left.row[0]?.candidateId ?? "");
    expect(nameless).toMatchObject({ name: "Erased person" });
    expect(nameless?.erasedAt).not.toBeNull();
  });

  it("keeps restricted what may not be kept and must be: California and Germany", async () => {
    const both = await makeJob(harness, { org, cast });
    await harness.within(org.id, (tx) =>
      tx
        .update(job)
        .set({ locations: ["US-CA", "DE"] })
        .where(and(eq(job.orgId, org.id), eq(job.id, both.jobId))),
    );
    const { candidateId, applicationId } = await ended(both, 200);
    const shown = await query(harness, org, cast.recruiter, "retention.show", showKeeping, {
      applicationId,
    });
    expect(shown).toMatchObject({ conflict: true, verdict: "restrict", why: "minimum" });
    expect(shown.lower).toMatchObject({ region: "US-CA" });
    expect(shown.upper).toMatchObject({ region: "DE" });
    await settle(candidateId);
    expect((await restrictedIds([applicationId, candidateId])).length).toBe(2);
    const hidden = query(harness, org, cast.recruiter, "retention.show", showKeeping, {
      applicationId,
    });
    expect(await refusal(hidden)).toBe("NOT_FOUND");
    expect((await due()).candidateIds).not.toContain(candidateId);
    const inFive = new Date(Date.now() + 5 * 366 * DAY);
    expect((await due(inFive)).candidateIds).toContain(candidateId);
    await settle(candidateId, inFive);
    expect(await person(candidateId)).toMatchObject({ name: "Erased person" });
    expect(await restrictedIds([applicationId, candidateId])).toEqual([]);
  });
});

describe("law 10: a legal hold goes before all", () => {
  it("stops what is due and what was asked for, until it is lifted", async () => {
    const { candidateId } = await ended(berlin, 200);
    const { id } = await hold("candidate", candidateId);
    await settle(candidateId);
    expect(await person(candidateId)).not.toMatchObject({ name: "Erased person" });
    const asked = await ask(candidateId).catch((error: unknown) => error);
    // What passed its maximum is restricted under the hold, so to a member it is gone.
    expect(asked).toBeInstanceOf(Refused);
    const { id: erasureId } = await command(
      harness,
      org,
      { kind: "candidate", candidateId },
      "candidate.askErasure",
      async (ctx) => {
        const made = await requestErasure(ctx, candidateId, "candidate");
        ctx.audit({ subject: { kind: "candidate", id: candidateId }, candidateId });
        return made;
      },
      {},
    );
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId }));
    expect(await person(candidateId)).not.toMatchObject({ name: "Erased person" });
    const own = await query(
      harness,
      org,
      { kind: "candidate", candidateId },
      "candidate.showOwn",
      showOwn,
      {},
    );
    expect(own.keeping[0]?.sentence).toContain("legal matter");
    expect(own.may.askErasure?.sentence).toContain("asked for already");
    await command(harness, org, cast.admin, "retention.liftHold", liftHold, {
      holdId: id,
      reason: "It was settled.",
    });
    expect(harness.jobs.at(-1)).toMatchObject({ queue: "erasure", id: erasureId });
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId }));
    expect(await person(candidateId)).toMatchObject({ name: "Erased person" });
  });

  it("holds for everybody who applied to a job", async () => {
    const held = await makeJob(harness, { org, cast });
    const { candidateId } = await ended(held, 200);
    await hold("job", held.jobId);
    await settle(candidateId);
    expect(await person(candidateId)).not.toMatchObject({ name: "Erased person" });
  });

  it("and an erasure at once come one after the other, in one order or the other", async () => {
    for (let n = 0; n < 6; n += 1) {
      const { candidateId } = await ended(berlin, 200);
      const [set, gone] = await Promise.allSettled([
        hold("candidate", candidateId),
        settle(candidateId),
      ]);
      const erased = (await person(candidateId))?.erasedAt != null;
      // Held first: nothing is erased. Erased first: nobody is there to be held.
      expect(set.status === "fulfilled").toBe(!erased);
      expect(gone.status).toBe("fulfilled");
    }
  });

  it("is set once and lifted once, by an admin and with a reason", async () => {
    const { candidateId } = await ended(california, 1);
    for (const actor of [cast.recruiter, cast.manager, cast.auditor]) {
      expect(await refusal(hold("candidate", candidateId, actor))).toBe("FORBIDDEN");
    }
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => hold("candidate", candidateId)),
    );
    const set = outcomes.filter((one) => one.status === "fulfilled");
    expect(set).toHaveLength(1);
    const [first] = set;
    const holdId = first?.value.id ?? "";
    const lift = () =>
      command(harness, org, cast.admin, "retention.liftHold", liftHold, {
        holdId,
        reason: "Over.",
      });
    await lift();
    expect(await refusal(lift())).toBe("HOLD_LIFTED");
    const other = await makeOrg(harness);
    const strange = command(harness, other.org, other.cast.admin, "retention.setHold", setHold, {
      on: "candidate" as const,
      subjectId: candidateId,
      reason: "Not ours.",
    });
    expect(await refusal(strange)).toBe("NOT_FOUND");
    const listed = await query(harness, org, cast.admin, "retention.list", listRetention, {});
    expect(listed.holds.find((one) => one.id === holdId)).toMatchObject({
      on: "candidate",
      liftedReason: "Over.",
    });
    expect(listed.due.length).toBeGreaterThan(0);
    expect(listed.regions.map((one) => one.region)).toContain("US-CA");
  });
});

describe("law 10: the talent pool", () => {
  const self = (candidateId: string) => ({ kind: "candidate" as const, candidateId });
  const own = (candidateId: string) =>
    query(harness, org, self(candidateId), "candidate.showOwn", showOwn, {});
  const join = (candidateId: string, textVersion: string) =>
    command(harness, org, self(candidateId), "candidate.joinPool", joinPool, { textVersion });

  it("keeps who agreed beyond the maximum, to the words that were shown, until they take it back", async () => {
    const { candidateId, applicationId } = await ended(berlin, 100);
    const { pool } = await own(candidateId);
    expect(pool.until).toBeNull();
    expect(await refusal(join(candidateId, "1/1999-01-01"))).toBe("POOL_TEXT_CHANGED");
    const joined = await join(candidateId, pool.textVersion);
    expect(joined.pool.until).not.toBeNull();
    expect(await refusal(join(candidateId, pool.textVersion))).toBe("POOL_JOINED");
    const [kept] = await harness.within(org.id, (tx) =>
      tx.select().from(poolConsent).where(eq(poolConsent.candidateId, candidateId)),
    );
    expect(kept).toMatchObject({ textVersion: pool.textVersion, text: pool.text });
    const in200 = new Date(Date.now() + 200 * DAY);
    expect((await due(in200)).candidateIds).not.toContain(candidateId);
    const shown = await query(harness, org, cast.recruiter, "retention.show", showKeeping, {
      applicationId,
    });
    expect(shown.pool?.until).toBe(joined.pool.until);
    expect(shown.upper).toMatchObject({ at: joined.pool.until });
    const left = await command(
      harness,
      org,
      self(candidateId),
      "candidate.leavePool",
      leavePool,
      {},
    );
    expect(left.pool.until).toBeNull();
    expect(harness.jobs.at(-1)).toMatchObject({ queue: "erasure", id: candidateId });
    expect((await due(in200)).candidateIds).toContain(candidateId);
  });

  it("ends by itself, and is no longer than a region allows", async () => {
    const { candidateId } = await ended(berlin, 1);
    const { pool } = await own(candidateId);
    const joined = await join(candidateId, pool.textVersion);
    const until = new Date(joined.pool.until ?? 0);
    const early = new Date(until.getTime() - 1000);
    const expire = (at: Date) =>
      asWorker(
        async (ctx) => {
          const count = await expireConsents(ctx);
          ctx.audit({ subject: { kind: "organization", id: org.id }, after: { count } });
          return count;
        },
        at,
        true,
      );
    expect(await expire(early)).toBe(0);
    expect(await expire(until)).toBeGreaterThan(0);
    expect((await own(candidateId)).pool.until).toBeNull();
    const dutch = await makeJob(harness, { org, cast });
    await harness.within(org.id, (tx) =>
      tx
        .update(job)
        .set({ locations: ["NL"] })
        .where(and(eq(job.orgId, org.id), eq(job.id, dutch.jobId))),
    );
    await command(harness, org, cast.admin, "retention.setPool", setPool, {
      askAtRejection: true,
      poolMonths: 24,
    });
    const there = await ended(dutch, 10);
    const offered = (await own(there.candidateId)).pool;
    const inPool = await join(there.candidateId, offered.textVersion);
    const days = (new Date(inPool.pool.until ?? 0).getTime() - Date.now()) / DAY;
    expect(days).toBeGreaterThan(350);
    expect(days).toBeLessThan(357);
  });

  it("takes in nobody who asked to be erased", async () => {
    const { candidateId } = await ended(california, 1);
    const { pool } = await own(candidateId);
    await ask(candidateId);
    expect(await refusal(join(candidateId, pool.textVersion))).toBe("ERASURE_RUNNING");
  });
});

describe("law 10: the notice to who was added or referred (GDPR 14)", () => {
  async function added(daysAgo: number) {
    const ids = await makeApplication(harness, org, berlin);
    await harness.within(org.id, (tx) =>
      tx
        .update(application)
        .set({ source: "added", createdAt: new Date(Date.now() - daysAgo * DAY) })
        .where(and(eq(application.orgId, org.id), eq(application.id, ids.applicationId))),
    );
    return ids;
  }
  const notices = (applicationId: string) =>
    harness.within(org.id, (tx) =>
      tx.select().from(privacyNotice).where(eq(privacyNotice.applicationId, applicationId)),
    );

  it("is sent once, kept as it was worded, and by the worker before its month is over", async () => {
    const [soon, fresh, done] = [await added(28), await added(5), await added(29)];
    const send = (applicationId: string) =>
      command(harness, org, cast.recruiter, "retention.sendNotice", sendNotice, { applicationId });
    const shown = await send(done.applicationId);
    expect(shown.notice).toMatchObject({ how: "notice", state: "queued" });
    expect(await refusal(send(done.applicationId))).toBe("NOTICE_SENT");
    const count = await asWorker(
      async (ctx) => {
        const sent = await sendNotices(ctx);
        ctx.audit({ subject: { kind: "organization", id: org.id } });
        return sent;
      },
      undefined,
      true,
    );
    expect(count).toBe(1);
    expect(await notices(soon.applicationId)).toHaveLength(1);
    expect(await notices(fresh.applicationId)).toEqual([]);
    expect(await notices(done.applicationId)).toMatchObject([{ sentBy: cast.recruiter.memberId }]);
    const [kept] = await notices(soon.applicationId);
    const taken = await takeMail(
      { db: harness.connection.db, limits: harness.deps.limits, publicUrl: "https://rubric.test" },
      { orgId: org.id, id: kept?.mailId ?? "" },
    );
    expect(taken?.mail.text).toContain("did not come from you");
    expect(taken?.mail.text).toContain(kept?.text.slice(0, 40));
  });

  it("is not owed to who applied themselves", async () => {
    const { applicationId } = await makeApplication(harness, org, berlin);
    const sent = command(harness, org, cast.recruiter, "retention.sendNotice", sendNotice, {
      applicationId,
    });
    expect(await refusal(sent)).toBe("NOTICE_NOT_OWED");
  });
});
