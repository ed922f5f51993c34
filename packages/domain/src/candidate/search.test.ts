import { newId } from "@rubric/db";
import { asSuperuser } from "@rubric/db/provision";
import { testCluster } from "@rubric/db/test-database";
import { application, candidate, candidateTerm, hiringTeam, relation } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { query, useHarness } from "../../test/harness.ts";
import type { Actor, Org } from "../context.ts";
import { belongingsOf } from "../retention/belongings.ts";
import { removePerson } from "../retention/remove-person.ts";
import { restrict } from "../retention/wall.ts";
import { readAsked } from "./asked-words.ts";
import { searchCandidates } from "./index.ts";
import { stepsOf } from "./search-steps.ts";
import { signatureOf } from "./terms.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

const search = (by: Actor, words: string, cursor: string | null = null, of = org) =>
  query(harness, of, by, "candidate.search", searchCandidates, { query: words, cursor });
const names = async (words: string, by: Actor = cast.recruiter, of = org) =>
  (await search(by, words, null, of)).candidates.map((one) => one.name);
const add = (name: string, job = made) => makeApplication(harness, org, job, { name });

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

describe("the words of a search", () => {
  it("stand in any order, each as the beginning of one in the name", async () => {
    await add("Marta Ilse Vogelweide");
    await add("Marta Sperling");
    expect(await names("vogelw marta")).toEqual(["Marta Ilse Vogelweide"]);
    expect(await names("ilse vogel")).toEqual(["Marta Ilse Vogelweide"]);
    expect(await names("marta zeisig")).toEqual([]);
  });

  it.each([
    ["Jörg Müßig", "jorg mussig"],
    ["Zdeněk Łukaszewicz", "zdenek lukaszewicz"],
    ["Renée O’Shaughnessy-Bérard", "oshaughnessy berard"],
    ["Søren Kjærgård", "SOREN KJAERGARD"],
    ["Anja Ökten", "ökten"],
    ["山田 太郎", "山田"],
  ])("find %s by %s", async (name, words) => {
    await add(name);
    expect(await names(words)).toEqual([name]);
  });

  it("stand in the headline, too, and then come after those in a name", async () => {
    await add("Backenda Fink");
    const found = await names("backend");
    expect(found[0]).toBe("Backenda Fink");
    expect(found.length).toBeGreaterThan(5);
    expect(await names("engineer fink")).toEqual(["Backenda Fink"]);
  });

  it("find those first whose name begins with them, then by word, and then what is a slip away", async () => {
    await add("Corvin Anders");
    await add("Anders Corvinson");
    await add("Corvyn Lund");
    expect(await names("corvin")).toEqual(["Corvin Anders", "Anders Corvinson", "Corvyn Lund"]);
  });
});

describe("a slip of the finger", () => {
  it.each(["Wilhelmsen", "Wlhelmina", "Wilhelmmina", "Wilhelmima", "Wilehlmina"])(
    "in %s is forgiven",
    async (typed) => {
      if ((await names("Wilhelmina")).length === 0) await add("Wilhelmina Xaver");
      const expected = typed === "Wilhelmsen" ? [] : ["Wilhelmina Xaver"];
      expect(await names(typed)).toEqual(expected);
      expect(await names(`${typed} xavre`)).toEqual(expected);
    },
  );

  it("is not forgiven in two letters or in three", async () => {
    await add("Ulf Ek");
    expect(await names("ulg")).toEqual([]);
    expect(await names("ex ulf")).toEqual([]);
  });
});

