"use client";

import { MarkGroup, type MarkGroupProps } from "./mark-group.tsx";
import { type Judgement, type Rating, ratings } from "./ratings.ts";

const withNone = [...ratings, "not_assessed"] as const;

/** Chooses one of the five ratings; keys 1–5 and arrows. */
export function RatingInput(props: MarkGroupProps<Rating>) {
  return <MarkGroup {...props} options={ratings} />;
}

/** The same with "not assessed" as a sixth choice (key 0); its reason is asked for by the form. */
export function JudgementInput(props: MarkGroupProps<Judgement>) {
  return <MarkGroup {...props} options={withNone} />;
}
