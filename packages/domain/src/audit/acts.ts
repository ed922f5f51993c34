import {
  application,
  type auditEntry,
  candidate,
  erasure,
  job,
  scorecard,
} from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { whyNotAllowed } from "../may.ts";
import type { AuditEntryView } from "./schemas.ts";

type Named = {
  entry: Pick<typeof auditEntry.$inferSelect, "action" | "subjectId">;
  /** Null where the entry is of nobody, or of somebody whom the reader may not see. */
  candidateId: string | null;
};

const WRITTEN: readonly string[] = ["scorecard.submit", "scorecard.correct"];

/**
 * What the reader may do from an entry: strike the scorecard it tells of while that is submitted,
 * and have its candidate erased while nobody asked for it yet.
 */
export async function actsReader(
  ctx: ReadCtx,
  rows: readonly Named[],
): Promise<(row: Named) => AuditEntryView["acts"]> {
  const submitted = await submittedOf(ctx, rows);
  const kept = await keptOf(ctx, rows);
  return ({ entry, candidateId }) => ({
    strike:
      candidateId !== null && WRITTEN.includes(entry.action) && submitted.has(entry.subjectId)
        ? entry.subjectId
        : null,
    erase: candidateId === null ? null : (kept.get(candidateId) ?? null),
  });
}

async function submittedOf(ctx: ReadCtx, rows: readonly Named[]): Promise<ReadonlySet<string>> {
  const ids = rows
    .filter(({ entry }) => WRITTEN.includes(entry.action))
    .map(({ entry }) => entry.subjectId)
    .filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0 || whyNotAllowed("scorecard.strike", ctx.duties) !== null) return new Set();
  const found = await ctx.read
    .select({ id: scorecard.id })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        inArray(scorecard.id, [...new Set(ids)]),
        eq(scorecard.state, "submitted"),
      ),
    );
  return new Set(found.map((row) => row.id));
}

/** Those who can be erased, by name and by what they applied for: the trail itself keeps neither. */
async function keptOf(
  ctx: ReadCtx,
  rows: readonly Named[],
): Promise<ReadonlyMap<string, NonNullable<AuditEntryView["acts"]["erase"]>>> {
  const ids = rows.flatMap(({ candidateId }) => (candidateId === null ? [] : [candidateId]));
  if (ids.length === 0 || whyNotAllowed("retention.erase", ctx.duties) !== null) return new Map();
  const underway = ctx.read
    .select({ one: sql`1` })
    .from(erasure)
    .where(
      and(
        eq(erasure.orgId, ctx.org.id),
        eq(erasure.candidateId, candidate.id),
        ne(erasure.state, "done"),
      ),
    );
  const found = await ctx.read
    .select({ id: candidate.id, name: candidate.name, job: job.title })
    .from(candidate)
    .leftJoin(
      application,
      and(eq(application.orgId, candidate.orgId), eq(application.candidateId, candidate.id)),
    )
    .leftJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(
      and(
        eq(candidate.orgId, ctx.org.id),
        inArray(candidate.id, [...new Set(ids)]),
        isNull(candidate.erasedAt),
        notExists(underway),
      ),
    )
    .orderBy(asc(application.createdAt));
  return new Map(
    [...Map.groupBy(found, (row) => row.id)].map(([id, of]) => [
      id,
      {
        id,
        name: of[0]?.name ?? "",
        jobs: [...new Set(of.flatMap((row) => (row.job === null ? [] : [row.job])))],
      },
    ]),
  );
}
