import {
  anchor,
  competency,
  framework,
  frameworkLevel,
  frameworkTheme,
  frameworkVersion,
} from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockFramework, lockVersion, requireVersion, versionsOf } from "./access.ts";
import { emitFrameworkYaml } from "./emit.ts";
import { listFrameworks } from "./list.ts";
import { loadFramework } from "./load-version.ts";
import { whyNotEdit } from "./rules.ts";
import type { FrameworkListView, FrameworkVersionInput } from "./schemas.ts";

/** Deletes a draft; a framework that was never published goes with it. Its text stays in the audit entry. */
export async function discardFrameworkDraft(
  ctx: CommandCtx,
  input: z.infer<typeof FrameworkVersionInput>,
): Promise<FrameworkListView> {
  const orgId = ctx.org.id;
  const { frameworkId } = await requireVersion(ctx.tx, orgId, input.versionId);
  await lockFramework(ctx, frameworkId);
  const version = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotEdit(version));
  const text = emitFrameworkYaml(await loadFramework(ctx.tx, orgId, version.id));
  await deleteVersion(ctx, version.id);
  if ((await versionsOf(ctx.tx, orgId, frameworkId)).length === 0) {
    await ctx.tx
      .delete(framework)
      .where(and(eq(framework.orgId, orgId), eq(framework.id, frameworkId)));
  }
  ctx.audit({
    subject: { kind: "framework_version", id: version.id },
    before: { number: version.number, state: version.state, yaml: text },
  });
  return listFrameworks(ctx, {});
}

async function deleteVersion(ctx: CommandCtx, versionId: string): Promise<void> {
  const orgId = ctx.org.id;
  const rows = ctx.tx
    .select({ id: competency.id })
    .from(competency)
    .where(and(eq(competency.orgId, orgId), eq(competency.versionId, versionId)));
  await ctx.tx
    .delete(anchor)
    .where(and(eq(anchor.orgId, orgId), inArray(anchor.competencyId, rows)));
  for (const table of [competency, frameworkTheme, frameworkLevel]) {
    await ctx.tx.delete(table).where(and(eq(table.orgId, orgId), eq(table.versionId, versionId)));
  }
  await ctx.tx
    .delete(frameworkVersion)
    .where(and(eq(frameworkVersion.orgId, orgId), eq(frameworkVersion.id, versionId)));
}
