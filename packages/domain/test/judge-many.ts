import { createHash } from "node:crypto";
import fc from "fast-check";
import { canonicalJson } from "../src/execution/canonical.ts";
import { judgeAt } from "../src/policy/judge.ts";
import { allRules } from "../src/policy/rulebook.ts";
import { anyCase } from "./judged-cases.ts";

/** How many questions are asked under the same policies, and under how many each digest covers. */
const QUESTIONS = 10;
const CHUNK = 500;

const [seed = 1, count = 4000] = process.argv.slice(2).map(Number);
const rules = allRules();
const all = createHash("sha256");
let chunk = createHash("sha256");
let cases = 0;

/** Asks so many random questions, each rule its share of them, and digests why each was answered. */
for (const [at, rule] of rules.entries()) {
  const numRuns = Math.ceil((count / QUESTIONS - cases) / (rules.length - at));
  for (const one of fc.sample(anyCase(rule, QUESTIONS), { numRuns, seed: seed + at })) {
    const judged = one.questions.flatMap(({ facts, places, at: when }) =>
      judgeAt(rule, facts, one.index, places, when).map(({ explanation }) => explanation),
    );
    const text = canonicalJson(judged);
    all.update(text);
    chunk.update(text);
    cases += 1;
    if (cases % CHUNK !== 0) continue;
    process.stdout.write(`${cases * QUESTIONS} ${chunk.digest("hex")}\n`);
    chunk = createHash("sha256");
  }
}
process.stdout.write(`${cases * QUESTIONS} ${all.digest("hex")}\n`);
