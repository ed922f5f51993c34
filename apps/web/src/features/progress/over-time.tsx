import type { PointView, ProgressView } from "@rubric/domain/progress/schemas";
import type { ReactNode } from "react";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import panel from "../../ui/panel.module.css";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { BY, Mark, Multiple } from "./multiple.tsx";
import classes from "./progress.module.css";

/** What was said of each competency over time: drawn small, and beneath it as a table. */
export function OverTime({ of }: { of: ProgressView }) {
  const { points, competencies, today } = of;
  const rows = competencies.flatMap(({ key, name }) => {
    const own = points.filter((point) => point.competency === key);
    return own.length === 0 ? [] : [{ key, name, points: own }];
  });
  const kinds = [...new Set(points.map(({ by }) => by))];
  const from = points[0]?.day ?? today;
  return (
    <section className={panel.panel} aria-label="Competencies over time">
      <div className={panel.head}>
        <h2 className={panel.title}>Competencies over time</h2>
        {rows.length === 0 ? null : (
          <p className={panel.quiet}>
            {dateWords(from)} to {dateWords(today)}
          </p>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState compact title="Nothing is rated yet">
          After the first review, an opened baseline or an item done, each competency is drawn here,
          from Definitely not at the bottom to Strong yes at the top.
        </EmptyState>
      ) : (
        <>
          <ul className={classes.key} aria-label="Who says it">
            {kinds.map((by) => (
              <li key={by}>
                <svg width={16} height={16} aria-hidden="true">
                  <Mark by={by} x={8} y={8} />
                </svg>
                {BY[by]}
              </li>
            ))}
            <li>Bottom: Definitely not · top: Strong yes</li>
          </ul>
          <ul className={classes.multiples}>
            {rows.map((row) => (
              <li key={row.key}>
                <Multiple name={row.name} points={row.points} from={from} to={today} />
              </li>
            ))}
          </ul>
          <DataTable
            caption="What was said of each competency"
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "name", head: "Competency", cell: ({ name }) => name },
              {
                key: "self",
                head: "Self-review",
                cell: (row) => <Course points={row.points} by="self" />,
              },
              {
                key: "manager",
                head: "Manager",
                cell: (row) => <Course points={row.points} by="manager" />,
              },
              {
                key: "baseline",
                head: "Interviews",
                cell: (row) => <Course points={row.points} by="baseline" />,
              },
              {
                key: "plan",
                head: "Done of the plan",
                desk: true,
                cell: ({ points: all }) =>
                  all
                    .filter(({ by }) => by === "plan")
                    .map(({ about, day }) => `${about}, ${dateWords(day)}`)
                    .join("; ") || "–",
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

/** The ratings of one side in their order, the last one with its day and level. */
function Course({ points, by }: { points: PointView[]; by: PointView["by"] }): ReactNode {
  const rated = points.filter((point) => point.by === by);
  const last = rated.at(-1);
  if (last === undefined) return "–";
  return (
    <span>
      {rated.map(({ rating, day, about }, index) =>
        rating === null ? null : (
          <span key={`${day} ${about} ${index}`} style={{ marginRight: 6 }}>
            <RatingMark rating={rating} />
          </span>
        ),
      )}
      <span className={classes.small}>
        {last.about === "" ? "" : `${last.about}, `}
        {dateWords(last.day)}
      </span>
    </span>
  );
}