describe("the pages of a search", () => {
  it("show each person once, from the best found to the least", async () => {
    const job = await makeJob(harness, { org, cast });
    const begins = [];
    for (let n = 0; n < 20; n += 1) begins.push(await add(`Tamsin Tam${n} Tamara`, job));
    for (let n = 0; n < 20; n += 1) await add(`Peer Tamsin`, job);
    for (let n = 0; n < 15; n += 1) await add(`Nils Tamsyn`, job);
    for (const reader of [cast.recruiter, cast.coordinator]) {
      const seen: { candidateId: string; name: string }[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof search>> = await search(reader, "tamsin", cursor);
        seen.push(...page.candidates);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen.map((one) => one.candidateId)).size).toBe(seen.length);
      const firsts = seen.map((one) => one.name.split(" ")[0] ?? "");
      expect(firsts).toEqual([
        ...begins.map(() => "Tamsin"),
        ...firsts.slice(20, 40).map(() => "Peer"),
        ...firsts.slice(40).map(() => "Nils"),
      ]);
      expect(seen).toHaveLength(55);
    }
  });

  it("show nobody twice whose words begin alike", async () => {
    await add("Quinby Quinbyson Quinbyer");
    expect(await names("quin")).toEqual(["Quinby Quinbyson Quinbyer"]);
  });

  it("go through the newest where nothing is asked for, for whom sees a few jobs as for all", async () => {
    const job = await makeJob(harness, { org, cast });
    const added = [];
    for (let n = 0; n < 27; n += 1) added.push((await add(`Newest ${n}`, job)).candidateId);
    for (const reader of [cast.recruiter, cast.coordinator]) {
      const first = await search(reader, "");
      const next = await search(reader, "", first.nextCursor);
      const ids = [...first.candidates, ...next.candidates].map((one) => one.candidateId);
      expect(ids.slice(0, 27)).toEqual(added.toReversed());
    }
  });
});

describe("words that very many bear", () => {
  /** People with one word in their name, who stand before everybody else by it. */
  async function crowd(word: string, many: number, signature: 0 | null): Promise<void> {
    const host = `${word}${many}.test`;
    await harness.within(org.id, (tx) =>
      tx.execute(sql`insert into ${candidate}
          (org_id, id, email, name, phone, headline, location, links, created_at, searchable)
        select ${org.id}::uuid, overlay(gen_random_uuid()::text placing 'ffffffff' from 1)::uuid,
          nth || '@' || ${host}, ${word}, '', '', '', '{}', now(), true
        from generate_series(1, ${many}::int) nth`),
    );
    const url = new URL(testCluster() ?? "");
    url.pathname = new URL(harness.database.apiUrl).pathname;
    // Else the server checks each term's foreign key by going through so young a table.
    await asSuperuser(url.href, (database) => database`analyze candidate`);
    await harness.within(org.id, (tx) =>
      tx.execute(sql`insert into ${candidateTerm} (org_id, candidate_id, kind, term, signature)
        select org_id, id, 'name', ${word}, ${signature}::bigint from ${candidate}
        where org_id = ${org.id} and email like '%@' || ${host}`),
    );
  }

  it("are looked for among the first who bear the rarest of them, and it is said that there may be more", async () => {
    await add("Ada Gleam Murk");
    await crowd("murk", 2000, null);
    await crowd("gleam", 19_998, 0);
    await crowd("gleam", 1, null);
    const found = async (words: string) => {
      const { candidates, partial } = await search(cast.recruiter, words);
      return { names: candidates.map(({ name }) => name), partial };
    };
    const all = { names: ["Ada Gleam Murk"], partial: false };
    expect(await found("murk gleam")).toEqual(all);
    await crowd("gleam", 2, 0);
    expect(await found("murk gleam")).toEqual({ names: [], partial: true });
    expect(await found("gleam murk")).toEqual(all);
    expect(await found("ada murk gleam")).toEqual(all);
  }, 30_000);
});

it("asks a signature for nothing that whoever bears the word itself has anyhow", () =>
  harness.within(org.id, async (tx) => {
    const asked = (words: string) =>
      new Set(stepsOf({ read: tx, org }, readAsked(words, true)).map((step) => step.signature));
    expect(asked("maria kotlin")).toEqual(new Set([0n, signatureOf(["kotlin"])]));
    expect(asked("maria marketing")).toEqual(new Set([0n]));
  }));

