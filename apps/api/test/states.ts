import { POLICY_ROWS } from "./states-policy.ts";
import { REQUISITION_ROWS } from "./states-requisition.ts";
import { FEATURE_ROWS } from "./states-features.ts";

/**
 * The table "Permissions" and the column "who" of the tables of states in the product's design,
 * written down once more and apart from the code, with the procedures that each row speaks of.
 */

import { PAY_IMPARTIAL, PAY_ROWS } from "./states-pay.ts";
import { RETENTION_ROWS } from "./states-retention.ts";
import { REGION_ROWS } from "./states-region.ts";
import { DEADLINE_ROWS } from "./states-deadline.ts";

/** Columns of the table: K, the job's coordinator, "only schedules" and has no column of its own. */
const COLUMNS = ["A", "R", "Ro", "M", "I", "E", "U", "C", "K"] as const;
export type Column = (typeof COLUMNS)[number];
export type Cell = "yes" | "own" | "no";

/** What "own" means in a row: by assignment, authorship, being named or spoken of, or by the job. */
export type Own = "assigned" | "author" | "approver" | "about" | "on the job";

export type Row = {
  row: string;
  /** One word a column: A, R on job, R other, M, I, engineer and manager, auditor, C, coordinator. */
  cells: string;
  own?: Own;
  /** Goes with the role on every job that one may know of, not with the job's team. */
  ofRole?: true;
  calls: readonly string[];
};

const of = (feature: string, names: string) => names.split(" ").map((one) => `${feature}.${one}`);
const WEBHOOKS =
  "list create update enable disable rotateSecret remove ping listDeliveries showDelivery replay replayFailed";

