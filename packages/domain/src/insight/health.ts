import { ASKED_OFTEN, LEAST, SMALL_EFFECT } from "./least.ts";
import { type Separation, separationOf, type Steps, totalOf } from "./separation.ts";

/** What is counted of a question. */
export type QuestionFacts = {
  asked: number;
  askedThisYear: number;
  lastAsked: string | null;
  interviewers: number;
  /** Ratings given under it: of those whom the others recommended, did not, and of all. */
  recommended: Steps;
  against: Steps;
  ratings: Steps;
};

export type Health = {
  ratings: { n: number; steps: Steps | null };
  separation: Separation | null;
  suggestion: "rotate" | "retire" | null;
};

/**
 * What the counts of a question say, and what to do about it. Retire: even the upper end of the
 * interval is a small effect, so that it tells hardly anybody apart. Rotate: it was asked so often in
 * a year that candidates may have heard of it. Neither is done by machine.
 */
export function healthOf(
  facts: Pick<QuestionFacts, "askedThisYear" | "recommended" | "against" | "ratings">,
  question: { withdrawn: boolean; resting: boolean },
): Health {
  const n = totalOf(facts.ratings);
  const separation = separationOf(facts.recommended, facts.against);
  return {
    ratings: { n, steps: n < LEAST.ratings ? null : facts.ratings },
    separation,
    suggestion: question.withdrawn ? null : suggest(facts.askedThisYear, separation, question),
  };
}

function suggest(
  askedThisYear: number,
  separation: Separation | null,
  { resting }: { resting: boolean },
): Health["suggestion"] {
  if (separation !== null && separation.high < SMALL_EFFECT) return "retire";
  return askedThisYear >= ASKED_OFTEN && !resting ? "rotate" : null;
}
