import { connect, type Connection } from "@rubric/db";
import { erasure, job } from "@rubric/db/schema";
import type { StaffMember } from "@rubric/domain/context";
import { ROLES } from "@rubric/domain/duties";
import { LIMITS } from "@rubric/domain/limits";
import { PERSONAL_SCOPES, SERVICE_SCOPES } from "@rubric/domain/token/rules";
import { and, eq } from "drizzle-orm";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verifyStored } from "../../../packages/domain/src/audit/verify-audit.ts";
import { useApi } from "../test/api.ts";
import { lettersTo, subjectsOf } from "../test/law-1/letters.ts";
import { everyoneSubmits } from "../test/law-1/opening.ts";
import { type Questions, questionsOf, readerBy, readerOf } from "../test/law-1/reading.ts";
import { sealedWords } from "../test/law-1/sealed-words.ts";
import { makeSealedWorld, type SealedWorld } from "../test/law-1/world.ts";
import { serviceOf, tokenOf } from "../test/tokens.ts";
import { linkOf } from "../test/world.ts";
import { eraseOne, settleDay } from "./worker/erase.ts";

// Hundreds of calls a reader: seconds on a machine that does nothing else.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const api = useApi();
const AT_ONCE = 3;
const NOW = new Date();
/** As the world of law 1 calls the person. */
const PERSONAL = ["casey candidate", "casey@people.test"];

let retention: Connection;
let world: SealedWorld;
let erasureId: string;
let subjects: Awaited<ReturnType<typeof subjectsOf>>;
const questions = new Map<string, Questions>();
const before = new Set<string>();

type Reader = Awaited<ReturnType<typeof readerOf>>;

const deps = (now?: Date) => ({
  db: retention.db,
  limits: LIMITS,
  enqueue: async () => {},
  ...(now === undefined ? {} : { now: () => now }),
});

