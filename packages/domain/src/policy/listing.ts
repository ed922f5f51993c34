import { EVERY_POINT, type FixedRule } from "./fixed-rule.ts";
import { FIXED_RULES } from "./fixed-rules.ts";
import { parametersOf } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import { allRules } from "./rulebook.ts";
import type { RuleView } from "./schemas.ts";

/** Every rule that the code runs: those that a policy may set first, then the fixed ones. */
export function listedRules(): RuleView[] {
  return [...allRules().map(settable), ...FIXED_RULES.map(unsettable)];
}

function settable(rule: Rule): RuleView {
  return {
    name: rule.name,
    feature: featureOf(rule.name),
    settable: true,
    kinds: rule.kinds.map((kind) => ({ kind, sentence: rule.template[kind] ?? "" })),
    points: [...rule.points],
    everywhere: false,
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

function unsettable({ name, says, points, laws, codes, tests }: FixedRule): RuleView {
  return {
    name,
    feature: featureOf(name),
    settable: false,
    kinds: [{ kind: "validation", sentence: says }],
    points: [...points],
    everywhere: points.length === EVERY_POINT.length,
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
