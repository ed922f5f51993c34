import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { BaselineInput, BaselineView } from "./schemas.ts";
import { baselineView } from "./view.ts";

/** What the interviews showed before somebody was hired, as the reader may see it. */
export async function showBaseline(
  ctx: ReadCtx,
  { memberId }: z.infer<typeof BaselineInput>,
): Promise<BaselineView> {
  return baselineView(ctx, memberId);
}
