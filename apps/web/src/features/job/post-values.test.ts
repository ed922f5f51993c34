import { expect, test } from "vitest";
import { contentOf, type PostValues, whatIsMissing } from "./post-values.ts";

const range = { region: "CA-ON", min: 90_000, max: 110_000, currency: "CAD" };
const values: PostValues = {
  title: "Senior Backend Engineer",
  body: "",
  payMin: 60_000,
  payMax: 80_000,
  currency: "EUR",
  locations: ["DE"],
  workplace: "hybrid",
  closingDate: null,
  privacyNotice: "",
  questions: [
    { key: "q1", text: " ", required: false, eligibility: false },
    { key: "q2", text: "When?", required: false, eligibility: false },
  ],
  statements: {
    benefits: "",
    otherPay: "",
    howToApply: "",
    usesAi: false,
    aiStatement: "Typed before it was said that none is used.",
    vacancy: null,
  },
  regionalPay: [range],
};

test.each<[string, Partial<PostValues>, string | null]>([
  ["whole ranges", {}, null],
  ["no pay", { payMin: "", payMax: "" }, null],
  ["one end of the pay", { payMax: "" }, "Say both ends of the pay, or neither."],
  [
    "a range without a place",
    { regionalPay: [range, { ...range, region: "" }] },
    "Say the place and both ends of range 2, or remove it.",
  ],
  [
    "one end of a place's range",
    { regionalPay: [{ ...range, min: "" }] },
    "Say the place and both ends of range 1, or remove it.",
  ],
  ["a sign in place of a number", { payMin: "-" }, "Say both ends of the pay, or neither."],
])("a post with %s", (_, changed, missing) => {
  expect(whatIsMissing({ ...values, ...changed })).toBe(missing);
});

test("what asks nothing and what nobody said is not sent", () => {
  const { pay, questions, statements } = contentOf(values);
  expect(pay).toEqual({ minMinor: 6_000_000, maxMinor: 8_000_000, currency: "EUR" });
  expect(questions.map((one) => one.key)).toEqual(["q2"]);
  expect(statements.aiStatement).toBe("");
  expect(statements.regionalPay).toEqual([
    { region: "CA-ON", minMinor: 9_000_000, maxMinor: 11_000_000, currency: "CAD" },
  ]);
});
