import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { competencyKey } from "../framework/rows.ts";
import { libraryOf, requireFrame } from "./access.ts";
import { emitLibraryYaml } from "./emit.ts";
import type { ExportLibraryInput, LibraryFileView } from "./schemas.ts";

/** The newest version as the text of a file that imports to the same items again. */
export async function exportLibrary(
  ctx: ReadCtx,
  { frameworkId }: z.infer<typeof ExportLibraryInput>,
): Promise<z.infer<typeof LibraryFileView>> {
  await requireFrame(ctx, frameworkId);
  const found = await libraryOf(ctx, frameworkId);
  if (found === null) return refuse("LIBRARY_MISSING", {});
  const { name, summary, number, items } = found.version;
  return {
    fileName: `${competencyKey(name) || "library"}.v${number}.yml`,
    yaml: emitLibraryYaml({ name, summary, items }),
  };
}
