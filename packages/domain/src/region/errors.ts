import { error } from "../error-table.ts";

const PACK_WORDS = {
  draft: "still waits for its approval",
  approved: "is approved and never changes",
  discarded: "is discarded",
} as const;

export const regionErrors = {
  REGION_SIZES: error<{ fields: Record<string, string> }>({
    kind: "input",
    say: ({ fields }) => Object.values(fields)[0] ?? "These numbers do not fit together.",
  }),
  REGION_PACK_STATE: error<{ state: keyof typeof PACK_WORDS }>({
    kind: "conflict",
    say: ({ state }) => `This version of the rules ${PACK_WORDS[state]}.`,
    lift: "Look at the versions as they are now.",
  }),
  REGION_PACK_WAITS: error<{ number: number }>({
    kind: "conflict",
    say: ({ number }) => `Version ${number} of the rules already waits for its approval.`,
    lift: "Approve or discard it first.",
  }),
  REGION_PACK_AUTHOR: error({
    kind: "rule",
    say: () => "You imported this version, so someone else approves it.",
    lift: "Ask another admin.",
  }),
  REGION_PACK_PAST: error<{ day: string }>({
    kind: "rule",
    say: ({ day }) => `The day from which it would hold, ${day}, is past.`,
    lift: "What was judged stays judged: import it again with a day from today on.",
  }),
} as const;
