import type { StaffMember } from "@rubric/domain/context";
import { ROLES } from "@rubric/domain/duties";
import { PERSONAL_SCOPES, SERVICE_SCOPES } from "@rubric/domain/token/rules";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { useApi } from "../test/api.ts";
import { growthIn, growthWords, unplantedGrowth } from "../test/law-1/growth.ts";
import { growthTold, queriesOf, strangersTo } from "../test/law-1/growth-readers.ts";
import { lettersTo } from "../test/law-1/letters.ts";
import { everyoneSubmits } from "../test/law-1/opening.ts";
import { OWING } from "../test/law-1/people.ts";
import {
  type Questions,
  questionsOf,
  type Reading,
  readerBy,
  readerOf,
} from "../test/law-1/reading.ts";
import { equalColumns, unknownColumns, unplantedColumns } from "../test/law-1/sealed-columns.ts";
import { unplantedFields, wronglyOpen } from "../test/law-1/sealed-fields.ts";
import { comparable, sealedWords } from "../test/law-1/sealed-words.ts";
import { serviceOf, tokenOf } from "../test/tokens.ts";
import { makeSealedWorld, type SealedWorld } from "../test/law-1/world.ts";

// Thousands of calls: seconds on a machine that does nothing else.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const api = useApi();
const AT_ONCE = 3;
const NOW = new Date();
const BEGINS = new Date(NOW.getTime() - 2 * 86_400_000);

/** Law 1 itself lets sealed scorecards be read by breaking the glass: with a reason that stays. */
const WAYS_AROUND: readonly string[] = ["scorecard.breakGlass"];

/** To whom e-mails about a candidate go; what stands in them hangs on nobody's role. */
const WRITTEN_TO = ["hiring manager", "approver"] as const;

// The same is told of the candidate in two organizations, and judged and offered otherwise. Whoever
// owes finds no sealed word in either, and nothing by which to tell one from the other.
let amber: SealedWorld;
let cobalt: SealedWorld;

beforeAll(async () => {
  const high = { rating: "strong_yes", second: "yes", levelKey: "engineer" } as const;
  const low = { rating: "definitely_not", second: "no", levelKey: "senior" } as const;
  const amberOffer = { amountMinor: 7_100_000, startDate: "2030-01-07" };
  const cobaltOffer = { amountMinor: 8_900_000, startDate: "2030-02-04" };
  const [inAmber, inCobalt] = [sealedWords("amber"), sealedWords("cobalt")];
  amber = await makeSealedWorld(api, inAmber, { ...high, ...amberOffer }, BEGINS);
  cobalt = await makeSealedWorld(api, inCobalt, { ...low, ...cobaltOffer }, BEGINS);
});

function oneOf(world: SealedWorld, name: (typeof OWING)[number]): StaffMember {
  return world.story.people.owing[name];
}

/** Reads with every scope there is: as one who owes, or as a service account with every role. */
async function tokenReader(world: SealedWorld, by: "hiring manager" | "service") {
  const { org, cast } = world.story.people;
  if (by === "service") {
    const serviceId = await serviceOf(api, org, cast.admin, ROLES);
    const { text } = await tokenOf(api, org, cast.admin, SERVICE_SCOPES, { serviceId });
    return readerBy(world, text);
  }
  return readerBy(world, (await tokenOf(api, org, oneOf(world, by), PERSONAL_SCOPES)).text);
}

/** What a reader can tell by that they should not: sealed words, and the worlds apart. */
function told(here: Reading, there: Reading): string[] {
  const words = [
    ...amber.story.words.foundIn(JSON.stringify(here.answer)),
    ...cobalt.story.words.foundIn(JSON.stringify(there.answer)),
    ...growthIn(amber.growth, JSON.stringify(here.answer)),
  ].map((word) => `${here.path} shows ${word}`);
  const [one, other] = [comparable(here.answer), comparable(there.answer)];
  if (one === other) return words;
  const at = firstDifference(one, other);
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return [...words, `${here.path} tells the worlds apart: ${around(one)} | ${around(other)}`];
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

async function forEach<T>(some: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...some].values();
  const works = Array.from({ length: AT_ONCE }, async () => {
    for (const one of queue) await work(one);
  });
  await Promise.all(works);
}

