import type { PreparationPlanView, PreparationView } from "@rubric/domain/preparation/schemas";

type Left = PreparationPlanView["left"][number]["because"];

/** Why an item is not in a plan. */
export const LEFT_WORDS: Record<Left, string> = {
  no_time: "There is no time for it in these weeks",
  other_goal: "It is for another goal",
  other_technology: "It is of another technology",
  outside_levels: "It is of a level that you have passed, or not reached",
  prerequisite_left_out: "What it builds on is not in the plan",
  taken_out: "You took it out",
};

export const KIND_WORDS: Record<PreparationPlanView["items"][number]["kind"], string> = {
  reading: "Reading",
  practice: "Practice",
  project: "Project",
  pairing: "Pairing",
};

export const GOAL_WORDS: Record<PreparationPlanView["goal"], string> = {
  new_role: "A new role",
  promotion: "A promotion",
  learning_path: "A learning path",
};

export const TIP_WORDS: Record<
  PreparationView["checklist"][number]["tips"][number]["kind"],
  string
> = {
  behavioural: "Asked what you did",
  technical: "Asked what you know",
  situational: "Asked what you would do",
};

/** Hours with their word. */
export function hoursWords(hours: number): string {
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

/** The weeks of an item: "Week 2" or "Weeks 2 to 4". */
export function weeksWords(portions: readonly { week: number }[]): string {
  const [first, last] = [portions[0]?.week, portions.at(-1)?.week];
  if (first === undefined || last === undefined) return "";
  return first === last ? `Week ${first}` : `Weeks ${first} to ${last}`;
}
