import type { Manifest } from "../manifest.ts";
import type { Schema } from "../schema.ts";
import type { Finding } from "./finding.ts";
import { type RuleId, RULES } from "./rules.ts";
import type { Tier, Verdict } from "./verdict.ts";

/** What a finding says beyond its rule. */
export type Said = { what: string; verdict?: Verdict; tier?: Tier; seen?: string; at?: string };

/** Where in two schemas a comparison stands, in which direction, and where its findings go. */
export type Walk = {
  direction: "input" | "output";
  readers: Manifest["readers"];
  /** The schemas that hold the `$defs` of each side. */
  roots: { old: Schema; next: Schema };
  path: string;
  at: string;
  findings: Finding[];
  /** The pairs that are being compared further up: a schema may hold itself. */
  above: ReadonlyMap<Schema, ReadonlySet<Schema>>;
};

/** Compares two schemas where a walk stands. */
export type Compare = (old: Schema, next: Schema, walk: Walk) => void;

/** Notes a finding; its verdict is the rule's first unless said otherwise. */
export function say(walk: Pick<Walk, "path" | "at" | "findings">, rule: RuleId, said: Said): void {
  const { tier, verdicts, seen, instead } = RULES[rule];
  const verdict = said.verdict ?? verdicts[0];
  const harmless = verdict === "safe";
  walk.findings.push({
    rule,
    verdict,
    tier: said.tier ?? tier,
    path: walk.path,
    at: said.at ?? walk.at,
    what: said.what,
    seen: said.seen ?? (harmless ? "Nothing changes." : seen),
    instead: harmless ? "Nothing." : instead,
  });
}

/** The same walk one step further in: `.name`, `[]`. */
export function into(walk: Walk, step: string): Walk {
  return { ...walk, at: `${walk.at}${step}` };
}

/** The findings of a comparison that is only tried. */
export function tried(walk: Walk, compare: (walk: Walk) => void): Finding[] {
  const findings: Finding[] = [];
  compare({ ...walk, findings });
  return findings;
}

/** Whether a comparison that is only tried finds nothing that breaks. */
export function fits(walk: Walk, compare: (walk: Walk) => void): boolean {
  return tried(walk, compare).every(({ verdict }) => verdict !== "breaking");
}

/** A value as a person reads it in a finding. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** What only one of two lists holds. */
export function onlyIn<T>(one: readonly T[], other: readonly T[]): T[] {
  return one.filter((value) => !other.includes(value));
}

/** The words of some lines, for lists that are long. */
export function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
