import type { GrowthPlanView, PlanItemView, PlanPageView } from "@rubric/domain/plan/schemas";
import { goalWords, sizeWords, weeksWords } from "../../ui/plan-words.ts";
import { dateWords } from "../../ui/time-words.ts";

type Goal = GrowthPlanView["goal"];
type Change = NonNullable<PlanPageView["difference"]>[number]["change"];

const goalKeys: readonly Goal[] = ["promotion", "new_role", "learning_path"];

/** Choices for a select. */
export const goals = goalKeys.map((value) => ({ value, label: goalWords[value] }));

/** The goal that a select's value names. */
export function goalOf(text: string | null): Goal {
  return goalKeys.find((goal) => goal === text) ?? "promotion";
}

export const changeWords = {
  same: "As it was",
  moved: "Moved",
  added: "Added",
  removed: "Dropped",
  done: "Done",
} as const satisfies Record<Change, string>;

const ordinals = ["first", "second", "third", "fourth", "fifth"];

/** Why an item is in the plan. */
export function whyWords({ why, competency }: PlanItemView): string {
  switch (why.because) {
    case "required":
      return `“${why.by}” requires it.`;
    case "kept":
      return "Put in by hand, or under way when the plan was made anew.";
    case "gap": {
      const nth = ordinals[why.nth - 1] ?? `${why.nth}th`;
      return `The ${nth} item towards ${competency.name}, where ${sizeWords(why.left)} was missing when it was chosen: more than anywhere else, or as much.`;
    }
  }
}

/** Why an item stands in its weeks. */
export function whenWords({ after }: PlanItemView): string {
  return after.length === 0
    ? "Now, because the items before it leave these hours."
    : `After ${after.map((title) => `“${title}”`).join(" and ")}, which it requires.`;
}

const DAY = 86_400_000;

/** The first day of a plan's week, in words. */
export function weekStartWords(startOn: string, week: number): string {
  const day = new Date(Date.parse(startOn) + (week - 1) * 7 * DAY);
  return dateWords(day.toISOString());
}

/** The weeks of an item with the day on which the first begins: "weeks 1 to 4, from 7 Dec 2026". */
export function datedWeeks(startOn: string, weeks: { from: number; to: number } | null): string {
  return weeks === null
    ? weeksWords(null)
    : `${weeksWords(weeks)}, from ${weekStartWords(startOn, weeks.from)}`;
}

/** Which plan another took the place of, so that what was done in it does not look lost. */
function followsWords({ follows }: GrowthPlanView): string {
  if (follows === null) return "";
  const { weeks, startOn, done } = follows;
  const items = done === 1 ? "1 item was" : `${done} items were`;
  return ` It follows the plan of ${weeks} weeks begun on ${dateWords(startOn)}: ${items} done in it.`;
}

/** What the page is, in which state, and what to do next. */
export function leadWords({ draft, agreed, member, manager, mine }: PlanPageView): string {
  const other = mine === "self" ? (manager?.name ?? "your manager") : member.name;
  if (draft !== null) {
    const own = draft.agreements.some(({ side }) => side === mine);
    const what = agreed === null ? "A draft" : "A new draft of the plan in force";
    if (draft.may.agree !== null && !own) return `${what}. ${draft.may.agree.sentence}`;
    return own
      ? `${what}. You agreed to it; it waits for ${other}.${followsWords(draft)}`
      : `${what}. Change what should be otherwise, then agree to it; ${other} has to agree too.${followsWords(draft)}`;
  }
  if (agreed !== null) {
    const done = agreed.items.filter((item) => item.done !== null).length;
    const items = `${done} of ${agreed.items.length} items done`;
    return agreed.currentWeek === null
      ? `Agreed on, from ${dateWords(agreed.startOn)} to ${dateWords(agreed.endsOn)}; ${items}.${followsWords(agreed)}`
      : `Week ${agreed.currentWeek} of ${agreed.weeks}; ${items}.${followsWords(agreed)}`;
  }
  return "No plan yet. Say what it is for, look at what comes out, and keep it as a draft to agree on.";
}
