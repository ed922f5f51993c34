import { experiment } from "@rubric/db/schema";
import { desc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { allRules } from "../policy/rulebook.ts";
import { whyNotVary } from "./rules.ts";
import type { ExperimentsView } from "./schemas.ts";
import { METRIC_WORDS, VARIABLE } from "./subjects.ts";
import { headOf, sentenceOf } from "./view.ts";

/** Every experiment of the organization, and the rules that one may vary. */
export async function listExperiments(ctx: ReadCtx): Promise<ExperimentsView> {
  const rows = await ctx.read
    .select()
    .from(experiment)
    .where(eq(experiment.orgId, ctx.org.id))
    .orderBy(desc(experiment.id));
  return {
    experiments: rows.map((row) => ({ ...headOf(row), variants: row.variants.length })),
    rules: allRules().flatMap((rule) => {
      const variable = VARIABLE[rule.name];
      if (variable === undefined || whyNotVary(rule) !== null) return [];
      const { subject, metrics } = variable;
      return [
        {
          name: rule.name,
          sentence: sentenceOf(rule.name),
          subject,
          metrics: metrics.map((name) => ({ name, ...METRIC_WORDS[name] })),
          running: rows.some((row) => row.rule === rule.name && row.state === "running"),
        },
      ];
    }),
  };
}