describe("who is found", () => {
  it("is of this organization (law 12)", async () => {
    const other = await makeOrg(harness);
    await add("Ottilie Fremd");
    expect(await names("ottilie", other.cast.recruiter, other.org)).toEqual([]);
    expect(await names("ottilei", other.cast.recruiter, other.org)).toEqual([]);
    expect(await names("ottilei")).toEqual(["Ottilie Fremd"]);
  });

  it("applied to a job that the reader sees, and to no other", async () => {
    const job = await makeJob(harness, { org, cast });
    const scheduler = cast.engineer;
    await harness.within(org.id, (tx) =>
      tx.insert(hiringTeam).values({
        orgId: org.id,
        jobId: job.jobId,
        memberId: scheduler.memberId,
        duty: "coordinator",
      }),
    );
    const reader = { ...cast.coordinator, memberId: newId() };
    await add("Isolde Seen", job);
    expect(await names("isolde", cast.coordinator)).toEqual(["Isolde Seen"]);
    expect(await names("isolde", reader)).toEqual([]);
    expect(await names("isolda", reader)).toEqual([]);
  });

  it("is not the reader, as long as their own application is under way (law 7)", async () => {
    const { candidateId, applicationId } = await add("Severin Selbst");
    const become = (what: Partial<typeof application.$inferInsert>) =>
      harness.within(org.id, (tx) =>
        tx
          .update(application)
          .set(what)
          .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
      );
    // Not proven to be theirs, so that the job is not hidden from them.
    await become({ provenAt: null });
    for (const by of [cast.recruiter, cast.coordinator]) {
      expect(await names("severin", by)).toEqual(["Severin Selbst"]);
      const own = {
        orgId: org.id,
        candidateId,
        memberId: by.memberId,
        kind: "self" as const,
        note: "",
      };
      await harness.within(org.id, (tx) =>
        tx.insert(relation).values({ ...own, createdAt: new Date() }),
      );
      expect(await names("severin", by)).toEqual([]);
    }
    await become({ state: "withdrawn" });
    for (const by of [cast.recruiter, cast.coordinator]) {
      expect(await names("severin", by)).toEqual(["Severin Selbst"]);
    }
  });

  it("is found by the address by those alone who see it", async () => {
    const { candidateId } = await add("Pernille Post");
    const address = `${candidateId}@people.test`;
    expect(await names(address)).toEqual(["Pernille Post"]);
    expect(await names(`pernille ${candidateId}@`)).toEqual(["Pernille Post"]);
    const [, second = ""] = candidateId.split("-");
    expect(await names(`pernille ${second}`)).toEqual(["Pernille Post"]);
    for (const words of [address, `pernille ${candidateId}@`, `pernille ${second}`]) {
      expect(await names(words, cast.coordinator)).toEqual([]);
    }
  });

  it("is nobody who is restricted or erased, and nothing of their words is left (law 10)", async () => {
    const { candidateId } = await add("Eulalia Vergessen");
    const terms = () =>
      harness.within(org.id, (tx) =>
        tx
          .select({ term: candidateTerm.term })
          .from(candidateTerm)
          .where(and(eq(candidateTerm.orgId, org.id), eq(candidateTerm.candidateId, candidateId))),
      );
    expect((await terms()).length).toBeGreaterThan(10);
    expect(await names("eulalia")).toEqual(["Eulalia Vergessen"]);
    const of = await harness.within(org.id, (tx) => belongingsOf(tx, org.id, candidateId));
    await harness.within(org.id, (tx) => restrict(tx, org.id, of, new Date()));
    expect(await names("eulalia")).toEqual([]);
    expect(await terms()).toEqual([]);
    const gone = await add("Eulalia Vergessen");
    await harness.within(org.id, async (tx) =>
      removePerson(tx, org.id, await belongingsOf(tx, org.id, gone.candidateId), new Date()),
    );
    expect(await names("eulalia")).toEqual([]);
    const left = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(candidateTerm)
        .where(
          and(eq(candidateTerm.orgId, org.id), eq(candidateTerm.candidateId, gone.candidateId)),
        ),
    );
    expect(left).toEqual([]);
  });
});
