import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { ScorecardView, ShowScorecardInput } from "./schemas.ts";
import { scorecardView } from "./view.ts";

/** One's own scorecard. */
export async function showScorecard(
  ctx: ReadCtx,
  input: z.infer<typeof ShowScorecardInput>,
): Promise<ScorecardView> {
  return scorecardView(ctx.read, ctx.org.id, input.scorecardId);
}
