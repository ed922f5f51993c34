import { expect, it } from "vitest";
import { isErrorCode, sentenceOf } from "./error-words.ts";
import { ERRORS } from "./errors.ts";

const codes = Object.keys(ERRORS).filter(isErrorCode);

it.each(codes)("%s has a sentence that can be read before it happened", (code) => {
  const { sentence } = sentenceOf(code);
  expect(sentence).toMatch(/[A-Za-z]{3}/);
  expect(sentence).not.toMatch(/undefined|NaN|\[object|\bnull\b|function/);
  expect(sentence.at(-1)).toMatch(/[.…?]/);
});

it("names no fact that is not known yet", () => {
  expect(sentenceOf("QUORUM_NOT_MET").sentence).toContain("… of … scorecards");
  expect(sentenceOf("PLAN_INVALID").sentence).not.toContain("more to correct");
});

it("knows a code from the name of something that every object has", () => {
  expect(["toString", "constructor", "__proto__", "job_state"].filter(isErrorCode)).toEqual([]);
});
