import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { QUESTION_KINDS } from "../question/document.ts";
import { emitQuestionBankYaml } from "../question/emit.ts";
import { parseQuestionBankYaml } from "../question/parse.ts";
import { emitFrameworkYaml } from "./emit.ts";
import { lateralMoves, nextLevels, pathBetween } from "../growth/ladder.ts";
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
  test("has at least 30 questions, ten or more of each kind, two or more on each competency", () => {
    const bank = questions();
    expect(bank.length).toBeGreaterThanOrEqual(30);
    for (const kind of QUESTION_KINDS) {
      expect(bank.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(10);
    }
    for (const { key } of framework().competencies) {
      const asked = bank.filter((question) => question.competency === key);
      expect(asked.length, key).toBeGreaterThanOrEqual(2);
    }
  });

  test("gives every question signals, red flags, follow-ups and a tip to the candidate", () => {
    for (const question of questions()) {
      expect(question.strongSignals.length, question.text).toBeGreaterThanOrEqual(3);
      expect(question.redFlags.length, question.text).toBeGreaterThanOrEqual(2);
      expect(question.followUps.length, question.text).toBeGreaterThanOrEqual(2);
      for (const signal of [...question.strongSignals, ...question.redFlags]) {
        expect(question.tip).not.toContain(signal);
      }
    }
  });

  test("stands in the form in which it would be exported", () => {
    expect(emitQuestionBankYaml({ questions: questions() })).toBe(questionsText);
  });
});
