import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireVersion } from "./access.ts";
import { emitFrameworkYaml } from "./emit.ts";
import { loadFramework } from "./load-version.ts";
import { competencyKey } from "./rows.ts";
import type { ExportFrameworkInput, ExportView } from "./schemas.ts";

/** A version as the text of a file that imports to the same version again. */
export async function exportFramework(
  ctx: ReadCtx,
  input: z.infer<typeof ExportFrameworkInput>,
): Promise<z.infer<typeof ExportView>> {
  const version = await requireVersion(ctx.read, ctx.org.id, input.versionId);
  if (version.state === "draft" && !ctx.duties.has("admin")) return refuse("NOT_FOUND", {});
  const framework = await loadFramework(ctx.read, ctx.org.id, version.id);
  const name = competencyKey(framework.name) || "framework";
  return { fileName: `${name}.v${version.number}.yml`, yaml: emitFrameworkYaml(framework) };
}
