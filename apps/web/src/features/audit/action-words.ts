import type { Permission } from "@rubric/domain/permissions";

/** Reads leave no entry, so they have no words. */
type Read =
  | `${string}.${"list" | "show" | "search" | "board" | "compare" | "verify" | "pick" | "readFile"}${string}`
  | `${string}.${"me" | "export"}`;

const WORDS: Record<Exclude<Permission, Read>, string> = {
  "application.addNote": "Added a note",
  "application.answerAdjustment": "Said what is arranged",
  "application.hold": "Put an application on hold",
  "application.message": "Wrote to the candidate",
  "application.move": "Skipped a stage or went back to one",
  "application.reject": "Rejected an application",
  "application.resume": "Took an application off hold",
  "application.takeBackMail": "Took a rejection back",
  "application.transfer": "Transferred an application to another job",
  "application.withdraw": "Withdrew an application for the candidate",

  "candidate.add": "Added a candidate",
  "candidate.applyToJob": "Applied for a job",
  "candidate.ask": "Asked a question",
  "candidate.askAdjustment": "Asked for something to be arranged",
  "candidate.askErasure": "Asked for their own data to be erased",
  "candidate.declareRelation": "Declared that they know the candidate",
  "candidate.exportOwn": "Exported their own data",
  "candidate.refer": "Referred a candidate",
  "candidate.requestExportCode": "Asked for a code to export their own data",
  "candidate.requestLink": "Asked for a link to their own page",
  "candidate.withdraw": "Withdrew their own application",

  "deadline.catchUp": "Began deadlines of what was there before",
  "deadline.complete": "Met a deadline by hand",
  "deadline.reassign": "Gave a deadline to somebody else",
  "deadline.record": "Wrote a deadline down",
  "deadline.remindDue": "Reminded of deadlines",
  "deadline.setAway": "Said when they are away",

  "debrief.close": "Closed a debrief",
  "debrief.decide": "Recorded a decision",
  "debrief.lowerQuorum": "Lowered a quorum",
  "debrief.open": "Opened a debrief",
  "debrief.rate": "Gave a second rating in a debrief",
  "debrief.reopen": "Opened a debrief again",
  "debrief.reverse": "Reversed a decision",
  "debrief.saveNotes": "Saved the notes of a debrief",
  "debrief.skip": "Went without a debrief",

  "framework.discardDraft": "Discarded a draft of a framework",
  "framework.editAnchor": "Changed an anchor of a framework",
  "framework.import": "Imported a framework",
  "framework.publish": "Published a version of a framework",
  "framework.startDraft": "Started a draft of a framework",

  "identity.acceptInvitation": "Accepted an invitation",
  "identity.changePassword": "Changed their own password",
  "identity.endOtherSessions": "Signed out everywhere else",
  "identity.endSession": "Signed out somewhere else",
  "identity.requestReset": "Asked for a link to set a new password",
  "identity.resetPassword": "Set a new password by a link",
  "identity.signIn": "Signed in",
  "identity.signOut": "Signed out",

  "interview.addExtra": "Added an interview",
  "interview.cancel": "Cancelled an interview",
  "interview.chooseTime": "Chose a time for an interview",
  "interview.holdDue": "Marked interviews as held",
  "interview.markAbsent": "Marked someone as absent",
  "interview.move": "Moved an interview",
  "interview.propose": "Proposed times for an interview",
  "interview.remindOwed": "Reminded people of scorecards they owe",
  "interview.schedule": "Scheduled an interview",
  "interview.setFocus": "Set the focus of an interview",
  "interview.swap": "Changed the interviewer",

  "job.addOpening": "Added an opening",
  "job.adoptPlan": "Put an interview plan into force",
  "job.askToMovePinned": "Asked to move applications to the new plan",
  "job.close": "Closed a job",
  "job.closeOpening": "Closed an opening",
  "job.create": "Created a job",
  "job.hold": "Put a job on hold",
  "job.movePinned": "Moved applications to the new plan",
  "job.open": "Opened a job",
  "job.publishPost": "Published a job post",
  "job.reopen": "Opened a job again",
  "job.resume": "Took a job off hold",
  "job.savePlan": "Saved a draft of an interview plan",
  "job.savePost": "Saved a job post",
  "job.setTeam": "Set the hiring team of a job",
  "job.tickTasks": "Ticked the tasks of a job",
  "job.unpublishDue": "Took down job posts past their closing date",
  "job.unpublishPost": "Took down a job post",
  "job.update": "Changed the details of a job",
  "job.withdrawCriterion": "Withdrew a criterion from a job",

  "offer.accept": "Accepted an offer",
  "offer.approve": "Approved an offer",
  "offer.askChange": "Asked for a change of an offer",
  "offer.askToWithdraw": "Asked to withdraw an offer",
  "offer.confirm": "Confirmed that an offer's conditions are met",
  "offer.decline": "Declined an offer",
  "offer.draft": "Wrote an offer",
  "offer.expireDue": "Marked offers as expired",
  "offer.fellThrough": "Marked an offer as fallen through",
  "offer.request": "Asked for the approval of an offer",
  "offer.send": "Sent an offer",
  "offer.sendBack": "Sent an offer back to its author",
  "offer.withdraw": "Withdrew an offer",

  "organization.addService": "Added a service account",
  "organization.create": "Created the organization",
  "organization.disableMember": "Disabled a member",
  "organization.enableMember": "Enabled a member",
  "organization.invite": "Invited a member",
  "organization.resendInvitation": "Sent an invitation again",
  "organization.setRoles": "Set the roles of a member",
  "organization.updateSettings": "Changed the settings",

  "policy.approve": "Approved a policy",
  "policy.discard": "Discarded a policy's draft",
  "policy.draft": "Drafted a policy",
  "policy.propose": "Proposed a policy",
  "policy.sendBack": "Sent a proposed policy back",
  "policy.startShadow": "Put a policy into shadow",
  "policy.stopShadow": "Took a policy out of shadow",
  "policy.try": "Tried a policy on past decisions",
  "question.create": "Added a question to the bank",
  "question.import": "Imported questions into the bank",
  "question.update": "Changed a question of the bank",
  "question.withdraw": "Withdrew a question from the bank",

  "retention.erase": "Asked for a candidate to be erased",
  "retention.eraseCandidate": "Erased a candidate",
  "retention.removeUploads": "Removed files that no application used",

  "scorecard.breakGlass": "Broke the seal of a stage",
  "scorecard.correct": "Corrected a scorecard",
  "scorecard.excuse": "Excused someone from a scorecard",
  "scorecard.excuseDisabled": "Excused disabled members from scorecards",
  "scorecard.resume": "Went on with an excused scorecard",
  "scorecard.saveDraft": "Saved a draft of a scorecard",
  "scorecard.strike": "Struck a scorecard",
  "scorecard.submit": "Submitted a scorecard",
  "scorecard.voidStale": "Made scorecards of ended applications void",

  "token.create": "Made an access token",
  "token.revoke": "Revoked an access token",
  "token.revokeAll": "Revoked all access tokens of a member",

  "webhook.create": "Added a webhook",
  "webhook.disable": "Switched a webhook off",
  "webhook.enable": "Switched a webhook on",
  "webhook.ping": "Sent a test to a webhook",
  "webhook.prune": "Deleted old deliveries of webhooks",
  "webhook.remove": "Removed a webhook",
  "webhook.replay": "Sent a delivery to a webhook anew",
  "webhook.replayFailed": "Sent failed deliveries to a webhook anew",
  "webhook.rotateSecret": "Gave a webhook a new secret",
  "webhook.switchOff": "Switched off a webhook that took nothing",
  "webhook.update": "Changed a webhook",
};

const BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(WORDS));

/** Every action that the trail may hold, in the order of its words. */
export const ACTIONS: readonly string[] = [...BY_NAME.keys()].toSorted((one, other) =>
  actionWords(one).localeCompare(actionWords(other), "en"),
);

/** What was done, in the past tense; an action that this version does not know says its own name. */
export function actionWords(action: string): string {
  return BY_NAME.get(action) ?? action;
}
