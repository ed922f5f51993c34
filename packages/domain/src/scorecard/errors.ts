import { error } from "../error-table.ts";

export const scorecardErrors = {
  CRITERIA_INCOMPLETE: error<{ missing: string[] }>({
    kind: "rule",
    law: 2,
    say: ({ missing }) =>
      missing.length === 1
        ? `One criterion is still to rate: ${missing[0]}.`
        : `${missing.length} criteria are still to rate: ${missing.join(", ")}.`,
    lift: "Rate each required criterion, or mark it not assessed with a reason.",
  }),
  EVIDENCE_MISSING: error<{ criterion: string; characters: number }>({
    kind: "rule",
    law: 2,
    say: ({ criterion, characters }) =>
      characters > 1
        ? `An extreme rating of ${criterion} needs at least ${characters} characters of your own.`
        : `The rating of ${criterion} rests on nothing yet.`,
    lift: "Write down what you saw or heard, under the criterion or one of its questions.",
  }),
  RECOMMENDATION_MISSING: error({
    kind: "rule",
    law: 2,
    say: () => "Your recommendation is missing.",
    lift: "Choose one, from definitely not to strong yes.",
  }),
  RECOMMENDATION_TOO_EARLY: error<{ rated: number; required: number }>({
    kind: "rule",
    law: 2,
    say: ({ rated, required }) =>
      `With ${rated} of ${required} required criteria rated there is no recommendation.`,
    lift: "Rate at least half of them, or submit without a recommendation.",
  }),
  SCORECARD_LOCKED: error<{ state: string }>({
    kind: "conflict",
    law: 3,
    say: ({ state }) =>
      state === "submitted"
        ? "This scorecard is submitted and does not change."
        : `This scorecard is ${state} and does not change.`,
    lift: "A submitted scorecard is corrected by a new version with a reason.",
  }),
  SCORECARD_NOT_SUBMITTED: error<{ state: string }>({
    kind: "conflict",
    law: 3,
    say: ({ state }) => `This scorecard is ${state}; only a submitted one is corrected or struck.`,
  }),
  SCORECARD_EXCUSED: error({
    kind: "conflict",
    law: 4,
    say: () => "You were excused from this scorecard.",
    lift: "You can still write it until the stage is decided: take it up again.",
  }),
  SCORECARD_NOT_EXCUSED: error<{ state: string }>({
    kind: "conflict",
    law: 4,
    say: ({ state }) => `This scorecard is ${state}; only one that was excused is taken up again.`,
  }),
  STAGE_DECIDED: error({
    kind: "conflict",
    law: 4,
    say: () => "This stage is decided, so the scorecard is not taken up again.",
  }),
  EXCUSE_OWN: error({
    kind: "rule",
    law: 4,
    say: () => "Nobody excuses themselves.",
    lift: "Ask the job's recruiter or hiring manager.",
  }),
  INTERVIEW_NOT_HELD: error({
    kind: "rule",
    law: 4,
    say: () => "The interview was not held yet, so nobody is excused from it.",
    lift: "Before its start an interviewer is replaced by another.",
  }),
  SEAL_NOT_BROKEN: error({
    kind: "rule",
    law: 1,
    say: () => "These scorecards are open to you already.",
  }),
  NOTHING_SEALED: error({
    kind: "rule",
    law: 1,
    say: () => "Nobody has submitted a scorecard in this stage yet.",
  }),
  INTERVIEW_NOT_BEGUN: error<{ startsAt: string | null }>({
    kind: "rule",
    say: () => "The interview has not begun.",
    lift: "Submit once it has begun; until then your words are kept as a draft.",
  }),
  DRAFT_OUTDATED: error<{ revision: number }>({
    kind: "conflict",
    say: () => "This scorecard was changed in another window since.",
    lift: "Load it again; what you typed here is kept beside it.",
  }),
  SEALED_QUORUM: error<{ counted: number; needed: number }>({
    kind: "rule",
    law: 1,
    say: ({ counted, needed }) =>
      `Sealed: ${counted} of ${needed} scorecards of this stage are in.`,
    lift: "It opens when the quorum is in.",
  }),
  SEALED_OTHERS: error({
    kind: "forbidden",
    law: 1,
    say: () =>
      "Sealed: scorecards are read by the hiring manager, the recruiter and those who rated in the stage.",
  }),
} as const;
