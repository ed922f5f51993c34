import type { z } from "zod";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { ladderOf } from "../ladder/ladder.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { requireFramework, versionsOf } from "./access.ts";
import { versionRows } from "./load-version.ts";
import { whyNotEdit, whyNotImport, whyNotStartDraft } from "./rules.ts";
import { FrameworkView, type ShowFrameworkInput } from "./schemas.ts";

/** One version as a matrix. A draft is there only for those who may edit it. */
export async function showFramework(
  ctx: ReadCtx,
  input: z.infer<typeof ShowFrameworkInput>,
): Promise<FrameworkView> {
  return frameworkView(ctx, input.frameworkId, input.versionId);
}

/** The matrix page of a version, as queries and commands of this feature answer with it. */
export async function frameworkView(
  ctx: Pick<CommandCtx, "read" | "org" | "duties">,
  frameworkId: string,
  versionId: string | null,
): Promise<FrameworkView> {
  const orgId = ctx.org.id;
  const head = await requireFramework(ctx.read, orgId, frameworkId);
  const versions = (await versionsOf(ctx.read, orgId, frameworkId)).filter(
    (version) => version.state === "published" || ctx.duties.has("admin"),
  );
  const chosen =
    versionId === null
      ? (versions.find((version) => version.state === "published") ?? versions[0])
      : versions.find((version) => version.id === versionId);
  if (chosen === undefined) return refuse("NOT_FOUND", {});
  const rows = await versionRows(ctx.read, orgId, chosen.id);
  const allowed = (permission: Parameters<typeof whyNotAllowed>[0]) =>
    whyNotAllowed(permission, ctx.duties);
  const edit = whyNotEdit(chosen);
  return FrameworkView.parse({
    id: head.id,
    name: head.name,
    summary: rows.version.summary,
    version: chosen,
    versions,
    levels: ladderOf(rows.levels).map((place, index) => ({
      id: rows.levels[index]?.id,
      ...place,
    })),
    themes: rows.themes.map(({ id, key, name, summary }) => ({ id, key, name, summary })),
    competencies: rows.competencies.map(({ id, key, name, themeId }) => ({
      id,
      key,
      name,
      themeId,
      anchors: rows.anchors
        .filter((anchor) => anchor.competencyId === id)
        .map((anchor) => ({
          id: anchor.id,
          levelId: anchor.levelId,
          summary: anchor.summary,
          proficiency: anchor.proficiency,
          examples: anchor.examples ?? [],
          supportingUrls: anchor.supportingUrls ?? [],
        })),
    })),
    may: {
      editAnchor: mayOf(allowed("framework.editAnchor"), edit),
      startDraft: mayOf(allowed("framework.startDraft"), whyNotStartDraft(versions)),
      discardDraft: mayOf(allowed("framework.discardDraft"), edit),
      publish: mayOf(allowed("framework.publish"), edit),
      import: mayOf(allowed("framework.import"), whyNotImport(versions)),
    },
  });
}
