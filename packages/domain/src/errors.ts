import { accessErrors } from "./access-errors.ts";
import { applicationErrors } from "./application/errors.ts";
import { approvalErrors } from "./approval/errors.ts";
import { bandErrors } from "./band/errors.ts";
import { baselineErrors } from "./baseline/errors.ts";
import { candidateErrors } from "./candidate/errors.ts";
import { checkInErrors } from "./check-in/errors.ts";
import { deadlineErrors } from "./deadline/errors.ts";
import { debriefErrors } from "./debrief/errors.ts";
import type { ErrorKind, ErrorRow } from "./error-table.ts";
import { evidenceErrors } from "./evidence/errors.ts";
import { experimentErrors } from "./experiment/errors.ts";
import { fairnessErrors } from "./fairness/errors.ts";
import { feedbackErrors } from "./feedback/errors.ts";
import { frameworkErrors } from "./framework/errors.ts";
import { identityErrors } from "./identity/errors.ts";
import { interviewErrors } from "./interview/errors.ts";
import { jobErrors } from "./job/errors.ts";
import { metricErrors } from "./metric/errors.ts";
import { libraryErrors } from "./library/errors.ts";
import { offerErrors } from "./offer/errors.ts";
import { organizationErrors } from "./organization/errors.ts";
import { planErrors } from "./plan/errors.ts";
import { policyErrors } from "./policy/errors.ts";
import { regionErrors } from "./region/errors.ts";
import { questionErrors } from "./question/errors.ts";
import { reviewErrors } from "./review/errors.ts";
import { retentionErrors } from "./retention/errors.ts";
import { roundErrors } from "./round/errors.ts";
import { scorecardErrors } from "./scorecard/errors.ts";
import { requisitionErrors } from "./requisition/errors.ts";
import { tokenErrors } from "./token/errors.ts";
import type { Explanation } from "./policy/explanation.ts";
import { webhookErrors } from "./webhook/errors.ts";

export { UNIVERSAL, type UniversalCode } from "./access-errors.ts";
export type { ErrorKind } from "./error-table.ts";

/** Every refusal there is: code → kind, law, sentence for people, and what would lift it. */
export const ERRORS = {
  ...accessErrors,
  ...identityErrors,
  ...organizationErrors,
  ...frameworkErrors,
  ...questionErrors,
  ...jobErrors,
  ...candidateErrors,
  ...applicationErrors,
  ...interviewErrors,
  ...scorecardErrors,
  ...debriefErrors,
  ...approvalErrors,
  ...bandErrors,
  ...offerErrors,
  ...requisitionErrors,
  ...retentionErrors,
  ...libraryErrors,
  ...planErrors,
  ...reviewErrors,
  ...baselineErrors,
  ...roundErrors,
  ...tokenErrors,
  ...webhookErrors,
  ...policyErrors,
  ...fairnessErrors,
  ...experimentErrors,
  ...regionErrors,
  ...deadlineErrors,
  ...checkInErrors,
  ...evidenceErrors,
  ...metricErrors,
  ...feedbackErrors,
};

export type ErrorCode = keyof typeof ERRORS;
export type FactsOf<C extends ErrorCode> = Parameters<(typeof ERRORS)[C]["say"]>[0];

/**
 * A refusal by a rule: its code and the facts its sentence speaks of; of a rule that was judged by
 * policy also which version said so, and why.
 */
export type Denial<C extends ErrorCode = ErrorCode> = {
  [K in C]: { code: K; facts: FactsOf<K>; explanation?: Explanation };
}[C];

/** Says no, with the facts that the sentence needs. */
export function deny<C extends ErrorCode>(code: C, facts: FactsOf<C>): Denial {
  return paired(code, facts);
}

/** Code and facts are of one row by the signature of `deny`; a union of pairs cannot say so. */
function paired(code: ErrorCode, facts: unknown): Denial {
  return { code, facts } as Denial;
}

/** Thrown to refuse a command or query; rolls its transaction back. */
export class Refused extends Error {
  readonly denial: Denial;
  constructor(denial: Denial) {
    super(denial.code);
    this.name = "Refused";
    this.denial = denial;
  }
}

/** Throws unless the rule had nothing against it. */
export function refuseIf(denial: Denial | null): void {
  if (denial !== null) throw new Refused(denial);
}

/** Throws this refusal. */
export function refuse<C extends ErrorCode>(code: C, facts: FactsOf<C>): never {
  throw new Refused(deny(code, facts));
}

/** A refusal as a person reads it. */
export type Sentence = {
  sentence: string;
  lift: string | null;
  law: number | null;
  explanation: Explanation | null;
};

/** The sentence of a refusal, what would lift it, and its law. */
export function explain(denial: Denial): Sentence {
  const row = rowOf(denial.code);
  return {
    sentence: row.say(denial.facts),
    lift: (typeof row.lift === "function" ? row.lift(denial.facts) : row.lift) ?? null,
    law: row.law ?? null,
    explanation: denial.explanation ?? null,
  };
}

/** What kind of refusal a code is. */
export function kindOf(code: ErrorCode): ErrorKind {
  return rowOf(code).kind;
}

/** The row of a code. A denial's facts are those of its own row, so it may be asked with them. */
export function rowOf(code: ErrorCode): ErrorRow<unknown> {
  return ERRORS[code] as ErrorRow<unknown>;
}
