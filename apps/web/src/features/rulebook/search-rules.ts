import type { RuleView } from "@rubric/domain/policy/schemas";

export type Group = { title: string; rules: RuleView[] };

const FEATURES: Readonly<Record<string, string>> = {
  access: "Access",
  application: "Applications",
  band: "Pay bands",
  candidate: "Candidates",
  debrief: "Debriefs and decisions",
  framework: "Frameworks",
  interview: "Interviews",
  job: "Jobs and posts",
  offer: "Offers",
  organization: "Organization and members",
  policy: "Policies",
  question: "Question bank",
  requisition: "Requisitions",
  retention: "Retention",
  scorecard: "Scorecards",
  token: "Access tokens",
  webhook: "Webhooks",
};

/**
 * The rules that hold every word that was typed: those that a policy may set in a group of their
 * own, first; the others by what they are about. Groups without a rule are left out.
 */
export function findRules(rules: readonly RuleView[], typed: string): Group[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = rules.filter((rule) => {
    const text = textOf(rule);
    return words.every((word) => text.includes(word));
  });
  const settable = found.filter((rule) => rule.settable);
  const fixed = Map.groupBy(
    found.filter((rule) => !rule.settable),
    (rule) => rule.feature,
  );
  return [
    ...(settable.length === 0 ? [] : [{ title: "Set by policy", rules: settable }]),
    ...[...fixed].map(([feature, group]) => ({
      title: FEATURES[feature] ?? feature,
      rules: group,
    })),
  ];
}

function textOf(rule: RuleView): string {
  const sentences = rule.kinds.map(({ kind, sentence }) => `${kind} ${sentence}`);
  const laws = rule.laws.map((law) => `law ${law}`);
  const parameters = rule.parameters.map(({ name, title }) => `${name} ${title}`);
  const words = [rule.name, ...sentences, ...rule.points, ...laws, ...rule.codes, ...rule.effects];
  return [...words, ...parameters, rule.tests].join("\n").toLowerCase();
}
