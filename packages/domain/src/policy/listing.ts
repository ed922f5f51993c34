import type { FixedRule } from "./fixed-rule.ts";
import { FIXED_RULES } from "./fixed-rules.ts";
import { parametersOf } from "./parameters.ts";
import type { Rule, RuleKind } from "./rule.ts";
import { allRules } from "./rulebook.ts";

/** A rule as a person looks it up. */
export type ListedRule = {
  /** `<feature>.<rule>`. */
  name: string;
  feature: string;
  /** Whether a policy may set its parameters. */
  settable: boolean;
  /** What it may be, the one without a policy first, each with the rule in a sentence. */
  kinds: { kind: RuleKind; sentence: string }[];
  /** The commands and queries that ask it, by their permissions. */
  points: string[];
  laws: number[];
  /** What it refuses with; empty for a rule that a policy sets. */
  codes: string[];
  effects: string[];
  parameters: { name: string; title: string; unit: string | null; standard: string }[];
  /** From `packages/domain/src`. */
  tests: string;
};

/** Every rule that the code runs: those that a policy may set first, then the fixed ones. */
export function listedRules(): ListedRule[] {
  return [...allRules().map(settable), ...FIXED_RULES.map(unsettable)];
}

function settable(rule: Rule): ListedRule {
  return {
    name: rule.name,
    feature: featureOf(rule.name),
    settable: true,
    kinds: rule.kinds.map((kind) => ({ kind, sentence: rule.template[kind] ?? "" })),
    points: [...rule.points],
    laws: [...rule.laws],
    codes: [],
    effects: Object.keys(rule.effects),
    parameters: parametersOf(rule).map(({ name, title, unit, standard }) => ({
      name,
      title,
      unit,
      standard: wordsOf(standard),
    })),
    tests: rule.tests,
  };
}

function unsettable({ name, says, points, laws, codes, tests }: FixedRule): ListedRule {
  return {
    name,
    feature: featureOf(name),
    settable: false,
    kinds: [{ kind: "validation", sentence: says }],
    points: [...points],
    laws: [...laws],
    codes: [...codes],
    effects: [],
    parameters: [],
    tests,
  };
}

function featureOf(name: string): string {
  return name.split(".")[0] ?? name;
}

function wordsOf(standard: unknown): string {
  if (Array.isArray(standard)) return standard.length === 0 ? "none" : standard.join(", ");
  if (typeof standard === "boolean") return standard ? "yes" : "no";
  return typeof standard === "string" || typeof standard === "number" ? String(standard) : "none";
}
