import { metricSource } from "@rubric/db/schema";
import { and, asc, eq, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { mayOf } from "../may.ts";
import { sourceView } from "./access.ts";
import { whyNotAddSource } from "./rules.ts";
import type { SourcesView } from "./schemas.ts";

/** The organization's code hosts and trackers; nothing that they say of anybody. */
export async function listSources(ctx: Pick<ReadCtx, "read" | "org">): Promise<SourcesView> {
  const rows = await ctx.read
    .select()
    .from(metricSource)
    .where(and(eq(metricSource.orgId, ctx.org.id), ne(metricSource.state, "removed")))
    .orderBy(asc(metricSource.id));
  return { sources: rows.map(sourceView), may: { add: mayOf(whyNotAddSource(rows.length)) } };
}
