import { BASELINE_ROWS } from "./states-baseline.ts";
import { LADDER_ROWS } from "./states-ladder.ts";
import { REVIEW_ROWS } from "./states-review.ts";
import { PROGRESS_ROWS } from "./states-progress.ts";
import { ORGANIZATION_ROWS } from "./states-organization.ts";
import { FRAMEWORK_ROWS } from "./states-framework.ts";
import { PLAN_ROWS } from "./states-plan.ts";
import { JOB_ROWS } from "./states-job.ts";
import { FEEDBACK_IMPARTIAL, FEEDBACK_ROWS } from "./states-feedback.ts";
import { CANDIDATE_ROWS } from "./states-candidate.ts";
import { INTERVIEW_ROWS } from "./states-interview.ts";
import { SCORECARD_ROWS } from "./states-scorecard.ts";
import { APPLICATION_ROWS } from "./states-application.ts";
import { OFFER_ROWS } from "./states-offer.ts";
import { RETENTION_ROWS } from "./states-retention.ts";
import { POLICY_ROWS } from "./states-policy.ts";
import { REGION_ROWS } from "./states-region.ts";
import { DEADLINE_ROWS } from "./states-deadline.ts";
import { REQUISITION_ROWS } from "./states-requisition.ts";
import { FAIRNESS_ROWS } from "./states-fairness.ts";
import { INSIGHT_ROWS } from "./states-insight.ts";
import { PAY_IMPARTIAL, PAY_ROWS } from "./states-pay.ts";

/**
 * The table "Permissions" and the column "who" of the tables of states in the product's design,
 * written down once more and apart from the code, with the procedures that each row speaks of.
 */

/** Columns of the table: K, the job's coordinator, "only schedules" and has no column of its own. */
const COLUMNS = ["A", "R", "Ro", "M", "I", "E", "U", "C", "K"] as const;
export type Column = (typeof COLUMNS)[number];
export type Cell = "yes" | "own" | "no";

/** What "own" means in a row: by assignment, authorship, being named or spoken of, by the job, or by growth. */
export type Own =
  | "assigned"
  | "author"
  | "approver"
  | "about"
  | "on the job"
  | "self"
  | "line manager";

export type Row = {
  row: string;
  /** One word a column: A, R on job, R other, M, I, engineer and manager, auditor, C, coordinator. */
  cells: string;
  own?: Own;
  /** Goes with the role on every job that one may know of, not with the job's team. */
  ofRole?: true;
  calls: readonly string[];
};

export const ROWS: readonly Row[] = [
  ...ORGANIZATION_ROWS,
  ...LADDER_ROWS,
  ...PLAN_ROWS,
  ...REVIEW_ROWS,
  ...BASELINE_ROWS,
  ...PROGRESS_ROWS,
  ...FRAMEWORK_ROWS,
  ...JOB_ROWS,
  ...CANDIDATE_ROWS,
  ...FEEDBACK_ROWS,
  ...INTERVIEW_ROWS,
  ...SCORECARD_ROWS,
  ...APPLICATION_ROWS,
  ...OFFER_ROWS,
  ...RETENTION_ROWS,
  ...POLICY_ROWS,
  ...REGION_ROWS,
  ...DEADLINE_ROWS,
  ...REQUISITION_ROWS,
  ...FAIRNESS_ROWS,
  ...INSIGHT_ROWS,
  ...PAY_ROWS,
];

/** Public pages of an organization: anyone, without being known. */
export const PUBLIC: readonly string[] = [
  "candidate.listPosts",
  "candidate.showPost",
  "candidate.applyToJob",
  "candidate.requestLink",
  "preparation.list",
  "preparation.show",
  "preparation.plan",
];

/** Of the instance, before an organization is known: anyone. */
export const BEFORE_SIGN_IN: readonly string[] = [
  "identity.signIn",
  "identity.requestReset",
  "identity.resetPassword",
  "identity.showInvitation",
  "identity.acceptInvitation",
  "organization.create",
  "organization.showSignUp",
  // By the link that who left was sent.
  "record.fetch",
];

/** Of the instance: whoever is signed in, about their own account. */
export const OWN_ACCOUNT: readonly string[] = [
  "identity.signOut",
  "identity.me",
  "identity.changePassword",
  "identity.listSessions",
  "identity.endSession",
  "identity.endOtherSessions",
];

/** Law 7: who referred the candidate or declared a relation rates, decides, approves, excuses nothing. */
export const IMPARTIAL: readonly string[] = [
  "scorecard.saveDraft",
  "scorecard.resume",
  "scorecard.submit",
  "scorecard.correct",
  "scorecard.excuse",
  "scorecard.breakGlass",
  "debrief.rate",
  "debrief.decide",
  "debrief.reverse",
  "debrief.lowerQuorum",
  "application.move",
  "application.reject",
  "application.takeBackMail",
  "offer.approve",
  "offer.withdraw",
  "offer.confirm",
  "offer.fellThrough",
  ...PAY_IMPARTIAL,
  ...FEEDBACK_IMPARTIAL,
];

/** What such a person may still read, as anyone of their duties. */
export const READ_IN_CONFLICT: readonly string[] = [
  "application.show",
  "interview.showKit",
  "scorecard.list",
  "offer.show",
];

/** What a candidate alone may do, on the page that their link opens. */
export const OWN_PAGE: readonly string[] = ROWS.filter((row) => /^(no ){7}own no$/.test(row.cells))
  .flatMap((row) => row.calls)
  .filter((path) => !["candidate.readFile"].includes(path));

/** The cell of a row in a column. */
export function cellOf(row: Row, column: Column): Cell {
  const cell = row.cells.split(" ")[COLUMNS.indexOf(column)];
  if (cell === "yes" || cell === "own" || cell === "no") return cell;
  throw new Error(`The row "${row.row}" has no cell ${column}.`);
}