export const ROWS: readonly Row[] = [
  ...POLICY_ROWS,
  ...REGION_ROWS,
  ...DEADLINE_ROWS,
  {
    row: "members, roles, settings",
    cells: "yes no no no no no no no no",
    calls: [
      ...of("organization", "show updateSettings listMembers invite resendInvitation setRoles"),
      ...of("organization", "disableMember enableMember addService"),
      ...of("webhook", WEBHOOKS),
    ],
  },
  {
    row: "one's own access tokens (admin: all of the organization)",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["token.list", "token.create", "token.revoke", "token.revokeAll"],
  },
  {
    row: "read published framework (C: own, on their own page)",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["framework.list", "framework.show", "framework.compare", "framework.export"],
  },
  {
    row: "publish framework",
    cells: "yes no no no no no no no no",
    calls: [
      "framework.import",
      "framework.editAnchor",
      "framework.startDraft",
      "framework.discardDraft",
      "framework.publish",
    ],
  },
  {
    row: "edit question bank",
    cells: "yes yes yes yes no no no no no",
    calls: of("question", "list create update withdraw import export"),
  },
  {
    row: "approve and see requisition, offer",
    cells: "own own own own own own no no own",
    own: "approver",
    calls: ["offer.show", "offer.approve", "offer.sendBack", "offer.withdraw"],
  },
  {
    row: "edit, open, close job",
    cells: "no yes no yes no no no no no",
    calls: [
      "job.update",
      "job.tickTasks",
      "job.savePlan",
      "job.adoptPlan",
      "job.movePinned",
      "job.withdrawCriterion",
      "job.addOpening",
      "job.open",
      "job.hold",
      "job.resume",
      "job.close",
      "job.savePost",
    ],
  },
  {
    row: "set a job's team",
    cells: "yes yes no yes no no no no no",
    calls: ["job.setTeam", "job.show", "job.list"],
  },
  {
    row: "publish post",
    cells: "no yes no no no no no no no",
    calls: ["job.publishPost", "job.unpublishPost"],
  },
  {
    row: "see pipeline, CV, answers",
    cells: "no yes yes yes own no no own no",
    own: "assigned",
    calls: ["application.board", "application.show", "candidate.readFile", "job.show", "job.list"],
  },
  {
    row: "see pipeline, CV, answers: of the candidate's own",
    cells: "no no no no no no no own no",
    own: "about",
    calls: ["candidate.readFile"],
  },
  {
    row: "see pipeline: by a person's name (I: by their interviews; C: by their link)",
    cells: "no yes yes yes no no no no yes",
    calls: ["candidate.search"],
  },
  {
    row: "add candidate",
    cells: "no yes no yes no no no no no",
    calls: ["candidate.add"],
  },
  {
    row: "refer someone",
    cells: "yes yes yes yes yes yes no no yes",
    ofRole: true,
    calls: ["candidate.refer"],
  },
  {
    row: "adjustment: reason (C: own, by asking)",
    cells: "no yes no no no no no no no",
    calls: ["application.answerAdjustment"],
  },
  {
    row: "schedule, move, cancel interview (K: schedules, and sees what is scheduled)",
    cells: "no yes no yes no no no no yes",
    calls: [
      "interview.propose",
      "interview.schedule",
      "interview.move",
      "interview.swap",
      "interview.cancel",
      "job.show",
      "job.list",
      "application.show",
    ],
  },
  {
    row: "answer invitation, mark absent",
    cells: "own yes own yes own own no no yes",
    own: "assigned",
    calls: ["interview.markAbsent"],
  },
  {
    row: "one's own interviews",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["interview.list"],
  },
  {
    row: "choose a time, withdraw, accept offer",
    cells: "no no no no no no no own no",
    own: "about",
    calls: ["interview.chooseTime", "candidate.withdraw", "offer.accept", "offer.decline"],
  },
  {
    row: "offer: sent → change asked: C; R on C's word",
    cells: "no yes no no no no no own no",
    own: "about",
    calls: ["offer.askChange"],
  },
  {
    row: "adjustment: reason; a candidate's own page, export and erasure",
    cells: "no no no no no no no own no",
    own: "about",
    calls: [
      "candidate.showOwn",
      "candidate.ask",
      "candidate.askAdjustment",
      "candidate.askErasure",
      "candidate.requestExportCode",
      "candidate.exportOwn",
      "candidate.joinPool",
      "candidate.leavePool",
    ],
  },
  {
    row: "read kit",
    cells: "no yes no yes own no no no no",
    own: "assigned",
    calls: ["interview.showKit"],
  },
  {
    row: "write scorecard",
    cells: "own own own own own own no no own",
    own: "author",
    calls: [
      "scorecard.show",
      "scorecard.saveDraft",
      "scorecard.resume",
      "scorecard.submit",
      "scorecard.correct",
      "debrief.rate",
    ],
  },
  {
    row: "read others' once open, join debrief",
    cells: "no yes no yes own no no no no",
    own: "assigned",
    calls: ["scorecard.list", "debrief.show", "application.addNote"],
  },
  {
    row: "excuse, lower quorum",
    cells: "no yes no yes no no no no no",
    calls: ["scorecard.excuse", "debrief.lowerQuorum"],
  },
  {
    row: "break glass",
    cells: "yes no no yes no no no no no",
    calls: ["scorecard.breakGlass"],
  },
  {
    row: "strike scorecard",
    cells: "yes no no no no no no no no",
    calls: ["scorecard.strike"],
  },
  {
    row: "run debrief",
    cells: "no yes no yes no no no no no",
    calls: ["debrief.open", "debrief.saveNotes", "interview.setFocus"],
  },
  {
    row: "decide on merit",
    cells: "no own no yes no no no no no",
    own: "on the job",
    calls: ["debrief.decide"],
  },
  {
    row: "message candidate (C: own, on their own page)",
    cells: "no yes no yes no no no no no",
    calls: ["application.message"],
  },
  {
    row: "hold, administrative reject",
    cells: "no yes no yes no no no no no",
    calls: [
      "application.hold",
      "application.resume",
      "application.reject",
      "application.takeBackMail",
    ],
  },
  {
    row: "reverse a decision; debrief closed, reopened, not held; application: skip, back, extra interview; job: closed → open, move the pinned: M",
    cells: "no no no yes no no no no no",
    calls: [
      "debrief.reverse",
      "debrief.close",
      "debrief.reopen",
      "debrief.skip",
      "application.move",
      "interview.addExtra",
      "job.reopen",
      "job.askToMovePinned",
    ],
  },
  {
    row: "opening: open → closed: M, A",
    cells: "yes no no yes no no no no no",
    calls: ["job.closeOpening"],
  },
  {
    row: "application: withdrawn, transferred; offer: confirmed: R",
    cells: "no yes no no no no no no no",
    calls: ["application.withdraw", "application.transfer", "offer.confirm"],
  },
  {
    row: "write, send, see offer (C: own, on their own page)",
    cells: "no yes no yes no no no no no",
    calls: of("offer", "list show draft request send sendBack fellThrough"),
  },
  {
    row: "offer: withdrawn: M with P",
    cells: "no no no yes no no no no no",
    calls: ["offer.askToWithdraw"],
  },
  {
    row: "law 7: who sees the application declares a relation",
    cells: "no yes yes yes own no no no no",
    own: "assigned",
    calls: ["candidate.declareRelation"],
  },
  {
    row: "legal hold, run erasure",
    cells: "yes no no no no no no no no",
    calls: ["retention.erase"],
  },
  ...RETENTION_ROWS,
  {
    row: "read, verify audit",
    cells: "yes no no no no no yes no no",
    calls: ["audit.list", "audit.verify"],
  },
  {
    row: "choose a colleague by name: whoever works with frameworks, jobs or interviews",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["organization.pickMembers"],
  },
  {
    row: "what waits for me",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["home.show"],
  },
  ...REQUISITION_ROWS,
  ...FEATURE_ROWS,
  ...PAY_ROWS,
];

/** Public pages of an organization: anyone, without being known. */
export const PUBLIC: readonly string[] = [
  "candidate.listPosts",
  "candidate.showPost",
  "candidate.applyToJob",
  "candidate.requestLink",
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
