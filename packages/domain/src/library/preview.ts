import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { libraryOf, requireFrame } from "./access.ts";
import { libraryChanges } from "./changes.ts";
import { parseLibraryYaml } from "./parse.ts";
import type { LibraryChangesView, PreviewLibraryInput } from "./schemas.ts";

/** What importing a file would change; a file that is not right is refused with its first place. */
export async function previewLibrary(
  ctx: ReadCtx,
  { frameworkId, yaml }: z.infer<typeof PreviewLibraryInput>,
): Promise<LibraryChangesView> {
  const parsed = parseLibraryYaml(yaml, await requireFrame(ctx, frameworkId));
  if (!parsed.ok) return refuse("FILE_REFUSED", parsed.error);
  const found = await libraryOf(ctx, frameworkId);
  return {
    upon: found?.version.number ?? 0,
    ...libraryChanges(found?.version.items ?? [], parsed.library.items),
  };
}
