import { error } from "../error-table.ts";

export const evidenceErrors = {
  EVIDENCE_PART: error<{ fields: Record<string, string> }>({
    kind: "rule",
    say: ({ fields }) => Object.values(fields)[0] ?? "Something is missing of this evidence.",
    lift: "Give exactly what its kind asks for.",
  }),
  EVIDENCE_FULL: error<{ megabytes: number }>({
    kind: "rule",
    say: ({ megabytes }) => `The files of a person's evidence hold at most ${megabytes} MB.`,
    lift: "Link to it instead, or remove a file that is not needed any more.",
  }),
  EVIDENCE_REMOVED: error({
    kind: "conflict",
    say: () => "This evidence is removed already.",
  }),
} as const;
