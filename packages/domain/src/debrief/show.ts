import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { DebriefView, ShowDebriefInput } from "./schemas.ts";
import { debriefView } from "./view.ts";

/** The debrief of a stage; a sealed one says why and shows none of its words. */
export async function showDebrief(
  ctx: ReadCtx,
  input: z.infer<typeof ShowDebriefInput>,
): Promise<DebriefView> {
  return debriefView(ctx, input.applicationId, input.stageId);
}
