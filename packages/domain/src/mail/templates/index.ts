import type { Template } from "../letter.ts";
import { applicationTemplates } from "./application.ts";
import { candidateTemplates } from "./candidate.ts";
import { deadlineTemplates } from "./deadline.ts";
import { feedbackTemplates } from "./feedback.ts";
import { interviewTemplates } from "./interview.ts";
import { jobTemplates } from "./job.ts";
import { offerTemplates } from "./offer.ts";
import { organizationTemplates } from "./organization.ts";
import { planTemplates } from "./plan.ts";
import { recordTemplates } from "./record.ts";
import { requisitionTemplates } from "./requisition.ts";
import { retentionTemplates } from "./retention.ts";
import { reviewTemplates } from "./review.ts";
import { scorecardTemplates } from "./scorecard.ts";
import { webhookTemplates } from "./webhook.ts";

/** Every e-mail there is within an organization: name → how it is written. */
export const TEMPLATES = {
  ...candidateTemplates,
  ...applicationTemplates,
  ...interviewTemplates,
  ...jobTemplates,
  ...scorecardTemplates,
  ...offerTemplates,
  ...requisitionTemplates,
  ...organizationTemplates,
  ...retentionTemplates,
  ...reviewTemplates,
  ...planTemplates,
  ...webhookTemplates,
  ...deadlineTemplates,
  ...recordTemplates,
  ...feedbackTemplates,
};

export type TemplateName = keyof typeof TEMPLATES;

/** The template of a stored e-mail; null for a name that this version does not know. */
export function templateOf(name: string): Template | null {
  return isTemplate(name) ? TEMPLATES[name] : null;
}

function isTemplate(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name);
}
