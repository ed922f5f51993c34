import { error } from "../error-table.ts";

export const planErrors = {
  GROWTH_PLAN_DRAFT: error({
    kind: "conflict",
    say: () => "There is a draft of a plan already.",
    lift: "Agree to it, or discard it first.",
  }),
  GROWTH_PLAN_IN_FORCE: error({
    kind: "conflict",
    say: () => "A plan that was agreed on is under way.",
    lift: "Replan it where weeks slipped, or end it before a new one is made.",
  }),
  GROWTH_PLAN_NOTHING: error<{ unshared: boolean }>({
    kind: "rule",
    say: () => "Nothing is known to be missing at this level.",
    lift: ({ unshared }) =>
      unshared
        ? "Your baseline is not open to your manager yet, so it does not count: share it, or mark by hand what you want to work on."
        : "Mark by hand what you want to work on, or have a review against this level.",
  }),
  GROWTH_PLAN_NOT_ABOVE: error({
    kind: "rule",
    say: () => "A promotion leads to a level above the one you hold.",
    lift: "Aim at a higher level, or choose another goal.",
  }),
  GROWTH_PLAN_START: error<{ days: number }>({
    kind: "rule",
    say: ({ days }) => `A plan starts this week or within ${days} days.`,
    lift: "Choose another day to start.",
  }),
  GROWTH_PLAN_CHANGED: error<{ revision: number }>({
    kind: "conflict",
    say: () => "The plan was changed since you read it.",
    lift: "Look at it as it is now, then try again.",
  }),
  GROWTH_PLAN_NOT_DRAFT: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This plan is ${state}: what was agreed on does not change.`,
    lift: "Replan it, and agree to the new draft.",
  }),
  GROWTH_PLAN_NOT_AGREED: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) =>
      state === "draft" ? "Both have to agree to this plan first." : `This plan is ${state}.`,
    lift: "Only a plan that both agreed to is worked on.",
  }),
  GROWTH_PLAN_AGREED: error({
    kind: "conflict",
    say: () => "You have agreed to this draft.",
    lift: "It waits for the other's word. Any change takes back what was agreed.",
  }),
  GROWTH_PLAN_ALONE: error({
    kind: "rule",
    law: 4,
    say: () => "Without a manager nobody could agree to this plan.",
    lift: "An admin names the manager under Settings, Members.",
  }),
  GROWTH_PLAN_EMPTY: error({
    kind: "rule",
    say: () => "There is nothing in this plan to agree to.",
    lift: "Put something in from the library, or of your own.",
  }),
  GROWTH_PLAN_OVER: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This plan is ${state} already.`,
    lift: "Make a new one.",
  }),
  GROWTH_PLAN_REPEATS: error<{ title: string }>({
    kind: "rule",
    say: ({ title }) => `“${title}” is in the plan already, or done.`,
    lift: "Choose something else.",
  }),
  GROWTH_PLAN_REQUIRES: error<{ title: string; required: string }>({
    kind: "rule",
    say: ({ title, required }) => `“${title}” requires “${required}”.`,
    lift: ({ title, required }) => `Put “${required}” in first, or take “${title}” out first.`,
  }),
  GROWTH_PLAN_ORDER: error<{ title: string; required: string }>({
    kind: "rule",
    say: ({ title, required }) => `“${title}” cannot begin before “${required}” is done.`,
    lift: "Choose another week.",
  }),
  GROWTH_PLAN_FULL: error<{ hours: number; has: number }>({
    kind: "rule",
    say: ({ hours, has }) => `The plan would take ${hours} hours and has ${has}.`,
    lift: "Take something out first.",
  }),
  GROWTH_PLAN_ITEM_DONE: error<{ title: string }>({
    kind: "conflict",
    say: ({ title }) => `“${title}” is marked as done already.`,
    lift: "Undo that first if it is not.",
  }),
  GROWTH_PLAN_ITEM_OPEN: error<{ title: string }>({
    kind: "conflict",
    say: ({ title }) => `“${title}” is not marked as done.`,
    lift: "Mark it as done first.",
  }),
} as const;
