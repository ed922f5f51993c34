import type { RuleView } from "@rubric/domain/policy/schemas";
import { featureWords } from "../../ui/rule-words.ts";

export type Group = { title: string; rules: RuleView[] };

/** What the list of rules is narrowed to; null for all of them. */
export type RuleFilter = {
  typed: string;
  /** A feature in words. */
  feature: string | null;
  /** A law's number. */
  law: string | null;
  kind: string | null;
  /** Whether a policy sets it. */
  by: string | null;
};

export const NO_FILTER: RuleFilter = { typed: "", feature: null, law: null, kind: null, by: null };

/** The rules that a filter lets through and that hold every word that was typed, by what they are about. */
export function findRules(rules: readonly RuleView[], by: RuleFilter): Group[] {
  const words = by.typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = rules.filter((rule) => {
    if (by.feature !== null && featureWords(rule.name) !== by.feature) return false;
    if (by.law !== null && !rule.laws.some((law) => String(law) === by.law)) return false;
    if (by.kind !== null && !rule.kinds.some(({ kind }) => kind === by.kind)) return false;
    if (by.by !== null && rule.settable !== (by.by === "policy")) return false;
    const text = textOf(rule);
    return words.every((word) => text.includes(word));
  });
  const groups = Map.groupBy(found, ({ name }) => featureWords(name));
  return [...groups]
    .map(([title, group]) => ({ title, rules: group }))
    .toSorted((a, b) => a.title.localeCompare(b.title, "en"));
}

/** What can be chosen from: the features and the laws that rules are of. */
export function choicesOf(rules: readonly RuleView[]): { features: string[]; laws: number[] } {
  const features = new Set(rules.map(({ name }) => featureWords(name)));
  const laws = new Set(rules.flatMap((rule) => rule.laws));
  return {
    features: [...features].toSorted((a, b) => a.localeCompare(b, "en")),
    laws: [...laws].toSorted((a, b) => a - b),
  };
}

function textOf(rule: RuleView): string {
  const sentences = rule.kinds.map(({ kind, sentence }) => `${kind} ${sentence}`);
  const laws = rule.laws.map((law) => `law ${law}`);
  const parameters = rule.parameters.map(({ name, title }) => `${name} ${title}`);
  const words = [rule.name, ...sentences, ...rule.points, ...laws, ...rule.codes, ...rule.effects];
  return [featureWords(rule.name), ...words, ...parameters, rule.tests].join("\n").toLowerCase();
}
