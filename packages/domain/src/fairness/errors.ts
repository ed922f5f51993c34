import { error } from "../error-table.ts";

/** Refusals of this feature. */
export const fairnessErrors = {
  NOT_ASKED: error({
    kind: "rule",
    say: () => "This is not asked for this application.",
    lift: "What you answered before can still be taken back.",
  }),
  FAIRNESS_DECIDER: error({
    kind: "forbidden",
    law: 1,
    say: () => "Who takes part in hiring does not read these figures.",
    lift: "An auditor without any other role reads them.",
  }),
} as const;
