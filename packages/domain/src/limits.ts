/** Constants of the product that no organization sets: times, sizes and counts; read as `ctx.limits`. */
export const LIMITS = {
  /** Characters of one's own that an extreme rating needs (law 2). */
  extremeEvidenceLength: 20,
  /** Share of the required criteria that must be rated for a recommendation (law 2). */
  ratedShareForRecommendation: 0.5,
  /** People whose scorecards a decision to offer needs (law 4). */
  peopleForOffer: 2,
  /** Minutes between a rejection and its e-mail. */
  rejectionMailDelayMinutes: 60,
  /** Hours for which an invitation may be accepted. */
  invitationHours: 72,
  /** Hours for which a password may be reset. */
  passwordResetHours: 2,
  /** Hours for which an application may rest on a version of a post that a newer one replaced. */
  seenPostHours: 24,
  /** Requests for an adjustment that may wait for their answer at once. */
  openAdjustments: 5,
  /** Questions of a candidate that may wait for their answer at once. */
  openQuestions: 5,
  /** Messages that may be written to one candidate within a day. */
  messagesPerDay: 10,
  /** Days within which a candidate's question is to be answered. */
  questionDays: 2,
  /** Minutes for which a code for an export is good, tries it allows, and codes sent an hour. */
  exportCodeMinutes: 15,
  exportCodeTries: 5,
  exportCodesPerHour: 5,
  /** Days for which a candidate's link opens their page. */
  candidateLinkDays: 180,
  /** Days without use and days since sign-in after which a session ends. */
  sessionIdleDays: 14,
  sessionAbsoluteDays: 60,
  /** Days after an application ended when its open scorecards become void. */
  voidScorecardDays: 14,
  /** Hour of the organization's morning at which owed scorecards are reminded of (law 11). */
  reminderHour: 9,
  /** Minutes before its start from which an interview counts as begun. */
  interviewEarlyMinutes: 15,
  /** Whether an organization may be created although there is one already; the process sets it. */
  signUp: false,
  /** Days within which an application on hold gets its next word (law 11). */
  holdDays: 90,
  /** Days within which a review of a member is due. */
  reviewDays: 90,
  /** Weeks before the current one for which a check-in may still be recorded. */
  checkInWeeksBack: 4,
  /** Bytes of all files that a member's evidence may hold. */
  evidenceBytes: 25 * 1024 * 1024,
  /** Minutes between two fetches of a source that somebody asks for. */
  metricFetchMinutes: 10,
  /** Days for which who left may fetch the record of their growth, which is erased then. */
  recordLinkDays: 30,
  /** Days within which a plan of growth starts. */
  planStartDays: 90,
  /** Hours for which a command's answer is kept under its key (law 14). */
  answerHours: 24,
  /** Hours after which a file that no application claimed is deleted. */
  unclaimedFileHours: 24,
} as const;

type Widened<T> = T extends number ? number : T extends boolean ? boolean : string;

export type Limits = { readonly [K in keyof typeof LIMITS]: Widened<(typeof LIMITS)[K]> };
