/** What is varied, and what its own data can honestly tell of it. */
export const SUBJECTS = ["application", "candidate"] as const;
export type Subject = (typeof SUBJECTS)[number];

export const METRICS = ["withdrew", "applied_again"] as const;
export type Metric = (typeof METRICS)[number];

/** What each metric counts, as a person reads it. */
export const METRIC_WORDS: Record<Metric, { title: string; definition: string }> = {
  withdrew: {
    title: "Withdrew",
    definition:
      "Of those exposed, the share whose application was withdrawn between their exposure and the end of the experiment.",
  },
  applied_again: {
    title: "Applied again",
    definition:
      "Of those exposed, the share who made another application between their exposure and the end of the experiment.",
  },
};

/** The rules that an experiment may vary: whom each is asked about, and what can be measured then. */
export const VARIABLE: Readonly<Record<string, { subject: Subject; metrics: readonly Metric[] }>> =
  {
    "application.rejectionDelay": { subject: "application", metrics: ["applied_again"] },
    "application.messageLimit": { subject: "candidate", metrics: ["withdrew", "applied_again"] },
    "candidate.questionLimit": { subject: "candidate", metrics: ["withdrew", "applied_again"] },
  };
