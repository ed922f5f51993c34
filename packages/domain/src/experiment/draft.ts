import { newId } from "@rubric/db";
import { experiment } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { findRule } from "../policy/rulebook.ts";
import { whyNotVary } from "./rules.ts";
import type { DraftExperimentInput, ExperimentView } from "./schemas.ts";
import { VARIABLE } from "./subjects.ts";
import { experimentView } from "./view.ts";

/** Writes an experiment down; it varies nothing until another admin starts it. */
export async function draftExperiment(
  ctx: CommandCtx,
  input: z.infer<typeof DraftExperimentInput>,
): Promise<ExperimentView> {
  if (ctx.actor.kind !== "member") return refuse("FORBIDDEN", {});
  refuseIf(whyNotVary(findRule(input.rule), input.metric));
  const row = {
    orgId: ctx.org.id,
    id: newId(),
    ...input,
    subject: VARIABLE[input.rule]?.subject ?? "",
    state: "draft" as const,
    createdBy: ctx.actor.memberId,
    createdAt: ctx.clock,
  };
  await ctx.tx.insert(experiment).values(row);
  ctx.audit({
    subject: { kind: "experiment", id: row.id },
    after: { ...input },
  });
  return experimentView(ctx, row.id);
}
