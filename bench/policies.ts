import { performance } from "node:perf_hooks";
import { judgeAt } from "../packages/domain/src/policy/judge.ts";
import { indexPolicies } from "../packages/domain/src/policy/resolve.ts";
import type { Rule } from "../packages/domain/src/policy/rule.ts";
import { allRules } from "../packages/domain/src/policy/rulebook.ts";
import { type Question, sampleOf } from "../packages/domain/test/judged-cases.ts";

/** Policies of each rule, different questions, and rounds over all of those. */
const POLICIES = 1000;
const QUESTIONS = 100;
const ROUNDS = 301;
const TARGET = 20;
const SEED = 7;

type Spread = { least: number; median: number; most: number };
type Cost = { rule: string; cold: number; warm: Spread };

const rules = allRules();
const samples = rules.map((rule) => ({
  rule,
  ...sampleOf(rule, { versions: POLICIES, questions: QUESTIONS }, SEED),
}));
const versions = samples.flatMap((sample) => sample.versions);
const began = performance.now();
const index = indexPolicies(versions);
const indexed = performance.now() - began;
const costs = samples.map(({ rule, questions }) => costOf(rule, questions));
const median = spreadOf(costs.map((cost) => cost.warm.median)).median;

if (process.argv.includes("--json")) {
  const result = { policies: POLICIES, target: TARGET, indexedMs: indexed, medianMicros: median };
  process.stdout.write(`${JSON.stringify({ ...result, rules: costs }, null, 2)}\n`);
} else {
  const lines = costs.map(({ rule, cold, warm }) =>
    [rule.padEnd(36), ...[warm.least, warm.median, warm.most, cold].map(inColumn)].join(""),
  );
  const head = [
    "".padEnd(36),
    ...["least", "median", "most", "first"].map((one) => one.padStart(10)),
  ];
  process.stdout.write(
    `one question to a rule of ${POLICIES} policies, µs (${ROUNDS} × ${QUESTIONS}; first: nothing is compiled yet)\n` +
      `${[head.join(""), ...lines].join("\n")}\n` +
      `index of ${versions.length} policies: ${indexed.toFixed(1)} ms, once\n` +
      `median of ${costs.length} rules: ${median.toFixed(2)} µs; target < ${TARGET}\n`,
  );
}
process.exitCode = median < TARGET ? 0 : 1;

/** What one question to a rule costs in microseconds: the first of the process, then each round's. */
function costOf(rule: Rule, questions: readonly Question[]): Cost {
  const cold = timed(() => ask(rule, questions.slice(0, 1)));
  for (let n = 0; n < 50; n += 1) ask(rule, questions);
  const rounds = Array.from({ length: ROUNDS }, () => timed(() => ask(rule, questions)));
  return { rule: rule.name, cold, warm: spreadOf(rounds.map((micros) => micros / QUESTIONS)) };
}

function ask(rule: Rule, questions: readonly Question[]): void {
  let answers = 0;
  for (const { facts, places, at } of questions) {
    answers += judgeAt(rule, facts, index, places.slice(0, 1), at).length;
  }
  if (answers !== questions.length) throw new Error("A question has no answer.");
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) * 1000;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { least: at(0), median: at(0.5), most: at(1) };
}

function inColumn(micros: number): string {
  return micros.toFixed(2).padStart(10);
}
