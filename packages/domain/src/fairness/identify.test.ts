import { randomUUID } from "node:crypto";
import { connect } from "@rubric/db";
import { auditDetail, idempotency, selfIdentification, webhookEvent } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { setApplication } from "../../test/applications.ts";
import { asking, place } from "../../test/fairness.ts";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { exportDocument } from "../candidate/export/document.ts";
import type { Actor, CommandCtx, Org, ReadCtx } from "../context.ts";
import { identify, showOwnIdentification } from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  await place(harness, org, made, ["US-CO"]);
});

type Answers = { attribute: "gender" | "ethnicity" | "age"; answer: string }[];
const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });
const say = (actor: Actor, applicationId: string, answers: Answers, key?: string) =>
  command(
    harness,
    org,
    actor,
    "fairness.identify",
    (ctx: CommandCtx, input) => identify(asking(ctx), input),
    { applicationId, answers, blind: key ?? randomUUID() },
    key === undefined ? {} : { key },
  );
const see = (candidateId: string) =>
  query(
    harness,
    org,
    as(candidateId),
    "fairness.showOwn",
    (ctx: ReadCtx) => showOwnIdentification(asking(ctx)),
    {},
  );
const woman: Answers = [{ attribute: "gender", answer: "woman" }];

/** What is stored, read as the role of the erasure job. */
async function stored(applicationId: string) {
  const retention = connect(harness.database.retentionUrl, { max: 1 });
  try {
    return await retention.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.org', ${org.id}, true)`);
      const rows = await tx
        .select()
        .from(selfIdentification)
        .where(eq(selfIdentification.applicationId, applicationId));
      return rows.map(({ attribute, answer }) => [attribute, answer]);
    });
  } finally {
    await retention.close();
  }
}

describe("fairness.identify", () => {
  it("keeps what is said, replaces it, and takes it back", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    expect((await see(candidateId)).applications).toMatchObject([
      { applicationId, asked: [{ attribute: "gender" }], answers: [] },
    ]);
    await say(as(candidateId), applicationId, woman);
    expect((await see(candidateId)).applications[0]?.answers).toEqual(woman);
    await say(as(candidateId), applicationId, [{ attribute: "gender", answer: "declined" }]);
    expect(await stored(applicationId)).toEqual([["gender", "declined"]]);
    await say(as(candidateId), applicationId, []);
    expect(await stored(applicationId)).toEqual([]);
    const trail = await auditTrail(harness, org.id);
    const own = trail.filter((one) => one.subjectId === applicationId);
    expect(own.map((one) => one.action)).toEqual(Array(3).fill("fairness.identify"));
  });

  it.each<[string, string[], Answers]>([
    ["an attribute that is not asked", ["US-CO"], [{ attribute: "age", answer: "under_40" }]],
    ["an answer that there is not", ["US-CO"], [{ attribute: "gender", answer: "white" }]],
    ["two answers to one question", ["US-CO"], [...woman, ...woman]],
    ["an answer where the region does not allow the question", ["DE-BE"], woman],
    ["an answer where one of two places does not allow it", ["US-CO", "DE-BE"], woman],
    ["an answer where no place is known", [], woman],
  ])("refuses %s", async (_, locations, answers) => {
    const elsewhere = await makeJob(harness, { org, cast });
    await place(harness, org, elsewhere, locations);
    const { applicationId, candidateId } = await makeApplication(harness, org, elsewhere);
    expect(await refusal(say(as(candidateId), applicationId, answers))).toBe("NOT_ASKED");
    expect(await stored(applicationId)).toEqual([]);
  });

  it("asks nothing where the organization has not switched it on", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const view = await query(
      harness,
      org,
      as(candidateId),
      "fairness.showOwn",
      showOwnIdentification,
      {},
    );
    expect(view.applications).toMatchObject([{ applicationId, asked: [], answers: [] }]);
  });

  it("asks nothing once the application is over, and still lets one take it back", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await say(as(candidateId), applicationId, woman);
    await setApplication({ harness, org }, applicationId, { state: "withdrawn" });
    expect((await see(candidateId)).applications).toMatchObject([{ asked: [], answers: woman }]);
    expect(await refusal(say(as(candidateId), applicationId, woman))).toBe("NOT_ASKED");
    await say(as(candidateId), applicationId, []);
    expect(await stored(applicationId)).toEqual([]);
  });

  it("is for the candidate alone, and hides another's application", async () => {
    const one = await makeApplication(harness, org, made);
    const two = await makeApplication(harness, org, made);
    expect(await refusal(say(as(one.candidateId), two.applicationId, woman))).toBe("NOT_FOUND");
    for (const member of [cast.admin, cast.recruiter, cast.manager, cast.auditor]) {
      expect(await refusal(say(member, one.applicationId, woman))).toBe("FORBIDDEN");
    }
  });

  it("keeps one set of answers of many calls at once", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await Promise.all(
      ["woman", "man", "non_binary", "declined", "woman", "man"].map((answer) =>
        say(as(candidateId), applicationId, [{ attribute: "gender", answer }]),
      ),
    );
    expect(await stored(applicationId)).toHaveLength(1);
  });
});

describe("law 1: how someone identifies themself is read by nobody who decides", () => {
  it("not by any query of the API's role outside of the candidate's own calls", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await say(as(candidateId), applicationId, woman);
    const own = and(
      eq(selfIdentification.orgId, org.id),
      eq(selfIdentification.applicationId, applicationId),
    );
    const seen = await harness.within(org.id, async (tx) => ({
      read: await tx.select().from(selfIdentification).where(own),
      changed: await tx.update(selfIdentification).set({ answer: "man" }).where(own).returning(),
      deleted: await tx.delete(selfIdentification).where(own).returning(),
    }));
    expect(seen).toEqual({ read: [], changed: [], deleted: [] });
    const other = await makeApplication(harness, org, made);
    expect(JSON.stringify(await see(other.candidateId))).not.toContain(applicationId);
    expect(await stored(applicationId)).toEqual([["gender", "woman"]]);
  });

  it("stands in no stored answer, audit detail or event, not even as a hash to guess by", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await say(as(candidateId), applicationId, woman, randomUUID());
    const left = await harness.within(org.id, async (tx) => ({
      answers: await tx.select().from(idempotency).where(eq(idempotency.actorId, candidateId)),
      details: await tx.select().from(auditDetail).where(eq(auditDetail.candidateId, candidateId)),
      events: await tx.select().from(webhookEvent),
    }));
    expect(left.answers).toHaveLength(1);
    expect(left.answers[0]?.answer).toEqual({ done: true });
    expect(left.details).toHaveLength(1);
    expect(JSON.stringify(left)).not.toMatch(/woman|gender/);
    await say(as(candidateId), applicationId, woman, randomUUID());
    const hashes = await harness.within(org.id, (tx) =>
      tx
        .select({ hash: idempotency.payloadHash })
        .from(idempotency)
        .where(eq(idempotency.actorId, candidateId)),
    );
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(2);
  });
});

describe("law 10: how someone identifies themself is theirs", () => {
  it("is in their own export", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await say(as(candidateId), applicationId, woman);
    const document = await query(
      harness,
      org,
      as(candidateId),
      "fairness.showOwn",
      (ctx: ReadCtx) => exportDocument(ctx, candidateId),
      {},
    );
    expect(document.selfIdentification).toMatchObject([
      { job: "Backend Engineer", attribute: "gender", answer: "woman" },
    ]);
  });
});