describe("law 1, tried by every way there is", () => {
  it.each(OWING)("no procedure shows a sealed word to who owes: %s", async (name) => {
    const [here, there] = [oneOf(amber, name), oneOf(cobalt, name)];
    const questions = await questionsOf(amber, here);
    const others: Questions = await questionsOf(cobalt, there);
    expect(others.length).toBe(questions.length);
    const [ask, askThere] = [await readerOf(amber, here), await readerOf(cobalt, there)];
    const found = new Set<string>();
    let answered = 0;
    await forEach(questions.entries(), async ([index, question]) => {
      const other = others[index];
      if (other === undefined || WAYS_AROUND.includes(question.procedure.path)) return;
      const reading = await ask(question, NOW);
      // What is refused in one world tells of neither but by its words.
      const twin = reading.refused ? reading : await askThere(other, NOW);
      for (const one of told(reading, twin)) found.add(one);
      if (!reading.refused) answered += 1;
    });
    expect([...found].toSorted()).toEqual([]);
    expect(answered).toBeGreaterThan(20);
  });

  it("no procedure shows a sealed word by a token of who owes, or by a service account's", async () => {
    const found = new Set<string>();
    for (const by of ["hiring manager", "service"] as const) {
      const [ask, askThere] = [await tokenReader(amber, by), await tokenReader(cobalt, by)];
      const questions = await questionsOf(amber, amber.story.people.owing["hiring manager"]);
      const others = await questionsOf(cobalt, cobalt.story.people.owing["hiring manager"]);
      let answered = 0;
      await forEach(questions.entries(), async ([index, question]) => {
        const other = others[index];
        if (other === undefined || WAYS_AROUND.includes(question.procedure.path)) return;
        const reading = await ask(question, NOW);
        const twin = reading.refused ? reading : await askThere(other, NOW);
        for (const one of told(reading, twin)) found.add(`${by}: ${one}`);
        if (!reading.refused) answered += 1;
      });
      expect(answered).toBeGreaterThan(15);
    }
    expect([...found].toSorted()).toEqual([]);
  });

  it.each(WRITTEN_TO)("no e-mail tells a sealed word to who owes: %s", async (name) => {
    const here = await lettersTo(amber, oneOf(amber, name), NOW);
    const there = await lettersTo(cobalt, oneOf(cobalt, name), NOW);
    const found = here.flatMap(({ template, letter }, index) => {
      const reading = { path: template, answer: letter, refused: false };
      return told(reading, { ...reading, answer: there[index]?.letter });
    });
    expect([...new Set(found)]).toEqual([]);
    expect(here.length).toBe(there.length);
    expect(here.length).toBeGreaterThan(10);
  });
});

describe("the words that were planted", () => {
  it("are all that a command takes about a candidate, save for what is listed as open", () => {
    expect(unplantedFields(amber.story.words)).toEqual([]);
    expect(wronglyOpen(amber.story.words)).toEqual([]);
  });

  it("stand in every column about a candidate, save for what is listed as open", async () => {
    expect(await unplantedColumns(amber)).toEqual([]);
    expect(await equalColumns([amber, cobalt])).toEqual([]);
    expect(unknownColumns()).toEqual([]);
  });

  it("are found by the same readers in the same calls once nobody owes", async () => {
    await everyoneSubmits(amber);
    const found = new Set<string>();
    for (const name of ["hiring manager", "admin"] as const) {
      const reader = oneOf(amber, name);
      const ask = await readerOf(amber, reader);
      const queries = (await questionsOf(amber, reader)).filter(
        ({ procedure }) => procedure.type === "query",
      );
      await forEach(queries, async (question) => {
        const { answer } = await ask(question, new Date());
        for (const word of amber.story.words.foundIn(JSON.stringify(answer))) found.add(word);
      });
    }
    const ask = await tokenReader(amber, "service");
    const asService = new Set<string>();
    for (const question of await questionsOf(amber, oneOf(amber, "admin"))) {
      if (question.procedure.type !== "query") continue;
      const { answer } = await ask(question, new Date());
      for (const word of amber.story.words.foundIn(JSON.stringify(answer))) asService.add(word);
    }
    // Law 1 opens them to people; a token of many hands reads none even then.
    expect([...asService]).toEqual([]);
    const { words } = amber.story;
    // How someone identifies themself is read by nobody, whether they owe or not.
    const apart = words.planted().filter((word) => word.startsWith("fairness.identify "));
    expect(apart).toHaveLength(2);
    expect(apart.filter((word) => found.has(word))).toEqual([]);
    const opened = words.planted().filter((word) => !apart.includes(word));
    expect(opened.filter((word) => !found.has(word))).toEqual([]);
  });
});

