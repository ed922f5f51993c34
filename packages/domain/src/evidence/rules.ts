import type { Limits } from "../limits.ts";
import { deny, type Denial } from "../errors.ts";

type Parts = {
  kind: "link" | "file" | "metric";
  url: string | null;
  uploadId: string | null;
  figureId: string | null;
  day: string;
};

const ASKED = {
  link: ["url", "A link is missing."],
  file: ["uploadId", "A file is missing."],
  metric: ["figureId", "A figure is missing."],
} as const;

/** Evidence comes with exactly what its kind asks for, of a day that has come, for known competencies. */
export function whyNotAddEvidence(
  parts: Parts,
  of: { today: string; unknown: readonly string[] },
): Denial | null {
  const part = (fields: Record<string, string>) => deny("EVIDENCE_PART", { fields });
  const [asked, sentence] = ASKED[parts.kind];
  if (parts[asked] === null) return part({ [asked]: sentence });
  for (const other of ["url", "uploadId", "figureId"] as const) {
    if (other !== asked && parts[other] !== null) {
      return part({ [other]: `This does not belong to a ${parts.kind}.` });
    }
  }
  if (parts.day > of.today) return part({ day: "Evidence is of a day that has come." });
  const [first] = of.unknown;
  return first === undefined
    ? null
    : part({ competencies: `The framework has no competency "${first}".` });
}

/** The files of a member's evidence hold only so much, so that all of it can be taken along at once. */
export function whyNotHoldFile(
  of: { held: number; size: number },
  limits: Pick<Limits, "evidenceBytes">,
): Denial | null {
  return of.held + of.size > limits.evidenceBytes
    ? deny("EVIDENCE_FULL", { megabytes: Math.floor(limits.evidenceBytes / 1_048_576) })
    : null;
}

/** Evidence is removed once. */
export function whyNotRemoveEvidence(of: { removed: boolean }): Denial | null {
  return of.removed ? deny("EVIDENCE_REMOVED", {}) : null;
}
