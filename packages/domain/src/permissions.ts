import type { Duty } from "./duties.ts";
import {
  admin,
  bank,
  everyone,
  lead,
  pair,
  pipeline,
  readers,
  schedulers,
  self,
  signedIn,
  trail,
  worker,
} from "./duty-sets.ts";
import { GROWTH_PERMISSIONS } from "./permissions-growth.ts";
import { OFFICE_PERMISSIONS } from "./permissions-office.ts";

/** What a call is about; its input names it by the field of `SUBJECT_FIELD`. */
export type SubjectKind =
  | "instance"
  | "org"
  | "job"
  | "application"
  | "interview"
  | "scorecard"
  | "offer"
  | "requisition"
  | "candidate"
  | "member"
  | "review"
  | "plan";

export const SUBJECT_FIELD = {
  job: "jobId",
  application: "applicationId",
  interview: "interviewId",
  scorecard: "scorecardId",
  offer: "offerId",
  requisition: "requisitionId",
  candidate: "candidateId",
  member: "memberId",
  review: "reviewId",
  plan: "planId",
} as const;

export type PermissionRow = {
  on: SubjectKind;
  /** Any one of these suffices; nobody else. */
  to: readonly Duty[];
  /** Law 7: refused to who referred the candidate, declared a relation, or is the candidate. */
  impartial?: true;
  /** Law 1: refused to who owes a scorecard on the candidate, or was excused from an undecided one. */
  unsealed?: true;
  /** For people only, though nothing of law 7 stands against it: see `isForPeople`. */
  people?: true;
};

