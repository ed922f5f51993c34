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

const known = new Map<string, fc.Arbitrary<string>>();

/** Texts that meet all patterns, of a length between two bounds. */
export function textsOf(patterns: readonly string[], min: number, max: number) {
  const key = JSON.stringify(patterns);
  const found = known.get(key) ?? meeting(patterns);
  known.set(key, found);
  if (patterns.length > 0) return found.filter(({ length }) => length >= min && length <= max);
  const most = Math.min(max, Math.max(min + 20, 20));
  const longest = fc.string({
    unit: "binary-ascii",
    minLength: Math.min(max, 5000),
    maxLength: max,
  });
  const usual = fc.string({ minLength: min, maxLength: most });
  return max > 5000
    ? usual
    : fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: longest });
}

function meeting(patterns: readonly string[]): fc.Arbitrary<string> {
  const tests = patterns.map((pattern) => new RegExp(pattern, "u"));
  const meets = (text: string) => tests.every((test) => test.test(text));
  const usual = USUAL.find((texts) => fc.sample(texts, { numRuns: 20, seed: 7 }).every(meets));
  if (usual !== undefined) return usual;
  const [first] = tests;
  return first === undefined ? fc.string() : fc.stringMatching(first).filter(meets);
}
