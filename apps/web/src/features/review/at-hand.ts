import type { ProgressView } from "@rubric/domain/progress/schemas";

type Point = ProgressView["points"][number];

/** What Progress holds of one competency. */
export type AtHand = {
  evidence: ProgressView["evidence"];
  /** What was done of plans. */
  done: Point[];
  /** What each side said of it before this review. */
  marks: Point[];
};

export type AllAtHand = {
  /** The day of the review before; null: there was none, and everything counts. */
  since: string | null;
  /** By the competency's key; only those of which there is something. */
  by: ReadonlyMap<string, AtHand>;
  /** The newest figure of each metric. */
  figures: ProgressView["figures"];
  checkIns: number;
};

/**
 * What the two may see under Progress of the time since the review before, by competency. Nothing of
 * this review itself is in it: marks are of the days before it was opened (law 1).
 */
export function atHandOf(
  progress: Pick<ProgressView, "points" | "evidence" | "metrics" | "figures" | "checkIns">,
  { openedAt, rows }: { openedAt: string; rows: readonly { key: string }[] },
): AllAtHand {
  const marks = progress.points.filter(
    ({ by, day, rating }) =>
      (by === "self" || by === "manager") && rating !== null && day < openedAt.slice(0, 10),
  );
  const since =
    marks
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? null;
  const counts = (day: string) => since === null || day >= since;
  const shown = progress.evidence.filter(({ day, removed }) => removed === null && counts(day));
  const done = progress.points.filter(({ by, day }) => by === "plan" && counts(day));
  const figures = progress.figures.filter(({ through }) => counts(through));
  const by = rows.flatMap(({ key }) => {
    const own = marks.filter(({ competency }) => competency === key);
    const of: AtHand = {
      evidence: shown.filter(({ competencies }) => competencies.includes(key)),
      done: done.filter(({ competency }) => competency === key),
      marks: (["self", "manager"] as const).flatMap(
        (side) => own.findLast((one) => one.by === side) ?? [],
      ),
    };
    const some = of.evidence.length + of.done.length + of.marks.length > 0;
    return some ? [[key, of] as const] : [];
  });
  return {
    since,
    by: new Map(by),
    figures: progress.metrics.flatMap(
      ({ key }) => figures.find(({ metric }) => metric === key) ?? [],
    ),
    checkIns: progress.checkIns.filter(({ week }) => counts(week)).length,
  };
}
