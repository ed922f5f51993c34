import { Fragment } from "react";
import { RatingGlyph } from "../../ui/rating-glyph.tsx";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { ratings } from "../../ui/ratings.ts";
import classes from "./ladder.module.css";
import type { LadderRow } from "./words.ts";

const ROW = 30;
const EXPECTED = ratings.indexOf("yes");

export type Heads = { self: string; manager: string };

/** What the forms and the places of the ladder's marks mean. */
export function LadderKey({ heads }: { heads: Heads }) {
  return (
    <div className={classes.legend}>
      <p>
        <span>
          <i data-of="self" aria-hidden="true" /> {heads.self}
        </span>
        <span>
          <i data-of="manager" aria-hidden="true" /> {heads.manager}
        </span>
        <span>
          <i data-of="expected" aria-hidden="true" /> expected
        </span>
      </p>
      <p>
        <span>From the left:</span>
        {ratings.map((rating) => (
          <RatingMark key={rating} rating={rating} size={14} withWord />
        ))}
      </p>
    </div>
  );
}

/**
 * For each competency the mark of either side on the five, and the one that is expected. The table
 * beside it says the same in words.
 */
export function LadderLines({ rows }: { rows: readonly LadderRow[] }) {
  const height = rows.length * ROW;
  return (
    <figure className={classes.lines}>
      <div className={classes.scale} aria-hidden="true">
        {ratings.map((rating, n) => (
          <span key={rating} style={{ left: `${placeOf(n)}%` }}>
            <RatingGlyph value={rating} size={16} />
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
          </svg>
          {rows.map((row, n) => (
            <Fragment key={row.key}>
              <Dot said={row.manager} row={n} of="manager" />
              <Dot said={row.self} row={n} of="self" />
            </Fragment>
          ))}
        </div>
      </div>
    </figure>
  );
}

function Dot(props: { said: LadderRow["self"]; row: number; of: "self" | "manager" }) {
  const { said, row, of } = props;
  const rating = said?.rating ?? null;
  if (rating === null) return null;
  return (
    <b
      className={classes.dot}
      data-of={of}
      style={{ left: `${placeOf(ratings.indexOf(rating))}%`, top: (row + 0.5) * ROW }}
    />
  );
}

function placeOf(index: number): number {
  return 10 + index * 20;
}
