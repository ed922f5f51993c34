import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { QUESTION_KINDS } from "../question/document.ts";
import { emitQuestionBankYaml } from "../question/emit.ts";
import { parseQuestionBankYaml } from "../question/parse.ts";
import { asksForDisability, asksForPayHistory } from "../region/words.ts";
import { emitFrameworkYaml } from "./emit.ts";
import { lateralMoves, nextLevels, pathBetween } from "../ladder/ladder.ts";
import { PROFICIENCIES } from "./document.ts";
import { parseFrameworkYaml } from "./parse.ts";

const content = (name: string) =>
  readFileSync(new URL(`../../content/${name}`, import.meta.url), "utf8");
const frameworkText = content("backend-engineer.yml");
const questionsText = content("backend-engineer.questions.yml");

function framework() {
  const parsed = parseFrameworkYaml(frameworkText);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.framework;
}

function questions() {
  const keys = new Set(framework().competencies.map((row) => row.key));
  const parsed = parseQuestionBankYaml(questionsText, keys);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.bank.questions;
}

const words = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? [];

/** Every `length` words of a text that follow each other. */
function runs(text: string, length: number): Set<string> {
  const all = words(text);
  const last = Math.max(0, all.length - length + 1);
  return new Set(Array.from({ length: last }, (_, at) => all.slice(at, at + length).join(" ")));
}

const longWords = (text: string) => new Set(words(text).filter((word) => word.length > 3));

/** The share of two texts' words of more than three letters that both have, from 0 to 1. */
function shared(one: string, other: string): number {
  const [here, there] = [longWords(one), longWords(other)];
  const both = [...here].filter((word) => there.has(word)).length;
  return both / (here.size + there.size - both);
}

describe("the Backend Engineer framework", () => {
  test("has the seven levels of three tracks and the three themes that make a backend engineer", () => {
    const { levels, themes } = framework();
    expect(levels.map((level) => [level.key, level.track])).toEqual([
      ["junior", "engineer"],
      ["engineer", "engineer"],
      ["senior", "engineer"],
      ["staff", "technical"],
      ["principal", "technical"],
      ["manager", "management"],
      ["vp", "management"],
    ]);
    expect(themes.map((theme) => theme.name)).toEqual(
      expect.arrayContaining(["Business rules", "Security", "Data at scale"]),
    );
  });

  test("leads from junior to both tops, with moves between the tracks", () => {
    const { levels } = framework();
    const way = (to: string) => pathBetween(levels, "junior", to)?.map((level) => level.key);
    expect(way("principal")).toEqual(["junior", "engineer", "senior", "staff", "principal"]);
    expect(way("vp")).toEqual(["junior", "engineer", "senior", "manager", "vp"]);
    const aside = levels.map(({ key }) => lateralMoves(levels, key).map((level) => level.key));
    expect(aside).toEqual([[], [], [], ["manager"], ["vp"], ["staff"], ["principal"]]);
  });

  test("has at least 26 named competencies, each with its own anchor at every level", () => {
    const { competencies, levels } = framework();
    expect(competencies.length).toBeGreaterThanOrEqual(26);
    for (const row of competencies) {
      expect(row.named, row.name).toBe(true);
      expect(row.anchors.map((anchor) => anchor.levelKey)).toEqual(levels.map(({ key }) => key));
    }
    const texts = competencies.flatMap((row) => row.anchors.map((anchor) => anchor.summary));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => text.length < 80 || text.length > 400)).toEqual([]);
  });

  test("asks for no less on the way up", () => {
    const { competencies, levels } = framework();
    for (const row of competencies) {
      const rank = new Map(
        row.anchors.map((one) => [one.levelKey, PROFICIENCIES.indexOf(one.proficiency)]),
      );
      for (const { key } of levels) {
        for (const next of nextLevels(levels, key)) {
          const least = rank.get(key) ?? Infinity;
          expect(rank.get(next.key), `${row.name}, ${next.name}`).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });

  test("stands in the form in which it would be exported", () => {
    expect(emitFrameworkYaml(framework())).toBe(frameworkText);
  });
});

describe("the question bank", () => {
  test("has at least 80 questions, 25 or more of each kind, three or more on each competency", () => {
    const bank = questions();
    expect(bank.length).toBeGreaterThanOrEqual(80);
    for (const kind of QUESTION_KINDS) {
      const asked = bank.filter((question) => question.kind === kind);
      expect(asked.length, kind).toBeGreaterThanOrEqual(25);
    }
    for (const { key } of framework().competencies) {
      const asked = bank.filter((question) => question.competency === key);
      expect(asked.length, key).toBeGreaterThanOrEqual(3);
    }
  });

  test("gives every question signals, red flags, follow-ups and a tip to the candidate", () => {
    for (const question of questions()) {
      expect(question.strongSignals.length, question.text).toBeGreaterThanOrEqual(3);
      expect(question.redFlags.length, question.text).toBeGreaterThanOrEqual(2);
      expect(question.followUps.length, question.text).toBeGreaterThanOrEqual(2);
    }
  });

  test("gives nothing of the signals away in the tip to the candidate", () => {
    for (const { tip, strongSignals, redFlags } of questions()) {
      const told = runs(tip, 4);
      for (const signal of [...strongSignals, ...redFlags]) {
        expect(tip).not.toContain(signal);
        expect([...runs(signal, 4)].filter((run) => told.has(run))).toEqual([]);
      }
    }
  });

  test("asks for neither earlier pay nor health", () => {
    const asked = questions().flatMap(({ text, followUps }) => [text, ...followUps]);
    expect(asked.filter((text) => asksForPayHistory(text) || asksForDisability(text))).toEqual([]);
  });

  test("asks nothing twice", () => {
    const bank = questions();
    const alike = bank.flatMap((one, index) =>
      bank
        .slice(index + 1)
        .filter((other) => shared(one.text, other.text) >= 0.4)
        .map((other) => [one.text, other.text]),
    );
    expect(alike).toEqual([]);
  });

  test("stands in the form in which it would be exported", () => {
    expect(emitQuestionBankYaml({ questions: questions() })).toBe(questionsText);
  });
});
