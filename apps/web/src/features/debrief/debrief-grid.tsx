"use client";

import type { CellView, DebriefView, RaterView, RowView } from "@rubric/domain/debrief/schemas";
import { Fragment, useId, useState } from "react";
import { Explained } from "../../ui/explained.tsx";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { ratings, ratingWords } from "../../ui/ratings.ts";
import classes from "./debrief-grid.module.css";
import { Evidence } from "./evidence.tsx";
import { MarkButton } from "./mark-button.tsx";
import { OverallRows } from "./overall-rows.tsx";
import { RaterHead } from "./rater-head.tsx";

const OVERALL = "overall";
const APART = "How many steps lie between the lowest and the highest mark, second ratings counted.";

/** Criteria by raters, the most disputed first. Arrows move, Enter opens the words, Escape closes. */
export function DebriefGrid({ view }: { view: DebriefView }) {
  const id = useId();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const shown = view.raters.filter((rater) => rater.state === "submitted");
  const toggle = (criterionId: string, to?: boolean) =>
    setOpened((now) => {
      const next = new Set(now);
      if (to ?? !next.has(criterionId)) next.add(criterionId);
      else next.delete(criterionId);
      return next;
    });
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.grid}>
          <caption className={classes.caption}>
            Ratings by criterion and rater, the most disputed first. A mark opens the words behind
            it. Apart: {APART}
          </caption>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                Criterion
              </th>
              {shown.map((rater) => (
                <RaterHead key={rater.scorecardId} rater={rater} />
              ))}
              <th scope="col" className={classes.apartHead}>
                <Explained by={APART} className={classes.apartWord}>
                  Apart
                </Explained>
              </th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row, n) => (
              <Fragment key={row.criterionId}>
                <tr data-open={opened.has(row.criterionId) || undefined}>
                  <th scope="row" className={classes.criterion}>
                    <span className={classes.name}>{row.name}</span>
                    <span className={classes.expected}>
                      {row.expected.level}
                      {row.required ? "" : ", optional"}
                      {row.withdrawn ? ", withdrawn" : ""}
                    </span>
                  </th>
                  {shown.map((rater, column) => (
                    <GridCell
                      key={rater.scorecardId}
                      rater={rater}
                      row={row}
                      place={`${n}:${column}`}
                      expanded={opened.has(row.criterionId)}
                      controls={`${id}-${row.criterionId}`}
                      onToggle={(to) => toggle(row.criterionId, to)}
                    />
                  ))}
                  <td className={classes.apart} data-far={(row.spread ?? 0) >= 2 || undefined}>
                    {apartWords(row.spread)}
                  </td>
                </tr>
                {opened.has(row.criterionId) ? (
                  <tr className={classes.opened} id={`${id}-${row.criterionId}`}>
                    <td colSpan={shown.length + 2}>
                      <div className={classes.inside}>
                        <Evidence row={row} raters={shown} mayRate={view.may.rate} />
                      </div>
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
            <OverallRows
              raters={shown}
              row={view.rows.length}
              expanded={opened.has(OVERALL)}
              id={`${id}-${OVERALL}`}
              onToggle={(to) => toggle(OVERALL, to)}
            />
          </tbody>
        </table>
      </div>
      <ul className={classes.legend} aria-label="What the marks mean">
        {[...ratings, "not_assessed" as const].map((one) => (
          <li key={one}>
            <RatingMark rating={one} size={14} withWord />
          </li>
        ))}
      </ul>
      <p className={classes.legend}>
        Independent raters agree where their last marks are at most one step apart.
      </p>
    </>
  );
}

function apartWords(spread: number | null): string {
  if (spread === null) return "–";
  if (spread === 0) return "same";
  return spread === 1 ? "1 step" : `${spread} steps`;
}

function GridCell(props: {
  rater: RaterView;
  row: RowView;
  place: string;
  expanded: boolean;
  controls: string;
  onToggle: (to?: boolean) => void;
}) {
  const { rater, row, place, expanded, controls, onToggle } = props;
  const cell = row.cells.find((one) => one.scorecardId === rater.scorecardId);
  if (cell === undefined) return <td className={classes.none}>·</td>;
  return (
    <td className={classes.cell}>
      <MarkButton
        place={place}
        expanded={expanded}
        controls={controls}
        label={`${rater.name} on ${row.name}: ${said(cell)}`}
        onToggle={onToggle}
      >
        <RatingMark rating={cell.rating ?? "not_assessed"} size={20} />
        {cell.second === null ? null : (
          <>
            <span aria-hidden="true" className={classes.arrow}>
              →
            </span>
            <RatingMark rating={cell.second.rating} size={20} />
          </>
        )}
      </MarkButton>
    </td>
  );
}

function said(cell: CellView): string {
  const first = ratingWords[cell.rating ?? "not_assessed"];
  return cell.second === null ? first : `${first}, then ${ratingWords[cell.second.rating]}`;
}
