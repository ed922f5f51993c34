import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { requireFramework } from "../framework/access.ts";
import { bandsOf, dayOf } from "./access.ts";
import { emitBands } from "./emit.ts";
import { inForce } from "./rules.ts";
import type { BandFileView, ExportBandsInput } from "./schemas.ts";

/** The bands in force today as a file; read in again they are drafts from the day they say. */
export async function exportBands(
  ctx: ReadCtx,
  input: z.infer<typeof ExportBandsInput>,
): Promise<z.infer<typeof BandFileView>> {
  await requireFramework(ctx.read, ctx.org.id, input.frameworkId);
  const rows = await bandsOf(ctx, input.frameworkId);
  const today = dayOf(ctx.clock);
  const bands = rows
    .filter((row) => inForce(rows, row.levelKey, row.region, today)?.id === row.id)
    .map(({ levelKey, ...row }) => ({ ...row, level: levelKey }));
  return {
    fileName: input.format === "yaml" ? "pay-bands.yml" : "pay-bands.csv",
    text: emitBands(input.format, bands),
  };
}
