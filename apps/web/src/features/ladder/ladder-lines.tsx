import { Fragment } from "react";
import { ratings } from "../../ui/ratings.ts";
import classes from "./ladder.module.css";
import type { LadderRow } from "./words.ts";

const ROW = 30;
const EXPECTED = ratings.indexOf("yes");
const MARKS = ["⊖", "−", "◐", "+", "⊕"] as const;

type Point = { x: number; y: number };

/**
 * One's own line through the ladder: for each competency the mark of either side on the five, and
 * the one that is expected. The table below it says the same in words.
 */
export function LadderLines({ rows, heads }: { rows: readonly LadderRow[]; heads: Heads }) {
  const height = rows.length * ROW;
  const pointsOf = (side: "self" | "manager") =>
    rows.map((row, n) => {
      const rating = row[side]?.rating ?? null;
      return rating === null ? null : { x: placeOf(ratings.indexOf(rating)), y: (n + 0.5) * ROW };
    });
  const [self, manager] = [pointsOf("self"), pointsOf("manager")];
  return (
    <figure className={classes.lines}>
      <figcaption className={classes.legend}>
        <span>
          <i data-of="self" aria-hidden="true" /> {heads.self}
        </span>
        <span>
          <i data-of="manager" aria-hidden="true" /> {heads.manager}
        </span>
        <span>
          <i data-of="expected" aria-hidden="true" /> expected
        </span>
      </figcaption>
      <div className={classes.scale} aria-hidden="true">
        {MARKS.map((mark, n) => (
          <span key={mark} style={{ left: `${placeOf(n)}%` }}>
            {mark}
          </span>
        ))}
      </div>
      <div
        className={classes.chart}
        role="img"
        aria-label="The marks of both sides by competency; the table below has them in words."
      >
        <div className={classes.names} aria-hidden="true">
          {rows.map((row) => (
            <span key={row.key} style={{ height: ROW }}>
              {row.name}
            </span>
          ))}
        </div>
        <div className={classes.track} style={{ height }}>
          <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {rows.map((row, n) => (
              <line
                key={row.key}
                className={classes.rule}
                x1="0"
                x2="100"
                y1={(n + 1) * ROW}
                y2={(n + 1) * ROW}
              />
            ))}
            <line
              className={classes.expected}
              x1={placeOf(EXPECTED)}
              x2={placeOf(EXPECTED)}
              y1="0"
              y2={height}
            />
            {runsOf(manager).map((run) => (
              <polyline key={run} className={classes.manager} points={run} />
            ))}
            {runsOf(self).map((run) => (
              <polyline key={run} className={classes.self} points={run} />
            ))}
          </svg>
          {rows.map((row, n) => (
            <Fragment key={row.key}>
              <Dot at={manager[n] ?? null} of="manager" />
              <Dot at={self[n] ?? null} of="self" />
            </Fragment>
          ))}
        </div>
      </div>
    </figure>
  );
}

export type Heads = { self: string; manager: string };

function Dot({ at, of }: { at: Point | null; of: "self" | "manager" }) {
  if (at === null) return null;
  return <b className={classes.dot} data-of={of} style={{ left: `${at.x}%`, top: at.y }} />;
}

function placeOf(index: number): number {
  return 10 + index * 20;
}

/** The unbroken stretches of a line: where nothing was said it has a gap. */
function runsOf(points: readonly (Point | null)[]): string[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => run.map(({ x, y }) => `${x},${y}`).join(" "));
}
