import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { LadderView, ShowLadderInput } from "./schemas.ts";
import { ladderView } from "./view.ts";

/** Where a member stands on the ladder, and what is expected at the level asked for. */
export async function showLadder(
  ctx: ReadCtx,
  { memberId, levelId, region }: z.infer<typeof ShowLadderInput>,
): Promise<LadderView> {
  return ladderView(ctx, memberId, { levelId, region });
}
