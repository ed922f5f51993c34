import { error } from "../error-table.ts";

export const deadlineErrors = {
  DEADLINE_STATE: error<{ state: "open" | "done" | "late" | "void" }>({
    kind: "conflict",
    law: 11,
    say: ({ state }) =>
      state === "void" ? "This deadline has fallen away." : "This deadline was met already.",
  }),
  DEADLINE_OF_COMMAND: error({
    kind: "rule",
    law: 11,
    say: () => "This deadline is met by what it asks for, not by a tick.",
    lift: "Open it, and do what it asks for.",
  }),
  DEADLINE_OF_AUTHOR: error({
    kind: "rule",
    law: 11,
    say: () => "A scorecard is its author's: nobody else can write it.",
    lift: "Excuse them with a reason, if they cannot.",
  }),
  DEADLINE_THEIRS: error({
    kind: "rule",
    law: 11,
    say: () => "They have this deadline already.",
  }),
  DEADLINE_UNFIT: error({
    kind: "rule",
    law: 11,
    say: () => "This person cannot keep this deadline.",
    lift: "Choose somebody who leads or schedules for the job, whom nothing ties to the candidate, or an admin.",
  }),
  DEADLINE_THERE: error({
    kind: "conflict",
    law: 11,
    say: () => "This deadline was written down already.",
  }),
  DEADLINE_NEEDS: error<{ fields: Record<string, string> }>({
    kind: "rule",
    law: 11,
    say: ({ fields }) => Object.values(fields)[0] ?? "Something is missing.",
  }),
  ABSENCE_UNFIT: error<{ why: "self" | "past" | "inactive" }>({
    kind: "rule",
    law: 11,
    say: ({ why }) =>
      why === "self"
        ? "You cannot stand in for yourself."
        : why === "past"
          ? "The end lies after the beginning, and not in the past."
          : "Whoever stands in for you must be an active member.",
  }),
} as const;
