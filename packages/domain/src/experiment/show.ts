import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { ExperimentInput, ExperimentView } from "./schemas.ts";
import { experimentView } from "./view.ts";

/** One experiment. */
export async function showExperiment(
  ctx: ReadCtx,
  input: z.infer<typeof ExperimentInput>,
): Promise<ExperimentView> {
  return experimentView(ctx, input.experimentId);
}
