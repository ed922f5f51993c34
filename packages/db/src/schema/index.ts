export {
  accessToken,
  account,
  identity,
  link,
  membership,
  organization,
  password,
  securityEvent,
  session,
} from "./identity.ts";
export { member, organizationSettings } from "./organization.ts";
export {
  anchor,
  competency,
  framework,
  frameworkLevel,
  frameworkTheme,
  frameworkVersion,
  question,
} from "./framework.ts";
export {
  hiringTeam,
  type Intake,
  job,
  jobPost,
  opening,
  pastDuty,
  type PostStatements,
} from "./job.ts";
export {
  criterion,
  kitCriterion,
  kitQuestion,
  plan,
  planInterview,
  planMove,
  stage,
} from "./plan.ts";
export { candidate, candidateTerm, file, relation } from "./candidate.ts";
export {
  adjustment,
  application,
  applicationEvent,
  applicationStage,
  deviation,
  disclosure,
  note,
} from "./application.ts";
export {
  breakGlass,
  interview,
  type InterviewProposal,
  type Rating,
  type Recommendation,
  scorecard,
  type ScorecardDraft,
  scorecardNote,
  scorecardRating,
  scorecardVersion,
} from "./interview.ts";
export {
  type Benefit,
  debrief,
  decision,
  decisionGround,
  offer,
  type RatingsRecord,
  secondRating,
} from "./decision.ts";
export { requisition, requisitionApprover, requisitionGroup } from "./requisition.ts";
export {
  approvalFlow,
  type FlowGroup,
  offerApprover,
  offerCondition,
  offerException,
  offerGroup,
  payBand,
} from "./pay.ts";
export { mail } from "./mail.ts";
export { auditChain, auditDetail, auditEntry, erasure, idempotency } from "./audit.ts";
export { regionPack, regionSize } from "./region.ts";
export { contractUsage, operations } from "./operations.ts";
export { webhookAttempt, webhookDelivery, webhookEndpoint, webhookEvent } from "./webhook.ts";
export {
  policy,
  policyCase,
  policyHead,
  policyRefusal,
  policyTrial,
  policyVersion,
} from "./policy.ts";
export { adverseImpact, selfIdentification } from "./fairness.ts";
export { experiment, exposure } from "./experiment.ts";
export {
  legalHold,
  poolConsent,
  privacyNotice,
  restriction,
  retentionSettings,
} from "./retention.ts";
export { deadline, type DeadlineSource, memberAbsence } from "./deadline.ts";
export { baseline, baselineNotice, reviewRound, roundTurn } from "./baseline.ts";
export { placement, review, type ReviewDraft, reviewPart, reviewRating } from "./growth.ts";
export { checkIn, departure, evidence } from "./check-in.ts";
export { metricFigure, metricLogin, metricSource } from "./metric.ts";
export { prediction, type PredictionFigure } from "./insight.ts";
export { type LibraryEntry, libraryVersion } from "./library.ts";
export {
  growthItem,
  growthPlan,
  growthPlanAgreement,
  growthPlanItem,
  type PlanGapRecord,
  type PlanLeftRecord,
} from "./growth-plan.ts";
export { feedback, type FeedbackDraft, feedbackWord } from "./feedback.ts";
