import { APPLICATION_RULES } from "../application/rulebook.ts";
import { APPROVAL_RULES } from "../approval/rulebook.ts";
import { BAND_RULES } from "../band/rulebook.ts";
import { BASELINE_RULES } from "../baseline/rulebook.ts";
import { CANDIDATE_RULES } from "../candidate/rulebook.ts";
import { CHECK_IN_RULES } from "../check-in/rulebook.ts";
import { DEADLINE_RULES } from "../deadline/rulebook.ts";
import { DEBRIEF_RULES } from "../debrief/rulebook.ts";
import { EVIDENCE_RULES } from "../evidence/rulebook.ts";
import { EXPERIMENT_RULES } from "../experiment/rulebook.ts";
import { FAIRNESS_RULES } from "../fairness/rulebook.ts";
import { FEEDBACK_RULES } from "../feedback/rulebook.ts";
import { FRAMEWORK_RULES } from "../framework/rulebook.ts";
import { IDENTITY_RULES } from "../identity/rulebook.ts";
import { INTERVIEW_RULES } from "../interview/rulebook.ts";
import { JOB_RULES } from "../job/rulebook.ts";
import { whyNotAllowed, whyNotImpartial } from "../may.ts";
import { METRIC_RULES } from "../metric/rulebook.ts";
import { LIBRARY_RULES } from "../library/rulebook.ts";
import { OFFER_RULES } from "../offer/rulebook.ts";
import { ORGANIZATION_RULES } from "../organization/rulebook.ts";
import { PLAN_RULES } from "../plan/rulebook.ts";
import { QUESTION_RULES } from "../question/rulebook.ts";
import { REQUISITION_RULES } from "../requisition/rulebook.ts";
import { REGION_RULES } from "../region/rulebook.ts";
import { RETENTION_RULES } from "../retention/rulebook.ts";
import { REVIEW_RULES } from "../review/rulebook.ts";
import { ROUND_RULES } from "../round/rulebook.ts";
import { SCORECARD_RULES } from "../scorecard/rulebook.ts";
import { TOKEN_RULES } from "../token/rulebook.ts";
import { WEBHOOK_RULES } from "../webhook/rulebook.ts";
import { permissionRow } from "../permissions.ts";
import { EVERY_POINT, fixed, type FixedRule } from "./fixed-rule.ts";
import { POLICY_RULES } from "./own-rules.ts";

const IMPARTIAL = EVERY_POINT.filter((point) => permissionRow(point).impartial === true);

/** Every rule that no policy sets, feature by feature. */
export const FIXED_RULES: readonly FixedRule[] = [
  fixed("access", whyNotAllowed, {
    says: "Somebody does only what one of their roles or duties allows.",
    points: EVERY_POINT,
    codes: ["FORBIDDEN"],
    laws: [15],
    tests: "may.test.ts",
  }),
  fixed("access", whyNotImpartial, {
    says: "Who referred the candidate, declared a relation or is the candidate takes no part in judging them.",
    points: [...IMPARTIAL, "application.addNote", "requisition.approve"],
    codes: ["CONFLICT_OF_INTEREST"],
    laws: [7],
    tests: "may.test.ts",
  }),
  ...APPLICATION_RULES,
  ...APPROVAL_RULES,
  ...BAND_RULES,
  ...BASELINE_RULES,
  ...CANDIDATE_RULES,
  ...CHECK_IN_RULES,
  ...DEADLINE_RULES,
  ...DEBRIEF_RULES,
  ...EVIDENCE_RULES,
  ...EXPERIMENT_RULES,
  ...FAIRNESS_RULES,
  ...FEEDBACK_RULES,
  ...FRAMEWORK_RULES,
  ...IDENTITY_RULES,
  ...INTERVIEW_RULES,
  ...JOB_RULES,
  ...METRIC_RULES,
  ...LIBRARY_RULES,
  ...OFFER_RULES,
  ...ORGANIZATION_RULES,
  ...PLAN_RULES,
  ...POLICY_RULES,
  ...QUESTION_RULES,
  ...REQUISITION_RULES,
  ...REGION_RULES,
  ...RETENTION_RULES,
  ...REVIEW_RULES,
  ...ROUND_RULES,
  ...SCORECARD_RULES,
  ...TOKEN_RULES,
  ...WEBHOOK_RULES,
];
