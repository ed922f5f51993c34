import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awkwardLine, awkwardText } from "../../test/framework-arbitrary.ts";
import { QUESTION_KINDS, type QuestionBank } from "./document.ts";
import { emitQuestionBankYaml } from "./emit.ts";
import { parseQuestionBankYaml } from "./parse.ts";

const GOOD = `questions:
  - id: 019a0000-0000-7000-8000-000000000001
    kind: technical
    competency: caching
    text: What do you measure before you add a cache?
    assesses: Whether a need comes first.
    strongSignals: [Asks for figures]
    redFlags:
      - Names a product first
    followUps: []
    tip: Ask your questions aloud.
  - id: 019a0000-0000-7000-8000-000000000002
    kind: behavioural
    competency: schema-and-migrations
    text: Tell me about a migration that you had to turn back.
    assesses: Care.
    strongSignals: [Had a way back]
    redFlags: [Never looked]
    followUps: [What did it cost?]
    tip: One case in depth is enough.
`;

function withLine(line: number, text: string | null): string {
  const lines = GOOD.split("\n");
  lines.splice(line - 1, 1, ...(text === null ? [] : [text]));
  return lines.join("\n");
}

function errorOf(text: string, competencies?: ReadonlySet<string>) {
  const parsed = parseQuestionBankYaml(text, competencies);
  return parsed.ok ? null : parsed.error;
}

describe("names the line and the field of", () => {
  const cases: [string, string, number, string, RegExp][] = [
    ["a kind that does not exist", withLine(13, "    kind: puzzle"), 13, "questions[1].kind", /one of behavioural, technical, situational/],
    ["a missing tip", withLine(11, null), 2, "questions[0].tip", /`tip` is missing/],
    ["an unknown key", withLine(6, "    assesses: Need.\n    score: 5"), 7, "questions[0].score", /not a known field/],
    ["an id used twice", withLine(12, "  - id: 019A0000-0000-7000-8000-000000000001"), 12, "questions[1].id", /taken on line 2/],
    ["an id that is no UUID", withLine(2, "  - id: q1"), 2, "questions[0].id", /must be a UUID/],
    ["no red flag", withLine(18, "    redFlags: []"), 18, "questions[1].redFlags", /at least one item/],
    ["a signal that is not text", withLine(9, "      - Names: one"), 9, "questions[0].redFlags[0]", /Item 1 of `redFlags` must be text/],
    ["text for a list", withLine(7, "    strongSignals: Asks"), 7, "questions[0].strongSignals", /must be a list, but is text/],
  ]; // prettier-ignore
  test.each(cases)("%s", (_name, text, line, field, message) => {
    expect(errorOf(text)).toEqual({ line, field, message: expect.stringMatching(message) });
  });

  test("a competency that the framework does not have", () => {
    expect(errorOf(GOOD, new Set(["caching", "schema-and-migrations"]))).toBe(null);
    expect(errorOf(GOOD, new Set(["caching"]))).toEqual({
      line: 14,
      field: "questions[1].competency",
      message: 'The framework has no competency with the key "schema-and-migrations".',
    });
  });
});

test("any question bank is read back as it was written", () => {
  const list = (min: number) => fc.array(awkwardText(2), { minLength: min, maxLength: 3 });
  const question = fc.record({
    id: fc.uuid({ version: [4, 7] }),
    kind: fc.constantFrom(...QUESTION_KINDS),
    competency: awkwardLine(1),
    text: awkwardText(10),
    assesses: awkwardText(2),
    strongSignals: list(1),
    redFlags: list(1),
    followUps: list(0),
    tip: awkwardText(2),
  });
  const bank: fc.Arbitrary<QuestionBank> = fc.record({
    questions: fc.uniqueArray(question, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  });
  fc.assert(
    fc.property(bank, (value) => {
      expect(parseQuestionBankYaml(emitQuestionBankYaml(value))).toEqual({ ok: true, bank: value });
    }),
    { numRuns: 300 },
  );
});
