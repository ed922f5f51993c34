import type { QuestionHealthLine } from "@rubric/domain/insight/schemas";

/** What each number of the page means, how it is made, and whose method it is. */
export const HEALTH_WORDS = {
  asked:
    "Interviews in which somebody noted an answer under it. Only applications that are over for everybody count, so that nothing sealed shows.",
  ratings:
    "Ratings of the question's competency in the scorecards in which it was asked, from definitely not to strong yes; of who had read another's scorecard before, none.",
  separation:
    "Cliff's delta (1993): how much more often a rating under the question is higher among candidates whom most of the other interviewers recommended than among those whom they did not. 1: always; 0: as often lower as higher. The others' judgement stands in so that no rating is compared with its own author's conclusion. 95 % interval of Feng and Cliff (2004); at least eight on each side.",
  suggestion:
    "A question can be let rest at any time; whether that is suggested is said above the button. Rotate: asked 40 times or more within a year, so that candidates may have heard of it. Retire: even the upper end of the interval is below 0.33, a small effect (Romano and others, 2006). Nothing happens by itself.",
} as const;

export const SHOWS = [
  { value: "all", label: "All questions" },
  { value: "rotate", label: "Suggested: rotate" },
  { value: "retire", label: "Suggested: retire" },
  { value: "resting", label: "Resting" },
  { value: "never", label: "Never asked" },
] as const;

export const ORDERS = [
  { value: "asked", label: "Most asked first" },
  { value: "separation", label: "Telling least apart first" },
  { value: "last", label: "Longest not asked first" },
] as const;

/** Why something is suggested, with the numbers. */
export function suggestionWords({
  suggestion,
  askedThisYear,
}: Pick<QuestionHealthLine, "suggestion" | "askedThisYear">): string | null {
  if (suggestion === "rotate") return `Rotate: asked ${askedThisYear} times within a year`;
  return suggestion === "retire" ? "Retire: tells hardly anybody apart" : null;
}
