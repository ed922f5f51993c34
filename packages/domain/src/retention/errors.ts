import { error } from "../error-table.ts";

/** Refusals of this feature. */
export const retentionErrors = {
  CANDIDATE_ERASED: error({
    kind: "conflict",
    law: 10,
    say: () => "This person has been erased already.",
  }),
  ERASURE_RUNNING: error({
    kind: "conflict",
    law: 10,
    say: () => "This person is being erased already.",
    lift: "It takes a minute; look again then.",
  }),
} as const;
