import type { Rule, RuleKind } from "./rule.ts";

/** A rule in a sentence, with these parameters. */
export function sentenceWith(
  rule: Pick<Rule, "name" | "template">,
  kind: RuleKind,
  parameters: object,
): string {
  const template = rule.template[kind];
  if (template === undefined) throw new Error(`${rule.name} has no sentence as ${kind}.`);
  const values = new Map(Object.entries(parameters));
  return template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => wordOf(values.get(name)));
}

function wordOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(wordOf).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value.replaceAll("_", " ") : "none";
}
