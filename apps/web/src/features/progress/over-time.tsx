import type { PointView, ProgressView } from "@rubric/domain/progress/schemas";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import panel from "../../ui/panel.module.css";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { ratings } from "../../ui/ratings.ts";
import { dateWords } from "../../ui/time-words.ts";
import { Mark, Multiple } from "./multiple.tsx";
import { againstWords, BY, namesVersions } from "./point-words.ts";
import classes from "./progress.module.css";

const COLUMNS = [
  ["self", "Self-review"],
  ["manager", "Manager"],
  ["baseline", "Interviews"],
  ["plan", "Done of the plan"],
] as const satisfies readonly (readonly [PointView["by"], string])[];

/** What was said of each competency over time: drawn small, and beneath it as a table. */
export function OverTime({ of }: { of: ProgressView }) {
  const { points, competencies, today } = of;
  const rows = competencies.flatMap(({ key, name }) => {
    const own = points.filter((point) => point.competency === key);
    return own.length === 0 ? [] : [{ key, name, points: own }];
  });
  const from = points[0]?.day ?? today;
  const withVersion = namesVersions(points);
  const withDone = points.some(({ rating }) => rating === null);
  const kinds = [...new Set(points.map(({ by }) => by))];
  const column = ([by, head]: (typeof COLUMNS)[number]) => ({
    key: by,
    head,
    cell: (row: { points: PointView[] }) => (
      <Course points={row.points.filter((point) => point.by === by)} withVersion={withVersion} />
    ),
  });
  return (
    <section id="over-time" className={panel.panel} aria-label="Competencies over time">
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
          <Key kinds={kinds} />
          <ul className={classes.multiples}>
            {rows.map((row) => (
              <li key={row.key}>
                <Multiple
                  name={row.name}
                  points={row.points}
                  from={from}
                  to={today}
                  withVersion={withVersion}
                  withDone={withDone}
                />
              </li>
            ))}
          </ul>
          <DataTable
            stacks
            caption="What was said of each competency"
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "name", head: "Competency", cell: ({ name }) => name },
              ...COLUMNS.filter(([by]) => kinds.includes(by)).map(column),
            ]}
          />
        </>
      )}
    </section>
  );
}

/** What the forms, the heights and the lines mean. */
function Key({ kinds }: { kinds: PointView["by"][] }) {
  return (
    <div className={classes.key}>
      <ul aria-label="Who says it">
        {kinds.map((by) => (
          <li key={by}>
            <svg width={16} height={16} aria-hidden="true">
              <Mark by={by} x={8} y={8} />
            </svg>
            {by === "plan" ? `${BY[by]}, beneath the scale` : BY[by]}
          </li>
        ))}
      </ul>
      <ul aria-label="The scale, from the bottom to the top">
        <li>From the bottom:</li>
        {ratings.map((rating) => (
          <li key={rating}>
            <RatingMark rating={rating} size={14} withWord />
          </li>
        ))}
      </ul>
      <p>
        A line joins marks that were given against the same level. Marks against different levels
        answer different questions: they are not joined, and do not compare.
      </p>
    </div>
  );
}

/** The points of one kind in their order, each with its own level and day. */
function Course({ points, withVersion }: { points: PointView[]; withVersion: boolean }) {
  if (points.length === 0) return <>–</>;
  return (
    <ul className={classes.course}>
      {points.map((point, index) => (
        <li key={`${point.day} ${point.about} ${index}`}>
          {point.rating === null ? point.about : <RatingMark rating={point.rating} withWord />}
          <span className={classes.of}>
            {point.level === null ? "" : `${againstWords(point, withVersion)}, `}
            <span>{dateWords(point.day)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
