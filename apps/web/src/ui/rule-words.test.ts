import { expect, it } from "vitest";
import { featureWords, nameWords, valueWords } from "./rule-words.ts";

it.each([
  ["offer.band", "Offers"],
  ["unheard.of", "unheard"],
])("%s is about %s", (rule, words) => expect(featureWords(rule)).toBe(words));

it.each([
  ["rejectionDelay", "Rejection delay"],
  ["least", "Least"],
])("%s reads %s", (name, words) => expect(nameWords(name)).toBe(words));

it.each([
  [true, "yes"],
  [[], "none"],
  [["gender", "not_said"], "gender, not said"],
  [null, "none"],
  [20, "20"],
  [{ minMinor: 1 }, '{"minMinor":1}'],
])("%j is said as %s", (value, words) => expect(valueWords(value)).toBe(words));
