import type { ProgressView } from "@rubric/domain/progress/schemas";
import { dateWords } from "./time-words.ts";

export type Metric = ProgressView["metrics"][number];
export type Figure = ProgressView["figures"][number];

export const SOURCE_NAMES = {
  github: "GitHub",
  gitlab: "GitLab",
  github_issues: "GitHub Issues",
  jira: "Jira",
} as const satisfies Record<ProgressView["sources"][number]["kind"], string>;

/** What a metric should be: "below 200 ms". */
export function targetWords({ target, unit }: Pick<Metric, "target" | "unit">): string {
  switch (target.is) {
    case "between":
      return `${target.low} to ${target.high} ${unit}`;
    case "at_least":
      return `at least ${target.value} ${unit}`;
    case "below":
    case "above":
      return `${target.is} ${target.value} ${unit}`;
  }
}

/** A figure with at most two decimals and its unit. */
export function figureWords(value: number, { unit }: Pick<Metric, "unit">): string {
  const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }).format(value);
  return `${number} ${unit}`;
}

/** The stretch of days of a figure: "Q4 2026, to 18 Nov 2026" or "Week from 16 Nov 2026". */
export function stretchWords({ period, from, through }: Figure): string {
  if (period === "week") return `Week from ${dateWords(from)}`;
  const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1;
  return `Q${quarter} ${from.slice(0, 4)}, to ${dateWords(through)}`;
}

/** What a figure of each metric is counted from: one of it, and several. */
const CASES = {
  response_time: ["request", "requests"],
  error_rate: ["request", "requests"],
  uptime: ["check of a service", "checks of the services"],
  features: ["feature delivered", "features delivered"],
  reviews_passed: ["reviewed change", "reviewed changes"],
  feedback: ["score given", "scores given"],
} as const satisfies Record<Figure["metric"], readonly [string, string]>;

/** What a figure rests on: "17 reviewed changes", or that nobody said how many. */
export function countWords({ n, metric }: Pick<Figure, "n" | "metric">): string {
  const [one, several] = CASES[metric];
  if (n === null) return `an unknown number of ${several}`;
  return `${n} ${n === 1 ? one : several}`;
}
