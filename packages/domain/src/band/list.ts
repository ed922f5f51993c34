import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { BandListView, ListBandsInput } from "./schemas.ts";
import { bandListView } from "./view.ts";

/** The bands of a framework by region and level, earlier versions and drafts among them. */
export async function listBands(
  ctx: ReadCtx,
  input: z.infer<typeof ListBandsInput>,
): Promise<BandListView> {
  return bandListView(ctx, input.frameworkId);
}
