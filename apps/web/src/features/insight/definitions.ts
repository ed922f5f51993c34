/** What each number means, how it is made, and whose method it is. */
export const DEFINITIONS = {
  correlation: {
    name: "Correlation",
    meaning:
      "Spearman's rank correlation: 1 where who was rated higher in the interviews was rated higher in the review too, 0 where one tells nothing of the other, −1 where it is the other way round. Ties share the mean of their ranks (Hollander and Wolfe, 1973). Shown to one decimal and never beyond 0.9.",
  },
  correlationInterval: {
    name: "95 % interval of a correlation",
    meaning:
      "By Fisher's z with the variance of Bonett and Wright (2000). An interval that holds 0 does not tell whether interviews predict anything.",
  },
  people: {
    name: "People",
    meaning:
      "Each person counts once: the mean rating of their interviews beside the first review after they were hired that their manager submitted without having read theirs. Interviewers who had read another's scorecard before writing their own are left out, and so are shadows.",
  },
  severity: {
    name: "Severity",
    meaning:
      "How many of the five steps somebody's ratings lie above (+) or below (−) those of the others in the same loops, on the same competencies; each candidate counts once. 95 % interval by Student's t (1908). An interval that holds 0 does not tell them from the others.",
  },
  agreement: {
    name: "Agreement",
    meaning:
      "Cohen's weighted kappa (1968) with each other rater of the same loops: 1 in full agreement, 0 as by chance; a disagreement weighs as many points as it is steps wide. 95 % interval by the standard error of Fleiss, Cohen and Everitt (1969), as wide as if all pairs of one candidate were one, for they hang together.",
  },
  hours: {
    name: "Time to submit",
    meaning:
      "The middle one (median) of the times from the end of the interview to the first submission. Interval by the order of the values, with at least 95 % (Conover, 1971).",
  },
  extremes: {
    name: "Extremes",
    meaning:
      "Share of ratings that are definitely not or strong yes. 95 % interval of Wilson (1927), as in Newcombe (1998).",
  },
  evidence: {
    name: "Evidence",
    meaning:
      "Characters of their own words under a rating, the middle one (median). Interval by the order of the values, with at least 95 % (Conover, 1971).",
  },
} as const satisfies Record<string, { name: string; meaning: string }>;

export type Defined = keyof typeof DEFINITIONS;
