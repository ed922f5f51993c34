import { deny, type Denial } from "../errors.ts";
import type { Limits } from "../limits.ts";
import type { Goal, PlanItem } from "./request.ts";

export type PlanState = "draft" | "agreed" | "superseded" | "ended";
export type PlanSide = "self" | "manager";

/** A plan as far as its rules ask. */
export type PlanFacts = {
  state: PlanState;
  revision: number;
  items: number;
  /** Who agreed to which revision of it. */
  agreements: readonly { side: PlanSide; memberId: string; revision: number }[];
};

/** An item as far as the arrangement of a plan asks. */
export type ArrangedItem = Pick<PlanItem, "id" | "hours" | "requires"> & { title: string };

/** One plan at a time: a new one neither beside a draft nor beside one that is under way. */
export function whyNotMakePlan(states: readonly PlanState[]): Denial | null {
  if (states.includes("draft")) return deny("GROWTH_PLAN_DRAFT", {});
  return states.includes("agreed") ? deny("GROWTH_PLAN_IN_FORCE", {}) : null;
}

/** A plan has something to work on, and a promotion leads upwards. */
export function whyNotAimAt(
  goal: Goal,
  { held, gaps, unshared }: { held: boolean; gaps: number; unshared: boolean },
): Denial | null {
  if (goal === "promotion" && held) return deny("GROWTH_PLAN_NOT_ABOVE", {});
  return gaps === 0 ? deny("GROWTH_PLAN_NOTHING", { unshared }) : null;
}

/** A plan starts in the week that runs, or soon. Days as `2026-03-29`. */
export function whyNotStartOn(
  startOn: string,
  today: string,
  limits: Pick<Limits, "planStartDays">,
): Denial | null {
  const days = (Date.parse(startOn) - Date.parse(today)) / 86_400_000;
  return days > -7 && days <= limits.planStartDays
    ? null
    : deny("GROWTH_PLAN_START", { days: limits.planStartDays });
}

/** Only a draft is changed, and only as it was read. */
export function whyNotEditPlan(
  { state, revision }: Pick<PlanFacts, "state" | "revision">,
  upon: number,
): Denial | null {
  if (state !== "draft") return deny("GROWTH_PLAN_NOT_DRAFT", { state });
  return revision === upon ? null : deny("GROWTH_PLAN_CHANGED", { revision });
}

/** A plan repeats nothing, holds what its items require and before them, and keeps its hours. */
export function whyNotArranged(
  order: readonly ArrangedItem[],
  {
    done,
    hours,
    titles,
  }: { done: readonly string[]; hours: number; titles: ReadonlyMap<string, string> },
): Denial | null {
  const before = new Set<string>(done);
  const all = new Set(order.map(({ id }) => id));
  for (const { id, title, requires } of order) {
    if (before.has(id)) return deny("GROWTH_PLAN_REPEATS", { title });
    for (const one of requires) {
      if (before.has(one)) continue;
      const facts = { title, required: titles.get(one) ?? one };
      return all.has(one) ? deny("GROWTH_PLAN_ORDER", facts) : deny("GROWTH_PLAN_REQUIRES", facts);
    }
    before.add(id);
  }
  const needed = order.reduce((sum, item) => sum + item.hours, 0);
  return needed > hours ? deny("GROWTH_PLAN_FULL", { hours: needed, has: hours }) : null;
}

/** A draft that holds something is agreed to by the person and their manager, each once. */
export function whyNotAgreePlan(
  facts: PlanFacts,
  side: PlanSide,
  pair: { managerId: string | null },
): Denial | null {
  if (facts.state !== "draft") return deny("GROWTH_PLAN_NOT_DRAFT", { state: facts.state });
  if (facts.items === 0) return deny("GROWTH_PLAN_EMPTY", {});
  if (pair.managerId === null) return deny("GROWTH_PLAN_ALONE", {});
  return hasAgreed(facts, side, pair) ? deny("GROWTH_PLAN_AGREED", {}) : null;
}

/** Whether a side's word stands: to this revision, and a manager's only while they manage. */
export function hasAgreed(
  { agreements, revision }: Pick<PlanFacts, "agreements" | "revision">,
  side: PlanSide,
  { managerId }: { managerId: string | null },
): boolean {
  return agreements.some(
    (one) =>
      one.side === side &&
      one.revision === revision &&
      (side === "self" || one.memberId === managerId),
  );
}

/** What a plan that was agreed on holds is marked as done once. */
export function whyNotMarkDone(
  { state }: Pick<PlanFacts, "state">,
  item: { title: string; done: boolean },
): Denial | null {
  if (state !== "agreed") return deny("GROWTH_PLAN_NOT_AGREED", { state });
  return item.done ? deny("GROWTH_PLAN_ITEM_DONE", { title: item.title }) : null;
}

/** What is marked as done is taken back while its plan is under way. */
export function whyNotUndo(
  { state }: Pick<PlanFacts, "state">,
  item: { title: string; done: boolean },
): Denial | null {
  if (state !== "agreed") return deny("GROWTH_PLAN_NOT_AGREED", { state });
  return item.done ? null : deny("GROWTH_PLAN_ITEM_OPEN", { title: item.title });
}

/** A plan that is under way is made anew, unless a draft waits. */
export function whyNotReplan(
  { state }: Pick<PlanFacts, "state">,
  states: readonly PlanState[],
): Denial | null {
  if (state !== "agreed") return deny("GROWTH_PLAN_NOT_AGREED", { state });
  return states.includes("draft") ? deny("GROWTH_PLAN_DRAFT", {}) : null;
}

/** A plan ends once. */
export function whyNotEndPlan({ state }: Pick<PlanFacts, "state">): Denial | null {
  return state === "draft" || state === "agreed" ? null : deny("GROWTH_PLAN_OVER", { state });
}
