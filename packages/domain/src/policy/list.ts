import type { ReadCtx } from "../context.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { type Parameter, parametersOf } from "./parameters.ts";
import { allRules } from "./rulebook.ts";
import { ParameterView, type PolicyListView } from "./schemas.ts";
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
      parameters: parametersOf(rule).map(parameterView),
    })),
    may: { draft: mayOf(whyNotAllowed("policy.draft", ctx.duties)) },
  };
}

/** A parameter as a form asks for it; a null within says that it may be left out. */
function parameterView({ name, title, unit, standard, schema }: Parameter): ParameterView {
  const { anyOf = [schema] } = schema;
  const inner = anyOf.find((one) => one.type !== "null") ?? schema;
  return ParameterView.parse({
    name,
    title,
    unit,
    standard: standard ?? null,
    type: inner.type,
    least: inner.minimum ?? null,
    most: inner.maximum ?? null,
    choices: inner.enum ?? [],
  });
}
