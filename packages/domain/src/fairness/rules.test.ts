import { describe, expect, it } from "vitest";
import { DECLINED } from "./attributes.ts";
import { type GivenAnswer, whyNotIdentify, whyNotReadFairness } from "./rules.ts";

const woman = { attribute: "gender", answer: "woman" } as const;
const declined = { attribute: "ethnicity", answer: DECLINED } as const;

describe("how somebody identifies themself", () => {
  it.each<[string, GivenAnswer[], string | null]>([
    ["nothing, which takes all back", [], null],
    ["an answer to each question", [woman, declined], null],
    ["an answer to one of them", [declined], null],
    ["what is not asked", [{ attribute: "age", answer: "from_40" }], "NOT_ASKED"],
    ["an answer of another question", [{ ...woman, answer: "asian" }], "NOT_ASKED"],
    ["an answer that there is not", [{ ...woman, answer: "" }], "NOT_ASKED"],
    ["two answers to one question", [woman, { ...woman, answer: "man" }], "NOT_ASKED"],
  ])("%s", (_name, answers, expected) => {
    expect(whyNotIdentify(["gender", "ethnicity"], answers)?.code ?? null).toBe(expected);
  });

  it.each([
    [[], null],
    [[woman], "NOT_ASKED"],
  ])("where nothing is asked, %j: %s", (answers, expected) => {
    expect(whyNotIdentify([], answers)?.code ?? null).toBe(expected);
  });
});

describe("law 1: who decides does not read how groups fared", () => {
  it.each([
    [["auditor"], null],
    [["auditor", "recruiter"], "FAIRNESS_DECIDER"],
    [["auditor", "admin"], "FAIRNESS_DECIDER"],
    [["manager"], "FAIRNESS_DECIDER"],
  ])("%j: %s", (roles, expected) => {
    expect(whyNotReadFairness(roles)?.code ?? null).toBe(expected);
  });
});
