const FEATURES: Readonly<Record<string, string>> = {
  access: "Access",
  application: "Applications",
  approval: "Approvals",
  audit: "Audit",
  band: "Pay bands",
  baseline: "Baseline",
  candidate: "Candidates",
  deadline: "Deadlines",
  debrief: "Debriefs and decisions",
  experiment: "Experiments",
  fairness: "Adverse impact",
  feedback: "Feedback",
  framework: "Frameworks",
  insight: "Insight",
  interview: "Interviews",
  job: "Jobs and posts",
  offer: "Offers",
  organization: "Organization and members",
  policy: "Policies",
  preparation: "Preparation",
  question: "Question bank",
  region: "Regions",
  requisition: "Requisitions",
  retention: "Retention",
  review: "Reviews",
  round: "Review rounds",
  scorecard: "Scorecards",
  token: "Access tokens",
  webhook: "Webhooks",
};

/** The feature that a rule belongs to, by the first part of its name: "Offers" for `offer.band`. */
export function featureWords(rule: string): string {
  const [feature = rule] = rule.split(".");
  return FEATURES[feature] ?? feature;
}

/** A name in the code as words: "Rejection delay" for `rejectionDelay`. */
export function nameWords(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a parameter or a fact is, in words. */
export function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueWords).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value === "" ? "none" : value.replaceAll("_", " ");
  return value === null || value === undefined ? "none" : JSON.stringify(value);
}
