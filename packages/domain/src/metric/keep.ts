import { newId } from "@rubric/db";
import { metricFigure, metricLogin, metricSource } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { type Problem, retryAt } from "./answers.ts";
import type { MetricKey } from "./metrics.ts";
import type { Window } from "./periods.ts";

/** What came of asking a source: figures of quarters, or what went wrong. */
export type Fetched = {
  sourceId: string;
  /** The claim under which it was asked. */
  claimedUntil: Date;
  metric: MetricKey;
  figures: { memberId: string; window: Window; value: number; n: number }[];
  problem: Problem | null;
};

const WEEK_MS = 7 * 86_400_000;

/**
 * The system's own: keeps what a source said, and when it is asked next. NOT_FOUND where it was
 * removed or begun anew by another worker meanwhile; whoever took their name back is left out.
 */
export async function keepFigures(ctx: CommandCtx, fetched: Fetched): Promise<void> {
  const { tx, org, clock } = ctx;
  const { sourceId, problem, metric } = fetched;
  const its = and(eq(metricSource.orgId, org.id), eq(metricSource.id, sourceId));
  const [source] = await tx.select().from(metricSource).where(its).for("no key update");
  if (source?.claimedUntil?.getTime() !== fetched.claimedUntil.getTime()) {
    return refuse("NOT_FOUND", {});
  }
  const failures = problem === null ? 0 : source.failures + 1;
  await tx
    .update(metricSource)
    .set({
      claimedUntil: null,
      problem: problem?.sentence ?? null,
      waitUntil: problem?.waitUntil ?? null,
      failures,
      nextAt:
        problem === null
          ? new Date(clock.getTime() + WEEK_MS)
          : (problem.waitUntil ?? retryAt(failures, clock)),
      ...(problem === null ? { fetchedAt: clock } : {}),
    })
    .where(its);
  const mapped = await tx
    .select({ memberId: metricLogin.memberId })
    .from(metricLogin)
    .where(and(eq(metricLogin.orgId, org.id), eq(metricLogin.sourceId, sourceId)));
  const known = new Set(mapped.map(({ memberId }) => memberId));
  const kept = fetched.figures.filter(({ memberId }) => known.has(memberId));
  for (const { memberId, window, value, n } of kept) {
    const said = { through: window.through, value, n, at: clock };
    await tx
      .insert(metricFigure)
      .values({
        orgId: org.id,
        id: newId(),
        memberId,
        metric,
        period: "quarter",
        from: window.from,
        sourceId,
        ...said,
      })
      .onConflictDoUpdate({
        target: [
          metricFigure.orgId,
          metricFigure.memberId,
          metricFigure.metric,
          metricFigure.period,
          metricFigure.from,
          metricFigure.sourceId,
        ],
        set: said,
      });
  }
  ctx.audit({
    subject: { kind: "metric_source", id: sourceId },
    after: { figures: kept.length, failed: problem !== null },
  });
}
