import { error } from "../error-table.ts";

export const roundErrors = {
  ROUND_OPEN: error<{ quarter: string }>({
    kind: "conflict",
    say: ({ quarter }) => `The round of ${quarter} was opened here already.`,
    lift: "The next one can be opened when the next quarter begins.",
  }),
  RATERS_OFF: error({
    kind: "rule",
    say: () => "Figures on raters are switched off here.",
    lift: "An admin switches them on for a place of work, by a policy on managers as raters under Settings, Policies. Where there is a works council, it has a say in it first.",
  }),
  RATERS_TOO_FEW: error<{ managers: number; people: number }>({
    kind: "rule",
    say: ({ managers, people }) =>
      `Too few to say: at least ${managers} managers with ${people} people each are needed.`,
    lift: "Figures are made when a quarter is over, and move once at least five more people were reviewed by both sides.",
  }),
} as const;
