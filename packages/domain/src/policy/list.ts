import type { ReadCtx } from "../context.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { parametersOf } from "./parameters.ts";
import { allRules } from "./rulebook.ts";
import type { PolicyListView } from "./schemas.ts";
import { policyViews } from "./view.ts";

/** The organization's policies, and the rules that they can set. */
export async function listPolicies(ctx: ReadCtx): Promise<PolicyListView> {
  return {
    policies: await policyViews(ctx),
    rules: allRules().map((rule) => ({
      name: rule.name,
      kinds: [...rule.kinds],
      templates: Object.fromEntries(Object.entries(rule.template)),
      laws: [...rule.laws],
      parameters: parametersOf(rule).map(({ schema, ...rest }) => ({
        ...rest,
        schema: Object.fromEntries(Object.entries(schema)),
      })),
    })),
    cache: ctx.policy.counts(),
    may: { draft: mayOf(whyNotAllowed("policy.draft", ctx.duties)) },
  };
}