describe("law 1: somebody's growth is theirs and their manager's alone", () => {
  const sides = (found: ReadonlySet<string>) =>
    ["both", "manager", "self"].filter((side) =>
      [...found].some((one) => one.includes(` shows ${side}: `)),
    );

  it("plants every word that a command takes about it", () => {
    expect(unplantedGrowth(amber.growth)).toEqual([]);
  });

  it("shows no word of it to anybody else, whatever they ask and however they come", async () => {
    const questions = await queriesOf(amber, amber.story.people.cast.auditor);
    const found: string[] = [];
    let answered = 0;
    for (const [who, ask] of await strangersTo(amber, cobalt)) {
      const told = await growthTold(amber, ask, questions, NOW);
      answered += told.answered;
      for (const one of told.found) found.push(`${who}: ${one}`);
    }
    expect(found.toSorted()).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  });

  it("shows neither of the two the other's side before both are in, nor a new manager the former one's draft", async () => {
    const { grown, manager } = amber.growth;
    const [own, first] = [grown[1], grown[0]];
    const found = new Set<string>();
    for (const [reader, wanted] of [
      [first, ["both", "self"]],
      [own, ["both", "self"]],
      [manager, ["both", "manager"]],
    ] as const) {
      const ask = await readerOf(amber, reader);
      const told = await growthTold(amber, ask, await queriesOf(amber, reader), NOW);
      expect(sides(told.found), reader.name).toEqual(wanted);
      for (const one of told.found) found.add(one.replace(/^.* shows /, ""));
    }
    // Each is read by whom it is for, so that it would be found where it is not.
    expect(growthWords(amber.growth).filter((word) => !found.has(word))).toEqual([]);
  });

  it("tells no word of it in an e-mail, to the two either", async () => {
    const { grown, manager } = amber.growth;
    for (const reader of [grown[0], manager]) {
      const letters = (await lettersTo(amber, reader, NOW)).filter(({ template }) =>
        template.startsWith("review."),
      );
      expect(letters.length).toBeGreaterThan(0);
      expect(
        letters.flatMap(({ letter }) => growthIn(amber.growth, JSON.stringify(letter))),
      ).toEqual([]);
    }
  });

  it("shows both sides to both by the same questions once they are in, and still to nobody else", async () => {
    const { grown, manager, former, words, submitMissing } = amber.growth;
    await submitMissing();
    const submitted = (side: "self" | "manager") =>
      words[side].planted().filter((word) => word.startsWith("review.submit "));
    for (const reader of [grown[0], manager]) {
      const ask = await readerOf(amber, reader);
      const { found } = await growthTold(amber, ask, await queriesOf(amber, reader), new Date());
      for (const side of ["self", "manager"] as const) {
        const missing = submitted(side).filter(
          (word) => !found.has(`review.show shows ${side}: ${word}`),
        );
        expect(missing, `${reader.name}, ${side}`).toEqual([]);
      }
    }
    const { admin } = amber.story.people.cast;
    for (const reader of [former, admin]) {
      const ask = await readerOf(amber, reader);
      const { found } = await growthTold(amber, ask, await queriesOf(amber, reader), new Date());
      expect([...found], reader.name).toEqual([]);
    }
    await amber.story.tell(admin, "organization.disableMember", { memberId: manager.memberId });
    const ask = await readerOf(amber, manager);
    const { found } = await growthTold(amber, ask, await queriesOf(amber, manager), new Date());
    expect([...found]).toEqual([]);
  });
});
