import { error } from "../error-table.ts";

export const frameworkErrors = {
  FILE_REFUSED: error<{ line: number; field: string; message: string }>({
    kind: "rule",
    say: ({ line, field, message }) => `Line ${line}, ${field}: ${message}`,
    lift: "Nothing was imported. Correct this place and import the file again.",
  }),
  FRAMEWORK_PUBLISHED: error<{ number: number }>({
    kind: "conflict",
    law: 6,
    say: ({ number }) => `Version ${number} is published and never changes.`,
    lift: "Start a draft from it and publish that as the next version.",
  }),
  FRAMEWORK_DRAFT_EXISTS: error<{ number: number }>({
    kind: "conflict",
    say: ({ number }) => `Version ${number} is already a draft.`,
    lift: "Publish or discard it first.",
  }),
  FRAMEWORK_NEVER_PUBLISHED: error({
    kind: "rule",
    say: () => "This framework has no published version yet.",
    lift: "Publish its draft.",
  }),
  FRAMEWORKS_DIFFER: error({
    kind: "input",
    say: () => "These two versions belong to different frameworks.",
    lift: "Choose two versions of one framework.",
  }),
} as const;
