import {
  competency,
  framework,
  frameworkLevel,
  frameworkVersion,
  job,
  member,
} from "@rubric/db/schema";
import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { versionView } from "./access.ts";
import type { FrameworkListView, ListFrameworksInput } from "./schemas.ts";

/** The frameworks of the organization by name; a draft is listed only for those who may edit it. */
export async function listFrameworks(
  ctx: ReadCtx,
  _input: z.infer<typeof ListFrameworksInput>,
): Promise<FrameworkListView> {
  const orgId = ctx.org.id;
  const rows = await ctx.read
    .select({ framework, version: frameworkVersion, createdBy: member.name })
    .from(framework)
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, framework.orgId),
        eq(frameworkVersion.frameworkId, framework.id),
      ),
    )
    .innerJoin(
      member,
      and(eq(member.orgId, frameworkVersion.orgId), eq(member.id, frameworkVersion.createdBy)),
    )
    .where(eq(framework.orgId, orgId))
    .orderBy(asc(framework.name), desc(frameworkVersion.number));
  const seen = rows.filter(
    ({ version }) => version.state === "published" || ctx.duties.has("admin"),
  );
  const shown = new Map<string, (typeof rows)[number]>();
  for (const row of seen) {
    const best = shown.get(row.framework.id);
    const better = best?.version.state === "draft" && row.version.state === "published";
    if (best === undefined || better) shown.set(row.framework.id, row);
  }
  const versionIds = [...shown.values()].map((row) => row.version.id);
  const levels = await ctx.read
    .select()
    .from(frameworkLevel)
    .where(and(eq(frameworkLevel.orgId, orgId), inArray(frameworkLevel.versionId, versionIds)))
    .orderBy(asc(frameworkLevel.position));
  const sizes = await ctx.read
    .select({ versionId: competency.versionId, size: count() })
    .from(competency)
    .where(and(eq(competency.orgId, orgId), inArray(competency.versionId, versionIds)))
    .groupBy(competency.versionId);
  const jobs = await ctx.read
    .select({ frameworkId: job.frameworkId, jobs: count() })
    .from(job)
    .where(eq(job.orgId, orgId))
    .groupBy(job.frameworkId);
  return {
    frameworks: [...shown.values()].map((row) => ({
      id: row.framework.id,
      name: row.framework.name,
      summary: row.version.summary,
      versions: seen
        .filter((one) => one.framework.id === row.framework.id)
        .map((one) => versionView(one.version, one.createdBy)),
      levels: levels
        .filter((level) => level.versionId === row.version.id)
        .map(({ key, name }) => ({ key, name })),
      competencies: sizes.find((size) => size.versionId === row.version.id)?.size ?? 0,
      jobs: jobs.find((one) => one.frameworkId === row.framework.id)?.jobs ?? 0,
    })),
    may: { import: mayOf(whyNotAllowed("framework.import", ctx.duties)) },
  };
}
