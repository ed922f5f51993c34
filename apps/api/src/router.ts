import { router } from "./procedure.ts";
import { applicationRouter } from "./routers/application.ts";
import { approvalRouter } from "./routers/approval.ts";
import { auditRouter } from "./routers/audit.ts";
import { bandRouter } from "./routers/band.ts";
import { baselineRouter } from "./routers/baseline.ts";
import { candidateRouter } from "./routers/candidate.ts";
import { checkInRouter } from "./routers/check-in.ts";
import { deadlineRouter } from "./routers/deadline.ts";
import { debriefRouter } from "./routers/debrief.ts";
import { evidenceRouter } from "./routers/evidence.ts";
import { experimentRouter } from "./routers/experiment.ts";
import { fairnessRouter } from "./routers/fairness.ts";
import { feedbackRouter } from "./routers/feedback.ts";
import { frameworkRouter } from "./routers/framework.ts";
import { homeRouter } from "./routers/home.ts";
import { insightRouter } from "./routers/insight.ts";
import { identityRouter } from "./routers/identity.ts";
import { ladderRouter } from "./routers/ladder.ts";
import { libraryRouter } from "./routers/library.ts";
import { offerRouter } from "./routers/offer.ts";
import { interviewRouter } from "./routers/interview.ts";
import { jobRouter } from "./routers/job.ts";
import { metricRouter } from "./routers/metric.ts";
import { organizationRouter } from "./routers/organization.ts";
import { planRouter } from "./routers/plan.ts";
import { policyRouter } from "./routers/policy.ts";
import { progressRouter } from "./routers/progress.ts";
import { preparationRouter } from "./routers/preparation.ts";
import { questionRouter } from "./routers/question.ts";
import { recordRouter } from "./routers/record.ts";
import { requisitionRouter } from "./routers/requisition.ts";
import { regionRouter } from "./routers/region.ts";
import { retentionRouter } from "./routers/retention.ts";
import { reviewRouter } from "./routers/review.ts";
import { roundRouter } from "./routers/round.ts";
import { scorecardRouter } from "./routers/scorecard.ts";
import { tokenRouter } from "./routers/token.ts";
import { webhookRouter } from "./routers/webhook.ts";

export const appRouter = router({
  application: applicationRouter,
  approval: approvalRouter,
  audit: auditRouter,
  band: bandRouter,
  baseline: baselineRouter,
  candidate: candidateRouter,
  checkIn: checkInRouter,
  deadline: deadlineRouter,
  debrief: debriefRouter,
  evidence: evidenceRouter,
  experiment: experimentRouter,
  fairness: fairnessRouter,
  feedback: feedbackRouter,
  framework: frameworkRouter,
  home: homeRouter,
  identity: identityRouter,
  insight: insightRouter,
  interview: interviewRouter,
  library: libraryRouter,
  offer: offerRouter,
  job: jobRouter,
  ladder: ladderRouter,
  metric: metricRouter,
  organization: organizationRouter,
  plan: planRouter,
  policy: policyRouter,
  progress: progressRouter,
  preparation: preparationRouter,
  question: questionRouter,
  record: recordRouter,
  requisition: requisitionRouter,
  region: regionRouter,
  retention: retentionRouter,
  review: reviewRouter,
  round: roundRouter,
  scorecard: scorecardRouter,
  token: tokenRouter,
  webhook: webhookRouter,
});

type Router = typeof appRouter;

/** The type that clients infer everything from; an interface keeps their declarations small. */
export interface AppRouter extends Router {}
