"use client";

import { MarkGroup, type MarkGroupProps } from "./mark-group.tsx";
import { type Recommendation, recommendations } from "./ratings.ts";

/** Chooses the overall recommendation; keep it disabled with a `note` until criteria are rated. */
export function RecommendationInput(props: MarkGroupProps<Recommendation>) {
  return <MarkGroup {...props} options={recommendations} square />;
}
