import { regionPack } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { writeYaml } from "../yaml/write-yaml.ts";
import { BUILT_IN } from "./built-in.ts";
import { type ExportRegionPackInput, RegionPack, type RegionPackFileView } from "./schemas.ts";

/** A version of the rules as the file that an import reads. */
export async function exportPack(
  ctx: ReadCtx,
  input: z.infer<typeof ExportRegionPackInput>,
): Promise<z.infer<typeof RegionPackFileView>> {
  if (input.packId === null) {
    return { fileName: "regions-built-in.yaml", yaml: writeYaml(BUILT_IN) };
  }
  const [row] = await ctx.read
    .select({ number: regionPack.number, document: regionPack.document })
    .from(regionPack)
    .where(and(eq(regionPack.orgId, ctx.org.id), eq(regionPack.id, input.packId)));
  if (row === undefined) return refuse("NOT_FOUND", {});
  return {
    fileName: `regions-${row.number}.yaml`,
    yaml: writeYaml(RegionPack.parse(row.document)),
  };
}
