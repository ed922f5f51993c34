import type { PolicyListView } from "@rubric/domain/policy/schemas";
import { expect, it } from "vitest";
import { findPolicies } from "./find-policies.ts";

const rule = (name: string, sentence: string): PolicyListView["rules"][number] => ({
  name,
  kinds: ["validation"],
  templates: { validation: sentence },
  laws: name === "offer.band" ? [8] : [],
  parameters: [],
});
const EVERYONE = { region: null, experiment: null, client: null, network: null };
const RULES = [
  rule("offer.band", "An offer lies inside its band."),
  rule("offer.headcount", "An offer needs an opening."),
  rule("interview.load", "Nobody interviews too often."),
];
const POLICIES = [{ id: "1", rule: "offer.headcount", segment: EVERYONE, versions: [] }];

it.each([
  ["", false, ["Interviews: interview.load", "Offers: offer.band", "Offers: offer.headcount"]],
  ["law 8", false, ["Offers: offer.band"]],
  ["often", false, ["Interviews: interview.load"]],
  ["offers opening", false, ["Offers: offer.headcount"]],
  ["", true, ["Offers: offer.headcount"]],
  ["band", true, []],
])("%j, only what was set %s: %j", (typed, set, expected) => {
  const found = findPolicies({ rules: RULES, policies: POLICIES }, { typed, set });
  expect(found.flatMap(({ title, rules }) => rules.map(({ name }) => `${title}: ${name}`))).toEqual(
    expected,
  );
});
