/** What a plan is made for. */
export const GOALS = ["new_role", "promotion", "learning_path"] as const;
export type Goal = (typeof GOALS)[number];

/** How an item is worked on, in the order in which one comes to them. */
export const ITEM_KINDS = ["reading", "practice", "pairing", "project"] as const;
type ItemKind = (typeof ITEM_KINDS)[number];

/** An item of the library, as far as a plan asks. `hours` are whole; no technology or goal means any. */
export type PlanItem = {
  id: string;
  kind: ItemKind;
  competency: string;
  level: string;
  hours: number;
  technologies: readonly string[];
  requires: readonly string[];
  preparation: boolean;
  goals: readonly Goal[];
};

/** A gap to work on: from the lowest level that is not met, `size` as its weight times its share. */
export type PlanGap = { competency: string; size: number; from: string };

export type PlanRequest = {
  /** 4 to 26. */
  weeks: number;
  /** Whole hours, 1 to 20. */
  hoursAWeek: number;
  goal: Goal;
  /** The levels on the way, in the order of promotion; the last is the one that the plan aims at. */
  path: readonly string[];
  technologies: readonly string[];
  /** None twice. */
  gaps: readonly PlanGap[];
  /** Items that were done before. */
  done: readonly string[];
  /** Items that somebody put in: they come first, and in this order. */
  kept: readonly string[];
  /** Items that somebody took out: they do not come back. */
  without: readonly string[];
};

/** Hours of an item in one week. */
export type Portion = { week: number; hours: number };

/** Why an item is in a plan. `left` is what was missing in its competency when it was chosen. */
export type WhyChosen =
  | { because: "gap"; left: number; nth: number }
  | { because: "required"; by: string }
  | { because: "kept" };

export type Planned = {
  id: string;
  portions: readonly Portion[];
  why: WhyChosen;
  /** What of this plan it had to wait for. */
  after: readonly string[];
};

/** Why an item that leads towards a gap is not in the plan. */
export const LEFT_OUT = [
  "taken_out",
  "other_goal",
  "other_technology",
  "outside_levels",
  "prerequisite_left_out",
  "no_time",
] as const;
export type LeftOut = { id: string; because: (typeof LEFT_OUT)[number] };

export type Plan = { items: readonly Planned[]; left: readonly LeftOut[] };
