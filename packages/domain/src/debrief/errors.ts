import { error } from "../error-table.ts";

/** Refusals of debriefs and decisions. */
export const debriefErrors = {
  STAGE_PASSED: error<{ stage: string; now: string }>({
    kind: "conflict",
    say: ({ stage, now }) => `The application is no longer in ${stage}: it is in ${now}.`,
    lift: "Load the page again.",
  }),
  DEBRIEF_NOT_READY: error<{ counted: number; needed: number }>({
    kind: "rule",
    law: 4,
    say: ({ counted, needed }) =>
      `The debrief is not ready: ${counted} of ${needed} scorecards that count are in.`,
    lift: "It is ready once the quorum is in.",
  }),
  DEBRIEF_STARTED: error<{ state: "open" | "closed" | "not_held" }>({
    kind: "conflict",
    say: ({ state }) =>
      ({
        open: "The debrief of this stage is open already.",
        closed: "The debrief of this stage was held and is closed.",
        not_held: "It was settled that this stage has no debrief.",
      })[state],
    lift: "A closed debrief is opened again by the hiring manager, with a reason.",
  }),
  DEBRIEF_NOT_OPEN: error<{ state: "none" | "closed" | "not_held" }>({
    kind: "conflict",
    law: 5,
    say: ({ state }) =>
      state === "closed"
        ? "The debrief is closed, and its second ratings and notes are frozen."
        : "The debrief of this stage is not open.",
    lift: "Open the debrief first; a closed one is opened again with a reason.",
  }),
  DEBRIEF_NOT_CLOSED: error<{ state: "none" | "open" | "not_held" }>({
    kind: "conflict",
    say: ({ state }) =>
      state === "open" ? "The debrief is still open." : "No debrief was held here to open again.",
  }),
  DEBRIEF_REQUIRED: error<{ stage: string }>({
    kind: "rule",
    say: ({ stage }) => `The plan asks for a debrief after ${stage}.`,
    lift: "Open it; it may be short.",
  }),
  DEBRIEF_MISSING: error<{ state: "none" | "open" }>({
    kind: "rule",
    law: 5,
    say: ({ state }) =>
      state === "open"
        ? "The debrief is still open."
        : "This stage is decided after its debrief, and there was none yet.",
    lift: "Hold the debrief and close it; then decide.",
  }),
  NOTES_OUTDATED: error({
    kind: "conflict",
    say: () => "Someone else changed these notes since you loaded them.",
    lift: "Load them again; what you typed here is kept beside them.",
  }),
  SECOND_RATING_UNFOUNDED: error({
    kind: "rule",
    law: 5,
    say: () => "A second rating stands beside a first one, and this scorecard gave none here.",
    lift: "Choose a criterion of your own submitted scorecard.",
  }),
  QUORUM_NOT_MET: error<{ counted: number; needed: number }>({
    kind: "rule",
    law: 4,
    say: ({ counted, needed }) =>
      `No decision before the quorum: ${counted} of ${needed} scorecards that count are in.`,
    lift: "Wait for the scorecards, excuse who cannot write one, or lower the quorum with a reason.",
  }),
  QUORUM_NOT_LOWER: error<{ needed: number }>({
    kind: "rule",
    law: 4,
    say: ({ needed }) =>
      needed <= 1
        ? "The quorum cannot be lowered: at least one scorecard must count."
        : `The quorum is ${needed} here; it can only be lowered, and to no less than 1.`,
  }),
  TWO_PEOPLE: error<{ people: number; needed: number }>({
    kind: "rule",
    law: 4,
    say: ({ people, needed }) =>
      `A decision to offer needs the scorecards of ${needed} people; ${people} ${people === 1 ? "counts" : "count"} so far.`,
    lift: "Add an interview with someone else.",
  }),
  GROUNDS_MISSING: error({
    kind: "rule",
    law: 5,
    say: () => "A decision names the criteria it rests on.",
    lift: "Choose at least one criterion.",
  }),
  GROUND_UNKNOWN: error({
    kind: "rule",
    law: 6,
    say: () => "One of these criteria is not in the plan that this application is judged by.",
    lift: "Load the page again and choose from the criteria shown.",
  }),
  REQUIREMENT_MISSING: error({
    kind: "rule",
    law: 5,
    say: () => "A decision without interviews names the requirement of the post it rests on.",
    lift: "Write down which requirement is met, or is not.",
  }),
  LEVEL_UNKNOWN: error({
    kind: "rule",
    law: 5,
    say: () => "This level is not one of the framework that this application is judged by.",
  }),
  LEVEL_REASON_MISSING: error<{ level: string }>({
    kind: "rule",
    law: 6,
    say: ({ level }) => `The job is at level ${level}; another hiring level needs a reason.`,
    lift: "Say why; it is kept as a deviation.",
  }),
  RECRUITER_DOES_NOT_DECIDE: error<{ manager: string }>({
    kind: "forbidden",
    law: 15,
    say: ({ manager }) =>
      manager === ""
        ? "In this job the hiring manager decides."
        : `In this job the hiring manager decides: ${manager}.`,
    lift: "Ask them, or let the job's settings allow its recruiter to decide.",
  }),
  DECISION_TAKEN: error<{ kind: string }>({
    kind: "conflict",
    law: 5,
    say: ({ kind }) =>
      kind === "offer" ? "It is decided already to offer." : "This stage is decided already.",
    lift: "A decision is never edited; the hiring manager can reverse it with a new one.",
  }),
  NO_NEXT_STAGE: error<{ stage: string }>({
    kind: "rule",
    say: ({ stage }) => `${stage} is the last stage of the plan.`,
    lift: "Decide to offer, or to reject.",
  }),
  OFFER_TOO_EARLY: error<{ next: string }>({
    kind: "rule",
    law: 6,
    say: ({ next }) => `${next} comes before an offer.`,
    lift: "Advance to it, or skip it with a reason.",
  }),
  DECISION_SUPERSEDED: error({
    kind: "conflict",
    law: 5,
    say: () => "This decision was superseded by another one.",
    lift: "Load the page again.",
  }),
  NOT_LATEST_DECISION: error<{ stage: string }>({
    kind: "conflict",
    law: 5,
    say: ({ stage }) => `${stage} was decided after this.`,
    lift: "Reverse the latest decision.",
  }),
} as const;
