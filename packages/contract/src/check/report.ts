import type { Tier, Verdict } from "../diff/verdict.ts";
import { RULES } from "../diff/rules.ts";
import type { Checked } from "./check.ts";
import type { Judged } from "./waivers.ts";

const MARKS = { breaking: "✗", review: "?", warning: "!", safe: "·" } as const satisfies Record<
  Verdict,
  string
>;
const ORDER: readonly Verdict[] = ["breaking", "review", "warning", "safe"];
const TIERS: readonly Tier[] = ["TYPES", "WIRE", "BEHAVIOUR"];

/** The findings of a tier and of those below it: `TYPES` is all of them. */
export function ofTier<T extends { tier: Tier }>(findings: readonly T[], tier: Tier): T[] {
  return findings.filter((finding) => TIERS.indexOf(finding.tier) >= TIERS.indexOf(tier));
}

/** Findings as a person reads them, grouped by path, the worst first; then their count. */
export function reportText(findings: readonly Judged[]): string {
  const paths = [...new Set(findings.map(({ path }) => path))].toSorted();
  const groups = paths.map((path) => {
    const own = findings.filter((finding) => finding.path === path).toSorted(byVerdict);
    return [path, ...own.flatMap(linesOf)].join("\n");
  });
  return [...groups, countText(findings)].join("\n\n");
}

function byVerdict(a: Judged, b: Judged): number {
  return ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict);
}

function linesOf({ rule, verdict, tier, at, what, seen, instead, waived }: Judged): string[] {
  const place = at === "" ? "" : ` at ${at}`;
  const head = `  ${MARKS[verdict]} ${rule} ${RULES[rule].title}${place}: ${what}`;
  if (verdict === "safe") return [head];
  const lines = [`${head} (${verdict}, ${tier})`, `      An old client: ${seen}`];
  if (waived !== null) return [...lines, `      Waived until ${waived.expires}: ${waived.reason}`];
  return [...lines, `      Instead: ${instead}`];
}

/** How many findings of each verdict: `1 breaking, 0 to review, 2 warnings, 3 safe`. */
function countText(findings: readonly Judged[]): string {
  const waived = findings.filter((finding) => finding.waived !== null).length;
  const count = (verdict: Verdict) =>
    findings.filter((finding) => finding.verdict === verdict && finding.waived === null).length;
  const warnings = count("warning");
  const parts = [
    `${count("breaking")} breaking`,
    `${count("review")} to review`,
    `${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
    `${count("safe")} safe`,
    ...(waived > 0 ? [`${waived} waived`] : []),
  ];
  return parts.join(", ");
}

/** A whole check as a person reads it: what is to be done stands last. */
export function checkText({ problems, compared, passed }: Checked): string {
  const parts = compared.map(({ baseline, judged }) => {
    const worth = judged.filter(({ verdict }) => verdict !== "safe");
    const shown = worth.length === 0 ? "" : `\n${reportText(worth)}\n`;
    return `Against ${baseline}: ${countText(judged)}${shown}`;
  });
  const verdict = passed ? "The contract holds." : "The contract does not hold.";
  return [...parts, verdict, ...problems].join("\n");
}
