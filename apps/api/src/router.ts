import { router } from "./procedure.ts";
import { applicationRouter } from "./routers/application.ts";
import { approvalRouter } from "./routers/approval.ts";
import { auditRouter } from "./routers/audit.ts";
import { bandRouter } from "./routers/band.ts";
import { candidateRouter } from "./routers/candidate.ts";
import { deadlineRouter } from "./routers/deadline.ts";
import { debriefRouter } from "./routers/debrief.ts";
import { experimentRouter } from "./routers/experiment.ts";
import { fairnessRouter } from "./routers/fairness.ts";
import { feedbackRouter } from "./routers/feedback.ts";
import { frameworkRouter } from "./routers/framework.ts";
import { homeRouter } from "./routers/home.ts";
import { identityRouter } from "./routers/identity.ts";
import { ladderRouter } from "./routers/ladder.ts";
import { offerRouter } from "./routers/offer.ts";
import { interviewRouter } from "./routers/interview.ts";
import { jobRouter } from "./routers/job.ts";
import { organizationRouter } from "./routers/organization.ts";
import { policyRouter } from "./routers/policy.ts";
import { preparationRouter } from "./routers/preparation.ts";
import { questionRouter } from "./routers/question.ts";
import { requisitionRouter } from "./routers/requisition.ts";
import { regionRouter } from "./routers/region.ts";
import { retentionRouter } from "./routers/retention.ts";
import { reviewRouter } from "./routers/review.ts";
import { scorecardRouter } from "./routers/scorecard.ts";
import { tokenRouter } from "./routers/token.ts";
import { webhookRouter } from "./routers/webhook.ts";

export const appRouter = router({
  application: applicationRouter,
  approval: approvalRouter,
  audit: auditRouter,
  band: bandRouter,
  candidate: candidateRouter,
  deadline: deadlineRouter,
  debrief: debriefRouter,
  experiment: experimentRouter,
  fairness: fairnessRouter,
  feedback: feedbackRouter,
  framework: frameworkRouter,
  home: homeRouter,
  identity: identityRouter,
  interview: interviewRouter,
  offer: offerRouter,
  job: jobRouter,
  ladder: ladderRouter,
  organization: organizationRouter,
  policy: policyRouter,
  preparation: preparationRouter,
  question: questionRouter,
  requisition: requisitionRouter,
  region: regionRouter,
  retention: retentionRouter,
  review: reviewRouter,
  scorecard: scorecardRouter,
  token: tokenRouter,
  webhook: webhookRouter,
});

type Router = typeof appRouter;

/** The type that clients infer everything from; an interface keeps their declarations small. */
export interface AppRouter extends Router {}
