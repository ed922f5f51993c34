import type { PolicyListView } from "@rubric/domain/policy/schemas";
import { featureWords, nameWords } from "../../ui/rule-words.ts";

export type SettableRule = PolicyListView["rules"][number] & {
  policies: PolicyListView["policies"];
};

/** Rules with what was set for each, by what they are about; those that hold every word typed. */
export function findPolicies(
  { rules, policies }: Pick<PolicyListView, "rules" | "policies">,
  by: { typed: string; set: boolean },
): { title: string; rules: SettableRule[] }[] {
  const words = by.typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rules.flatMap((rule) => {
    const own = policies.filter((one) => one.rule === rule.name);
    if (by.set && own.length === 0) return [];
    const text = [
      rule.name,
      nameWords(rule.name.split(".")[1] ?? ""),
      featureWords(rule.name),
      ...Object.values(rule.templates),
      ...rule.laws.map((law) => `law ${law}`),
      ...rule.parameters.map(({ title }) => title),
    ].join("\n");
    const holds = words.every((word) => text.toLowerCase().includes(word));
    return holds ? { ...rule, policies: own } : [];
  });
  const groups = Map.groupBy(found, ({ name }) => featureWords(name));
  return [...groups]
    .map(([title, group]) => ({ title, rules: group }))
    .toSorted((a, b) => a.title.localeCompare(b.title, "en"));
}
