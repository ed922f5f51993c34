import * as fc from "fast-check";

const years = { min: new Date("1000-01-01"), max: new Date("2999-12-31T23:59:59Z") };
const dates = fc.date({ ...years, noInvalidDate: true }).map((date) => date.toISOString());
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);

/** Kinds of text of which one or another meets most patterns. */
const USUAL: readonly fc.Arbitrary<string>[] = [
  fc.string(),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.uuid(),
  dates,
  dates.map((date) => date.slice(0, 10)),
  fc.tuple(word, word).map(([name, host]) => `${name}@${host}.example`),
  fc.tuple(word, word).map(([host, path]) => `https://${host}.example/${path}`),
];

/** To make texts costs most: so many of a kind are made once, and drawn from. */
const POOL = 300;
const pools = new Map<string, fc.Arbitrary<string>>();

/** Texts that meet all patterns, of a length between two bounds. */
export function textsOf(patterns: readonly string[], min: number, max: number) {
  const key = JSON.stringify([patterns, min, max]);
  const found =
    pools.get(key) ?? poolOf(patterns.length > 0 ? within(patterns, min, max) : plain(min, max));
  pools.set(key, found);
  return found;
}

function poolOf(texts: fc.Arbitrary<string>) {
  return fc.constantFrom(...fc.sample(texts, { numRuns: POOL, seed: 7 }));
}

function within(patterns: readonly string[], min: number, max: number) {
  return meeting(patterns).filter(({ length }) => length >= min && length <= max);
}

/** Mostly short ones, and some that are as long as may be. */
function plain(min: number, max: number) {
  const most = Math.min(max, Math.max(min + 20, 20));
  const usual = fc.string({ minLength: min, maxLength: most });
  const longest = fc.string({ unit: "binary-ascii", minLength: max, maxLength: max });
  if (max > 5000) return usual;
  return fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: longest });
}

function meeting(patterns: readonly string[]): fc.Arbitrary<string> {
  const tests = patterns.map((pattern) => new RegExp(pattern, "u"));
  const meets = (text: string) => tests.every((test) => test.test(text));
  const usual = USUAL.find((texts) => fc.sample(texts, { numRuns: 20, seed: 7 }).every(meets));
  if (usual !== undefined) return usual;
  const [first] = tests;
  return first === undefined ? fc.string() : fc.stringMatching(first).filter(meets);
}