/** Who may call what: the one table (law 15). What stands in no row is refused to everyone. */
export const PERMISSIONS = {
  "identity.signIn": { on: "instance", to: everyone },
  "identity.signOut": { on: "instance", to: signedIn },
  "identity.me": { on: "instance", to: signedIn },
  "identity.requestReset": { on: "instance", to: everyone },
  "identity.resetPassword": { on: "instance", to: everyone },
  "identity.changePassword": { on: "instance", to: signedIn },
  "identity.showInvitation": { on: "instance", to: everyone },
  "identity.acceptInvitation": { on: "instance", to: everyone },
  "identity.listSessions": { on: "instance", to: signedIn },
  "identity.endSession": { on: "instance", to: signedIn },
  "identity.endOtherSessions": { on: "instance", to: signedIn },

  "organization.create": { on: "instance", to: everyone },
  "organization.showSignUp": { on: "instance", to: everyone },
  "organization.show": { on: "org", to: admin },
  "organization.updateSettings": { on: "org", to: admin },
  "organization.listMembers": { on: "org", to: admin },
  "organization.pickMembers": { on: "org", to: readers },
  "organization.invite": { on: "org", to: admin },
  "organization.resendInvitation": { on: "org", to: admin },
  "organization.setRoles": { on: "org", to: admin },
  "organization.disableMember": { on: "org", to: admin },
  "organization.enableMember": { on: "org", to: admin },
  "organization.addService": { on: "org", to: admin },

  "token.list": { on: "org", to: ["member"] },
  "token.create": { on: "org", to: ["member"] },
  "token.revoke": { on: "org", to: ["member"] },
  "token.revokeAll": { on: "org", to: ["member"] },

  "home.show": { on: "org", to: ["member"] },

  "framework.list": { on: "org", to: readers },
  "framework.show": { on: "org", to: readers },
  "framework.compare": { on: "org", to: readers },
  "framework.export": { on: "org", to: readers },
  "framework.import": { on: "org", to: admin },
  "framework.editAnchor": { on: "org", to: admin },
  "framework.startDraft": { on: "org", to: admin },
  "framework.discardDraft": { on: "org", to: admin },
  "framework.publish": { on: "org", to: admin },

  "region.show": { on: "org", to: admin },
  "region.setSizes": { on: "org", to: admin },
  "region.importPack": { on: "org", to: admin, people: true },
  "region.approvePack": { on: "org", to: admin, people: true },
  "region.discardPack": { on: "org", to: admin },
  "region.exportPack": { on: "org", to: admin },

  "question.list": { on: "org", to: bank },
  "question.create": { on: "org", to: bank },
  "question.update": { on: "org", to: bank },
  "question.withdraw": { on: "org", to: bank },
  "question.rest": { on: "org", to: bank },
  "question.wake": { on: "org", to: bank },
  "question.import": { on: "org", to: bank },
  "question.export": { on: "org", to: bank },

  "job.list": {
    on: "org",
    to: ["admin", "recruiter", "coordinator", "hiring_manager", "interviewer"],
  },
  "job.create": { on: "org", to: bank },
  "job.show": {
    on: "job",
    to: ["admin", "job_recruiter", "other_recruiter", "job_manager", "job_coordinator"],
  },
  "job.update": { on: "job", to: lead },
  "job.tickTasks": { on: "job", to: lead },
  "job.savePlan": { on: "job", to: lead },
  "job.adoptPlan": { on: "job", to: lead },
  "job.askToMovePinned": { on: "job", to: ["job_manager"], people: true },
  "job.movePinned": { on: "job", to: lead, people: true },
  "job.withdrawCriterion": { on: "job", to: lead },
  "job.setTeam": { on: "job", to: ["admin", "job_recruiter", "job_manager"] },
  "job.addOpening": { on: "job", to: lead },
  "job.closeOpening": { on: "job", to: ["job_manager", "admin"] },
  "job.open": { on: "job", to: lead },
  "job.hold": { on: "job", to: lead },
  "job.resume": { on: "job", to: lead },
  "job.close": { on: "job", to: lead },
  "job.reopen": { on: "job", to: ["job_manager"] },
  "job.savePost": { on: "job", to: lead },
  "job.publishPost": { on: "job", to: ["job_recruiter"] },
  "job.unpublishPost": { on: "job", to: ["job_recruiter"] },
  "job.unpublishDue": { on: "org", to: worker },

  "candidate.listPosts": { on: "org", to: everyone },
  "candidate.showPost": { on: "org", to: everyone },
  "candidate.applyToJob": { on: "org", to: everyone },
  "candidate.requestLink": { on: "org", to: everyone },
  "candidate.showOwn": { on: "org", to: self },
  "candidate.withdraw": { on: "application", to: self },
  "candidate.askAdjustment": { on: "application", to: self },
  "candidate.ask": { on: "application", to: self },
  "candidate.askErasure": { on: "org", to: self },
  "candidate.requestExportCode": { on: "org", to: self },
  "candidate.exportOwn": { on: "org", to: self },
  "candidate.joinPool": { on: "org", to: self },
  "candidate.leavePool": { on: "org", to: self },
  "candidate.add": { on: "job", to: lead },
  "candidate.refer": { on: "job", to: readers, people: true },
  "candidate.search": { on: "org", to: ["recruiter", "hiring_manager", "coordinator"] },
  "candidate.declareRelation": {
    on: "application",
    to: ["job_recruiter", "other_recruiter", "job_manager", "assigned"],
    people: true,
  },
  "candidate.readFile": { on: "application", to: [...pipeline, "assigned", "candidate"] },

  "application.board": { on: "job", to: pipeline },
  "application.list": { on: "job", to: pipeline },
  "application.show": { on: "application", to: [...pipeline, "job_coordinator", "assigned"] },
  "application.addNote": { on: "application", to: [...lead, "assigned"], people: true },
  "application.message": { on: "application", to: lead },
  "application.hold": { on: "application", to: lead },
  "application.resume": { on: "application", to: lead },
  "application.reject": { on: "application", to: lead, impartial: true },
  "application.takeBackMail": { on: "application", to: lead, impartial: true },
  "application.withdraw": { on: "application", to: ["job_recruiter"] },
  "application.move": { on: "application", to: ["job_manager"], impartial: true },
  "application.transfer": { on: "application", to: ["job_recruiter"] },
  "application.answerAdjustment": { on: "application", to: ["job_recruiter"], people: true },

  "interview.list": { on: "org", to: readers },
  "interview.showKit": { on: "interview", to: [...lead, "assigned"] },
  "interview.propose": { on: "interview", to: schedulers },
  "interview.schedule": { on: "interview", to: schedulers },
  "interview.chooseTime": { on: "interview", to: self },
  "interview.move": { on: "interview", to: schedulers },
  "interview.swap": { on: "interview", to: schedulers },
  "interview.cancel": { on: "interview", to: schedulers },
  "interview.markAbsent": { on: "interview", to: [...lead, "job_coordinator", "assigned"] },
  "interview.addExtra": { on: "application", to: ["job_manager"] },
  "interview.setFocus": { on: "interview", to: lead },
  "interview.holdDue": { on: "org", to: worker },
  "interview.remindOwed": { on: "org", to: worker },

  "scorecard.show": { on: "scorecard", to: ["author"], people: true },
  "scorecard.saveDraft": { on: "scorecard", to: ["author"], impartial: true },
  "scorecard.resume": { on: "scorecard", to: ["author"], impartial: true },
  "scorecard.submit": { on: "scorecard", to: ["author"], impartial: true },
  "scorecard.correct": { on: "scorecard", to: ["author"], impartial: true },
  "scorecard.excuse": { on: "scorecard", to: lead, impartial: true },
  "scorecard.strike": { on: "scorecard", to: admin, people: true },
  "scorecard.list": { on: "application", to: [...lead, "assigned"] },
  "scorecard.voidStale": { on: "org", to: worker },
  "scorecard.excuseDisabled": { on: "org", to: worker },
  "scorecard.breakGlass": { on: "application", to: ["admin", "job_manager"], impartial: true },

  "debrief.show": { on: "application", to: [...lead, "assigned"] },
  "debrief.open": { on: "application", to: lead, impartial: true },
  "debrief.rate": { on: "scorecard", to: ["author"], impartial: true },
  "debrief.saveNotes": { on: "application", to: lead, impartial: true },
  "debrief.close": { on: "application", to: ["job_manager"], impartial: true },
  "debrief.skip": { on: "application", to: ["job_manager"], impartial: true },
  "debrief.reopen": { on: "application", to: ["job_manager"], impartial: true },
  "debrief.lowerQuorum": { on: "application", to: lead, impartial: true },
  "debrief.decide": { on: "application", to: lead, impartial: true },
  "debrief.reverse": { on: "application", to: ["job_manager"], impartial: true },

  "approval.showFlow": { on: "org", to: bank },
  "approval.saveFlow": { on: "org", to: admin, people: true },
  "approval.showJobFlow": { on: "job", to: ["admin", ...lead] },
  "approval.saveJobFlow": { on: "job", to: admin, people: true },

  "band.list": { on: "org", to: bank },
  "band.export": { on: "org", to: bank },
  "band.draft": { on: "org", to: admin, people: true },
  "band.import": { on: "org", to: admin, people: true },
  "band.approve": { on: "org", to: admin, people: true },
  "band.discard": { on: "org", to: admin },

  "offer.list": { on: "application", to: lead, unsealed: true },
  "offer.show": { on: "offer", to: [...lead, "approver"], unsealed: true },
  "offer.draft": { on: "application", to: lead, impartial: true, unsealed: true },
  "offer.request": { on: "offer", to: lead, impartial: true, unsealed: true },
  "offer.approve": { on: "offer", to: ["approver"], impartial: true, unsealed: true },
  "offer.sendBack": { on: "offer", to: [...lead, "approver"], impartial: true, unsealed: true },
  "offer.send": { on: "offer", to: lead, impartial: true, unsealed: true },
  "offer.askChange": { on: "offer", to: ["candidate", "job_recruiter"], unsealed: true },
  "offer.accept": { on: "offer", to: self },
  "offer.decline": { on: "offer", to: self },
  "offer.askToWithdraw": { on: "offer", to: ["job_manager"], impartial: true, unsealed: true },
  "offer.withdraw": { on: "offer", to: ["approver"], impartial: true, unsealed: true },
  "offer.confirm": { on: "offer", to: ["job_recruiter"], impartial: true, unsealed: true },
  "offer.fellThrough": { on: "offer", to: lead, impartial: true, unsealed: true },
  "offer.askException": { on: "offer", to: lead, impartial: true, unsealed: true },
  "offer.answerException": {
    on: "offer",
    to: [...lead, "approver"],
    impartial: true,
    unsealed: true,
  },
  "offer.replaceApprover": { on: "offer", to: lead, impartial: true, unsealed: true },
  "offer.settleCondition": { on: "offer", to: lead, impartial: true, unsealed: true },
  "offer.expireDue": { on: "org", to: worker },
  "offer.passCouncilWeeks": { on: "org", to: worker },

  "requisition.list": { on: "org", to: readers },
  "requisition.show": {
    on: "requisition",
    to: ["admin", ...lead, "author", "approver"],
    unsealed: true,
  },
  "requisition.draft": { on: "org", to: bank },
  "requisition.request": { on: "requisition", to: ["author"], unsealed: true },
  "requisition.approve": {
    on: "requisition",
    to: ["approver"],
    impartial: true,
    unsealed: true,
  },
  "requisition.sendBack": {
    on: "requisition",
    to: ["approver", "author"],
    impartial: true,
    unsealed: true,
  },
  "requisition.hold": { on: "requisition", to: ["job_manager", "admin"], unsealed: true },
  "requisition.resume": { on: "requisition", to: ["job_manager", "admin"], unsealed: true },
  "requisition.cancel": { on: "requisition", to: ["job_manager", "admin"], unsealed: true },

  ...OFFICE_PERMISSIONS,

  "organization.setManager": { on: "org", to: admin },
  "organization.setEstablishment": { on: "org", to: admin },
  "organization.listHired": { on: "org", to: admin, people: true },
  "organization.inviteHired": { on: "application", to: admin, people: true },

  ...GROWTH_PERMISSIONS,

  "preparation.list": { on: "org", to: everyone },
  "preparation.show": { on: "org", to: everyone },
  "preparation.plan": { on: "org", to: everyone },

  "feedback.ask": { on: "application", to: self },
  "feedback.show": { on: "application", to: lead, unsealed: true, people: true },
  "feedback.saveDraft": { on: "application", to: lead, impartial: true, unsealed: true },
  "feedback.send": { on: "application", to: lead, impartial: true, unsealed: true },

  "fairness.showOwn": { on: "org", to: self },
  "fairness.identify": { on: "application", to: self },
  "fairness.show": { on: "org", to: ["auditor"], people: true },
  "fairness.report": { on: "org", to: worker },

  "insight.show": { on: "org", to: readers, people: true },
  "insight.listQuestions": { on: "org", to: bank },
  "insight.publish": { on: "org", to: worker },

  "audit.list": { on: "org", to: trail },
  "audit.verify": { on: "org", to: trail },
} as const satisfies Record<string, PermissionRow>;

export type Permission = keyof typeof PERMISSIONS;

/** What is the pair's alone, the member's and their manager's, or is listed for a manager. */
export function isOfGrowth(permission: Permission): boolean {
  const alone: readonly Duty[] = pair;
  return (
    permission === "ladder.listTeam" ||
    permissionRow(permission).to.some((duty) => alone.includes(duty))
  );
}

/** The row of a permission. */
export function permissionRow(permission: Permission): PermissionRow {
  return PERMISSIONS[permission];
}

/** Whether a name is one of the table's. */
export function isPermission(name: string): name is Permission {
  return name in PERMISSIONS;
}

/**
 * What only a person may do, whatever a service account's roles and scopes say: what judges someone
 * (law 7 demands someone impartial for it), what vouches for or against someone, what a candidate
 * said of their health, what removes a person, and what a second person must approve.
 */
export function isForPeople(permission: Permission): boolean {
  const row = permissionRow(permission);
  return row.impartial === true || row.people === true;
}
