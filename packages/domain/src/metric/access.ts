import type { Reader } from "@rubric/db";
import { member, metricFigure, metricLogin, metricSource } from "@rubric/db/schema";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { CONNECTORS } from "./connectors/index.ts";
import { meetsTarget, METRIC_KEYS, type MetricKey } from "./metrics.ts";
import type { FigureView, MappedSourceView, SourceView } from "./schemas.ts";

type At = { read: Reader; org: { id: string } };
export type SourceRow = typeof metricSource.$inferSelect;

const isMetric = (text: string): text is MetricKey => METRIC_KEYS.some((key) => key === text);

/** A member's figures, the newest stretch first; one of them by its id where that is given. */
export async function figuresOf(
  { read, org }: At,
  memberId: string,
  id?: string,
): Promise<FigureView[]> {
  const rows = await read
    .select({
      row: metricFigure,
      author: member.name,
      source: { kind: metricSource.kind, project: metricSource.project },
    })
    .from(metricFigure)
    .leftJoin(
      member,
      and(eq(member.orgId, metricFigure.orgId), eq(member.id, metricFigure.enteredBy)),
    )
    .leftJoin(
      metricSource,
      and(eq(metricSource.orgId, metricFigure.orgId), eq(metricSource.id, metricFigure.sourceId)),
    )
    .where(
      and(
        eq(metricFigure.orgId, org.id),
        eq(metricFigure.memberId, memberId),
        ...(id === undefined ? [] : [eq(metricFigure.id, id)]),
      ),
    )
    .orderBy(desc(metricFigure.through), desc(metricFigure.from), asc(metricFigure.id));
  return rows.flatMap(({ row, author, source }) => {
    const { metric, period, from, through, value, n } = row;
    if (!isMetric(metric)) return [];
    return [
      {
        id: row.id,
        metric,
        period,
        from,
        through,
        value,
        n,
        source: source && { ...source, counts: CONNECTORS[source.kind].counts },
        enteredBy: row.enteredBy === null ? null : (author ?? ""),
        at: toInstant(row.at),
        meets: meetsTarget(metric, value),
      },
    ];
  });
}

/** One figure of a member, or NOT_FOUND. */
export async function requireFigureView(
  ctx: At,
  memberId: string,
  id: string,
): Promise<FigureView> {
  const [found] = await figuresOf(ctx, memberId, id);
  return found ?? refuse("NOT_FOUND", {});
}

/** The sources that are there, with what a member is called at each. */
export async function mappedSources(
  { read, org }: At,
  memberId: string,
): Promise<{ row: SourceRow; login: string | null }[]> {
  return read
    .select({ row: metricSource, login: metricLogin.login })
    .from(metricSource)
    .leftJoin(
      metricLogin,
      and(
        eq(metricLogin.orgId, metricSource.orgId),
        eq(metricLogin.sourceId, metricSource.id),
        eq(metricLogin.memberId, memberId),
      ),
    )
    .where(and(eq(metricSource.orgId, org.id), ne(metricSource.state, "removed")))
    .orderBy(asc(metricSource.id));
}

/** A source as the pair of whom it may know see it. */
export function mappedView({
  row,
  login,
}: {
  row: SourceRow;
  login: string | null;
}): MappedSourceView {
  const { id, kind, project } = row;
  return {
    id,
    kind,
    project,
    metric: CONNECTORS[kind].metric,
    login,
    state: row.state === "paused" ? "paused" : "active",
    fetchedAt: toInstant(row.fetchedAt),
    problem: row.problem,
  };
}

/** A source as an admin sees it; no secret. */
export function sourceView(row: SourceRow): SourceView {
  const { id, kind, baseUrl, project, state, problem } = row;
  const { metric, counts } = CONNECTORS[kind];
  return {
    id,
    kind,
    baseUrl,
    project,
    metric,
    counts,
    state,
    fetchedAt: toInstant(row.fetchedAt),
    problem,
    nextAt: toInstant(row.nextAt),
  };
}

/** What a conditional update of a source gave back, or NOT_FOUND where it is not there (any more). */
export function changedSource([row]: readonly SourceRow[]): SourceView {
  return row === undefined ? refuse("NOT_FOUND", {}) : sourceView(row);
}
