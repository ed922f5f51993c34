import type { Reader } from "@rubric/db";
import { experiment } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { refuse } from "../errors.ts";
import type { RunningExperiment } from "./variant.ts";

export type ExperimentRow = typeof experiment.$inferSelect;

/** An experiment of the organization, or NOT_FOUND. */
export async function requireExperiment(
  read: Reader,
  orgId: string,
  experimentId: string,
): Promise<ExperimentRow> {
  const [row] = await read
    .select()
    .from(experiment)
    .where(and(eq(experiment.orgId, orgId), eq(experiment.id, experimentId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** The experiments of an organization that run, one a rule at most. */
export async function runningExperiments(
  read: Reader,
  orgId: string,
): Promise<RunningExperiment[]> {
  return read
    .select({ id: experiment.id, rule: experiment.rule, variants: experiment.variants })
    .from(experiment)
    .where(and(eq(experiment.orgId, orgId), eq(experiment.state, "running")));
}
