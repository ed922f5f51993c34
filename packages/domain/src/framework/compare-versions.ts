import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireFramework, requireVersion, type VersionRow, versionView } from "./access.ts";
import { comparisonOf } from "./comparison.ts";
import { loadFramework } from "./load-version.ts";
import type { CompareFrameworkInput, FrameworkComparisonView } from "./schemas.ts";
import { whyNotCompare } from "./rules.ts";

/** Two versions of a framework in one matrix, with what changed marked. */
export async function compareFrameworkVersions(
  ctx: ReadCtx,
  input: z.infer<typeof CompareFrameworkInput>,
): Promise<FrameworkComparisonView> {
  const before = await readable(ctx, input.beforeId);
  const after = await readable(ctx, input.afterId);
  refuseIf(whyNotCompare(before, after));
  const { id, name } = await requireFramework(ctx.read, ctx.org.id, before.frameworkId);
  return {
    frameworkId: id,
    name,
    before: versionView(before, await nameOf(ctx, before.createdBy)),
    after: versionView(after, await nameOf(ctx, after.createdBy)),
    ...comparisonOf(
      await loadFramework(ctx.read, ctx.org.id, before.id),
      await loadFramework(ctx.read, ctx.org.id, after.id),
    ),
  };
}

async function readable(ctx: ReadCtx, versionId: string): Promise<VersionRow> {
  const version = await requireVersion(ctx.read, ctx.org.id, versionId);
  if (version.state === "draft" && !ctx.duties.has("admin")) return refuse("NOT_FOUND", {});
  return version;
}

async function nameOf(ctx: ReadCtx, memberId: string): Promise<string> {
  const [row] = await ctx.read
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId)));
  return row?.name ?? "";
}