/** What of the person stands in the answers to these questions. */
async function toldBy(asked: Questions, ask: Reader): Promise<string[]> {
  const found = new Set<string>();
  const queue = asked.values();
  const work = async () => {
    for (const question of queue) {
      const { path, answer } = await ask(question, NOW);
      const text = JSON.stringify(answer).toLowerCase();
      const said = JSON.stringify(question.input).toLowerCase();
      for (const word of world.story.words.foundIn(JSON.stringify(answer))) {
        if (!word.includes("on merit")) found.add(`${path} shows ${word}`);
      }
      for (const word of PERSONAL) {
        // What the caller said themselves may stand in the answer.
        if (text.includes(word) && !said.includes(word)) found.add(`${path} shows ${word}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return [...found].toSorted();
}

function readers(): Record<string, StaffMember> {
  const { owing, cast } = world.story.people;
  return {
    "hiring manager": owing["hiring manager"],
    admin: owing.admin,
    recruiter: owing.recruiter,
    "another recruiter": owing["another recruiter"],
    interviewer: owing.interviewer,
    auditor: cast.auditor,
  };
}

function asked(name: string): Questions {
  return questions.get(name) ?? [];
}

beforeAll(async () => {
  retention = connect(api.database.retentionUrl, { max: 2 });
  const judgement = { rating: "strong_yes", second: "yes", levelKey: "engineer" } as const;
  const offered = { amountMinor: 7_100_000, startDate: "2030-01-07" };
  const begins = new Date(NOW.getTime() - 2 * 86_400_000);
  world = await makeSealedWorld(api, sealedWords("umber"), { ...judgement, ...offered }, begins);
  await everyoneSubmits(world);
  const { org } = world.story.people;
  // Where an application is kept for four years, whatever the person asks.
  await api.within(org.id, (tx) =>
    tx
      .update(job)
      .set({ locations: ["US-CA"] })
      .where(eq(job.orgId, org.id)),
  );
  for (const [name, reader] of Object.entries(readers())) {
    questions.set(name, await questionsOf(world, reader));
  }
  for (const name of ["hiring manager", "admin"] as const) {
    const reader = world.story.people.owing[name];
    const queries = asked(name).filter(({ procedure }) => procedure.type === "query");
    for (const word of await toldBy(queries, await readerOf(world, reader))) before.add(word);
  }
  subjects = await subjectsOf(world);
  const letters = await lettersTo(world, world.story.people.owing["hiring manager"], NOW, subjects);
  if (JSON.stringify(letters).includes("Casey Candidate")) before.add("letters show casey");
  await world.story.tell({ candidateId: world.candidateId }, "candidate.askErasure", {});
  const [row] = await api.within(org.id, (tx) =>
    tx.select().from(erasure).where(eq(erasure.candidateId, world.candidateId)),
  );
  erasureId = row?.id ?? "";
});
afterAll(() => retention.close());

describe("law 10: what must stay after a request is read by no member, by any way", () => {
  it("was read before, so that the readers would find it", () => {
    expect(before.size).toBeGreaterThan(60);
    expect([...before]).toContain("letters show casey");
    expect([...before].filter((one) => one.includes("casey")).length).toBeGreaterThan(3);
  });

  it.each(["hiring manager", "admin", "auditor"])(
    "from the request on, before the job has run: %s",
    async (name) => {
      const reader = readers()[name];
      if (reader === undefined) throw new Error(`There is no ${name}.`);
      expect(await toldBy(asked(name), await readerOf(world, reader))).toEqual([]);
    },
  );

  it("once the job has run: it waits for the law, and tells the person so", async () => {
    const { org } = world.story.people;
    const gone = { gone: async () => {} };
    await eraseOne(deps(), gone, { orgId: org.id, id: erasureId });
    const [row] = await api.within(org.id, (tx) =>
      tx
        .select()
        .from(erasure)
        .where(and(eq(erasure.orgId, org.id), eq(erasure.id, erasureId))),
    );
    expect(row?.state).toBe("waiting");
    const link = await linkOf(api, org, world.candidateId);
    const { status, body } = await api.call("candidate.showOwn", {}, { candidate: link });
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    expect(text).toContain("casey@people.test");
    expect(text).toContain("nobody here reads it");
    expect(text).toContain("Cal. Gov. Code");
  });

  it.each(["recruiter", "another recruiter", "interviewer", "admin"])(
    "from then on: %s",
    async (name) => {
      const reader = readers()[name];
      if (reader === undefined) throw new Error(`There is no ${name}.`);
      expect(await toldBy(asked(name), await readerOf(world, reader))).toEqual([]);
    },
  );

  it("by a token of every scope, and by a service account of every role", async () => {
    const { org, cast, owing } = world.story.people;
    const own = await tokenOf(api, org, owing["hiring manager"], PERSONAL_SCOPES);
    const told = await toldBy(asked("hiring manager"), readerBy(world, own.text));
    const serviceId = await serviceOf(api, org, cast.admin, ROLES);
    const service = await tokenOf(api, org, cast.admin, SERVICE_SCOPES, { serviceId });
    told.push(...(await toldBy(asked("admin"), readerBy(world, service.text))));
    expect(told).toEqual([]);
  });

  it("in no e-mail to a member", async () => {
    const { owing } = world.story.people;
    for (const member of [owing["hiring manager"], owing.approver]) {
      const letters = JSON.stringify(await lettersTo(world, member, NOW, subjects)).toLowerCase();
      for (const word of PERSONAL) expect(letters).not.toContain(word);
      expect(letters).not.toContain("[umber ");
    }
  });

  it("is locked away in the audit trail too, which is whole all the same", async () => {
    const { org, owing } = world.story.people;
    const ask = await readerOf(world, owing.admin);
    const listed = asked("admin").filter(({ procedure }) => procedure.path === "audit.list");
    const [question] = listed;
    if (question === undefined) throw new Error("There is no audit.list.");
    const { answer } = await ask({ ...question, input: {} }, NOW);
    expect(JSON.stringify(answer)).toContain("Locked away");
    const verified = await api.within(org.id, (tx) =>
      verifyStored(tx, org.id, { checkpoints: [], brokenAtLine: null }),
    );
    expect(verified.findings).toEqual([]);
  });

  it("lets the person begin anew with the same address, as somebody else", async () => {
    const { writers, jobs } = world.story.people;
    const person = {
      name: "Casey Anew",
      email: "casey@people.test",
      phone: "",
      headline: "",
      links: [],
      uploadId: null,
    };
    const added: unknown = await world.story.tell(writers.recruiter, "candidate.add", {
      jobId: jobs[0].jobId,
      ...person,
    });
    expect(JSON.stringify(added)).not.toContain(world.candidateId);
  });

  it("and is erased by itself at the end of the minimum", async () => {
    const later = new Date(NOW.getTime() + 4.1 * 365.25 * 86_400_000);
    const run = { log: pino({ level: "silent" }), stopping: new AbortController().signal };
    const early = new Date(NOW.getTime() + 3.9 * 365.25 * 86_400_000);
    const gone = { gone: async () => {} };
    const { org } = world.story.people;
    const stateNow = async () => {
      const [row] = await api.within(org.id, (tx) =>
        tx
          .select({ state: erasure.state })
          .from(erasure)
          .where(and(eq(erasure.orgId, org.id), eq(erasure.id, erasureId))),
      );
      return row?.state;
    };
    await settleDay(deps(early), gone, run);
    expect(await stateNow()).toBe("waiting");
    expect((await settleDay(deps(later), gone, run)).failed).toBe(0);
    expect(await stateNow()).toBe("done");
    const verified = await api.within(org.id, (tx) =>
      verifyStored(tx, org.id, { checkpoints: [], brokenAtLine: null }),
    );
    expect(verified.findings).toEqual([]);
    expect(verified.erasedDetails).toBeGreaterThan(50);
  });
});
