export const ratings = ["definitely_not", "no", "mixed", "yes", "strong_yes"] as const;
export const recommendations = ["definitely_not", "no", "yes", "strong_yes"] as const;

export type Rating = (typeof ratings)[number];
export type Recommendation = (typeof recommendations)[number];
export type Judgement = Rating | "not_assessed";

/** The one word list for ratings and recommendations, on every page. */
export const ratingWords = {
  definitely_not: "Definitely not",
  no: "No",
  mixed: "Mixed",
  yes: "Yes",
  strong_yes: "Strong yes",
  not_assessed: "Not assessed",
} as const satisfies Record<Judgement, string>;

const names = {
  definitely_not: "definitely-not",
  no: "no",
  mixed: "mixed",
  yes: "yes",
  strong_yes: "strong-yes",
  not_assessed: "none",
} as const satisfies Record<Judgement, string>;

/** CSS colour of a judgement; `soft` is the ground it may stand on. */
export function ratingColor(value: Judgement, soft = false): string {
  return `var(--rb-rating-${names[value]}${soft ? "-soft" : ""})`;
}
