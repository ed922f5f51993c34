import type { GrowthPlanView, PlanItemView } from "@rubric/domain/plan/schemas";

export const goalWords = {
  promotion: "Promotion",
  new_role: "A new role",
  learning_path: "A learning path",
} as const satisfies Record<GrowthPlanView["goal"], string>;

/** Why items are left out, in the order in which a reader cares. */
export const leftWords = {
  no_time: "No hours were left",
  taken_out: "Taken out by hand",
  prerequisite_left_out: "What it requires is left out",
  other_goal: "For another goal: it rehearses interviews for a new role",
  other_technology: "Of another technology",
  outside_levels: "Of a level outside the way",
} as const satisfies Record<GrowthPlanView["left"][number]["because"], string>;

export const byWords = {
  manager: "the manager's review",
  self: "one's own review",
  baseline: "what the interviews showed",
  hand: "marked by hand",
} as const satisfies Record<GrowthPlanView["gaps"][number]["by"], string>;

/** "3.5 of 5". */
export function sizeWords(size: number): string {
  return `${Number(size.toFixed(2))} of 5`;
}

/** The weeks in which an item is begun and done. */
export function weeksOf({ portions }: Pick<PlanItemView, "portions">): {
  from: number;
  to: number;
} {
  const weeks = portions.map(({ week }) => week);
  return { from: Math.min(...weeks), to: Math.max(...weeks) };
}

/** "week 3", or "weeks 3 to 5". */
export function weeksWords(weeks: { from: number; to: number } | null): string {
  if (weeks === null) return "–";
  return weeks.from === weeks.to ? `week ${weeks.from}` : `weeks ${weeks.from} to ${weeks.to}`;
}
