/** What each scope lets a program do, as a person reads it; in the order in which they are chosen. */
const WORDS: Readonly<Record<string, string>> = {
  "home.show": "See what waits",

  "organization.show": "Read the settings",
  "organization.updateSettings": "Change the settings",
  "organization.listMembers": "List members with their addresses and roles",
  "organization.pickMembers": "List colleagues by name",
  "organization.disableMember": "Disable members",

  "deadline.list": "List deadlines",
  "deadline.record": "Write a deadline down",

  "framework.list": "List frameworks",
  "framework.show": "Read a framework",
  "framework.compare": "Compare two versions",
  "framework.export": "Export a framework",
  "framework.import": "Import a framework",
  "framework.editAnchor": "Change an anchor of a draft",
  "framework.startDraft": "Start a draft",
  "framework.discardDraft": "Discard a draft",
  "framework.publish": "Publish a version",

  "question.list": "List questions",
  "question.create": "Add a question",
  "question.update": "Change a question",
  "question.withdraw": "Withdraw a question",
  "question.import": "Import questions",
  "question.export": "Export questions",

  "job.list": "List jobs",
  "job.create": "Create a job",
  "job.show": "Read a job, its plan and its posts",
  "job.update": "Change a job's details",
  "job.tickTasks": "Tick what the job is about",
  "job.savePlan": "Write a plan's draft",
  "job.adoptPlan": "Adopt a plan",
  "job.askToMovePinned": "Ask to move applications to a new plan",
  "job.movePinned": "Move applications to a new plan",
  "job.withdrawCriterion": "Withdraw a criterion",
  "job.setTeam": "Name the team",
  "job.addOpening": "Add an opening",
  "job.closeOpening": "Close an opening",
  "job.open": "Open a job",
  "job.hold": "Put a job on hold",
  "job.resume": "Take a job off hold",
  "job.close": "Close a job",
  "job.reopen": "Open a closed job again",
  "job.savePost": "Write a post",
  "job.publishPost": "Publish a post",
  "job.unpublishPost": "Take a post down",

  "candidate.search": "Search candidates",
  "candidate.readFile": "Read CVs and other files",
  "candidate.add": "Add a candidate",
  "candidate.refer": "Refer a candidate",
  "candidate.declareRelation": "Declare that you know a candidate",

  "application.board": "Read a job's pipeline",
  "application.show": "Read an application",
  "application.addNote": "Add a note",
  "application.message": "Write to the candidate",
  "application.hold": "Put an application on hold",
  "application.resume": "Take an application off hold",
  "application.reject": "Reject an application",
  "application.takeBackMail": "Take a rejection back before it is told",
  "application.withdraw": "Withdraw an application for the candidate",
  "application.move": "Skip a stage or go back to one",
  "application.transfer": "Transfer an application to another job",
  "application.answerAdjustment": "Say what is arranged for a candidate",

  "interview.list": "List interviews",
  "interview.showKit": "Read an interview's kit",
  "interview.propose": "Propose times",
  "interview.schedule": "Schedule an interview",
  "interview.move": "Move an interview",
  "interview.swap": "Replace an interviewer",
  "interview.cancel": "Cancel an interview",
  "interview.markAbsent": "Note that somebody was absent",
  "interview.addExtra": "Add an interview",
  "interview.setFocus": "Hand a focus to a later interview",

  "scorecard.show": "Read your own scorecards",
  "scorecard.list": "Read the scorecards that are open to you",
  "scorecard.saveDraft": "Save the draft of your scorecard",
  "scorecard.resume": "Take up a scorecard that you were excused from",
  "scorecard.submit": "Submit your scorecard",
  "scorecard.correct": "Correct your scorecard",
  "scorecard.excuse": "Excuse somebody",
  "scorecard.strike": "Strike a scorecard",
  "scorecard.breakGlass": "Break the glass",

  "debrief.show": "Read a debrief that is open to you",
  "debrief.open": "Open a debrief",
  "debrief.rate": "Give a second rating",
  "debrief.saveNotes": "Save a debrief's notes",
  "debrief.close": "Close a debrief",
  "debrief.skip": "Go without a debrief",
  "debrief.reopen": "Open a debrief again",
  "debrief.lowerQuorum": "Lower a quorum",
  "debrief.decide": "Record a decision",
  "debrief.reverse": "Reverse a decision",

  "offer.list": "List an application's offers",
  "offer.show": "Read an offer",
  "offer.draft": "Write an offer",
  "offer.request": "Ask for an offer's approval",
  "offer.approve": "Approve an offer",
  "offer.sendBack": "Send an offer back to its author",
  "offer.send": "Send an offer to the candidate",
  "offer.askChange": "Note a change that the candidate asks for",
  "offer.askToWithdraw": "Ask to withdraw an offer",
  "offer.withdraw": "Withdraw an offer",
  "offer.confirm": "Confirm a hire",
  "offer.fellThrough": "Note that an offer fell through",

  "retention.erase": "Erase a candidate",

  "webhook.list": "List webhooks",
  "webhook.disable": "Switch a webhook off",
  "webhook.remove": "Remove a webhook",
  "webhook.ping": "Send a test event",
  "webhook.listDeliveries": "List what was sent",
  "webhook.showDelivery": "Read what was sent",
  "webhook.replay": "Send an event again",
  "webhook.replayFailed": "Send again what failed",

  "policy.list": "List policies",
  "policy.listCases": "Read what a policy would have changed",
  "policy.draft": "Draft a policy",
  "policy.propose": "Propose a policy",
  "policy.approve": "Approve a policy",
  "policy.sendBack": "Send a proposed policy back",
  "policy.discard": "Discard a policy's draft",
  "policy.try": "Try a policy on past decisions",
  "policy.startShadow": "Put a policy into shadow",
  "policy.stopShadow": "Take a policy out of shadow",

  "audit.list": "Read the audit trail",
  "audit.verify": "Verify the audit trail",
};

/** The parts of Rubric that scopes are about. */
const TITLES: Readonly<Record<string, string>> = {
  home: "Home",
  organization: "Organization",
  deadline: "Deadlines",
  framework: "Frameworks",
  question: "Question bank",
  job: "Jobs",
  candidate: "Candidates",
  application: "Applications",
  interview: "Interviews",
  scorecard: "Scorecards",
  debrief: "Debriefs",
  offer: "Offers",
  retention: "Erasure",
  webhook: "Webhooks",
  policy: "Policies",
  audit: "Audit trail",
};

/** What a scope lets a program do; one that this version does not know says its own name. */
export function scopeWords(scope: string): string {
  return WORDS[scope] ?? scope;
}

/** Scopes by what they are about, in the order in which they come. */
export function scopeGroups<S extends string>(
  scopes: readonly S[],
): { title: string; scopes: S[] }[] {
  const byFeature = Map.groupBy(scopes, (scope) => scope.split(".")[0] ?? "");
  return [...byFeature].map(([feature, of]) => ({ title: TITLES[feature] ?? feature, scopes: of }));
}
