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
  ERASURE_WAITING: error({
    kind: "conflict",
    law: 10,
    say: () =>
      "This was asked for already. What the law still demands is locked away, and nobody reads it.",
    lift: "It is erased as soon as the law allows it.",
  }),
  NOTHING_DUE: error({ kind: "conflict", law: 10, say: () => "Nothing is due here now." }),
  RESTRICTED: error({
    kind: "rule",
    law: 10,
    say: () => "Locked away: it must be kept for now, and nobody reads it until it is erased.",
  }),
  HOLD_STANDS: error({
    kind: "conflict",
    law: 10,
    say: () => "A legal hold stands here already.",
    lift: "Lift it first, to set one for another reason.",
  }),
  HOLD_LIFTED: error({
    kind: "conflict",
    law: 10,
    say: () => "This legal hold was lifted already.",
  }),
  POOL_JOINED: error({
    kind: "conflict",
    law: 10,
    say: () => "You are in the talent pool already.",
  }),
  POOL_LEFT: error({
    kind: "conflict",
    law: 10,
    say: () => "You are not in the talent pool.",
  }),
  POOL_TEXT_CHANGED: error({
    kind: "conflict",
    law: 10,
    say: () => "The words that you agree to have changed meanwhile.",
    lift: "Load the page again and read them once more.",
  }),
  NOTICE_SENT: error({
    kind: "conflict",
    law: 10,
    say: () => "This person was sent the privacy notice already.",
  }),
  NOTICE_NOT_OWED: error({
    kind: "rule",
    law: 10,
    say: () => "They applied themselves and saw the privacy notice there.",
  }),
} as const;
