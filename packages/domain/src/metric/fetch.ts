import { metricSource } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { mappedSources, type SourceRow } from "./access.ts";
import { whyNotFetch } from "./rules.ts";
import type { FetchAskedView, FetchFiguresInput } from "./schemas.ts";

/** Asks the worker to fetch a member's figures now, from each source that knows them and is ready. */
export async function fetchFigures(
  ctx: CommandCtx,
  { memberId }: z.infer<typeof FetchFiguresInput>,
): Promise<z.infer<typeof FetchAskedView>> {
  const { tx, org, clock, limits } = ctx;
  const known = (await mappedSources(ctx, memberId)).filter(({ login }) => login !== null);
  const ready = known.filter(({ row }) => isReady(row, clock, limits.metricFetchMinutes));
  const minutes = limits.metricFetchMinutes;
  refuseIf(whyNotFetch({ sources: known.length, ready: ready.length, minutes }));
  const ids = ready.map(({ row }) => row.id);
  await tx
    .update(metricSource)
    .set({ nextAt: clock })
    .where(and(eq(metricSource.orgId, org.id), inArray(metricSource.id, ids)));
  for (const id of ids) await ctx.enqueue("metric", { orgId: org.id, id });
  ctx.audit({ subject: { kind: "member", id: memberId }, after: { sources: ids } });
  return { sources: ids.length };
}

/** Whether a source may be asked now by somebody who does not wait for its week to pass. */
export function isReady(row: SourceRow, now: Date, minutes: number): boolean {
  const rested =
    row.fetchedAt === null || now.getTime() - row.fetchedAt.getTime() >= minutes * 60_000;
  const left = row.waitUntil === null || row.waitUntil <= now;
  return row.state === "active" && rested && left;
}
