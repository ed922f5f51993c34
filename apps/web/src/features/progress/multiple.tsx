import type { PointView } from "@rubric/domain/progress/schemas";
import { ratings } from "../../ui/ratings.ts";
import { dateWords } from "../../ui/time-words.ts";
import { pointWords, runsOf } from "./point-words.ts";
import classes from "./progress.module.css";

const [WIDTH, SCALE, PAD, DONE] = [160, 76, 10, 16];
const STEP = (SCALE - 2 * PAD) / (ratings.length - 1);

const LINES = {
  self: { stroke: "var(--rb-text-2)", strokeWidth: 1.4, strokeDasharray: "3 3" },
  manager: { stroke: "var(--rb-accent)", strokeWidth: 1.6 },
} as const;

/** One point: its form says who it is from, for those who see no colours too. */
export function Mark({ by, x, y }: { by: PointView["by"]; x: number; y: number }) {
  const stroke = "var(--mantine-color-text)";
  switch (by) {
    case "self":
      return <circle cx={x} cy={y} r={5.6} fill="none" stroke={stroke} strokeWidth={1.5} />;
    case "manager":
      return <circle cx={x} cy={y} r={3.4} fill="var(--rb-accent)" />;
    case "baseline":
      return (
        <path
          d={`M${x} ${y - 5}l5 9h-10z`}
          fill="var(--rb-surface)"
          stroke={stroke}
          strokeWidth={1.6}
        />
      );
    case "plan":
      return <rect x={x - 3} y={y - 3} width={6} height={6} fill={stroke} />;
  }
}

/**
 * One competency over time. Lines join marks against the same level only; what was done of the plan
 * is no mark and stands in a strip beneath the scale.
 */
export function Multiple({
  name,
  points,
  from,
  to,
  withVersion,
  withDone,
}: {
  name: string;
  points: PointView[];
  from: string;
  to: string;
  withVersion: boolean;
  withDone: boolean;
}) {
  const span = Math.max(1, Date.parse(to) - Date.parse(from));
  const height = withDone ? SCALE + DONE : SCALE;
  const placed = points.map((point) => ({
    ...point,
    x: PAD + ((Date.parse(point.day) - Date.parse(from)) / span) * (WIDTH - 2 * PAD),
    y:
      point.rating === null ? SCALE + DONE / 2 : SCALE - PAD - ratings.indexOf(point.rating) * STEP,
  }));
  return (
    <figure className={classes.multiple}>
      <figcaption>{name}</figcaption>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${name}: ${points.map((point) => pointWords(point, withVersion)).join("; ")}`}
      >
        {ratings.map((rating, index) => (
          <line
            key={rating}
            x1={PAD}
            x2={WIDTH - PAD}
            y1={PAD + index * STEP}
            y2={PAD + index * STEP}
            stroke="var(--rb-line)"
          />
        ))}
        {withDone ? (
          <line x1={0} x2={WIDTH} y1={SCALE} y2={SCALE} stroke="var(--rb-line-strong)" />
        ) : null}
        {(["self", "manager"] as const).flatMap((by) =>
          runsOf(placed, by).map((run) => (
            <polyline
              key={`${by} ${run[0]?.level?.id ?? ""}`}
              points={run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
              fill="none"
              {...LINES[by]}
            />
          )),
        )}
        {placed.map(({ x, y, ...point }, index) => (
          <g key={`${point.by} ${point.day} ${point.about} ${index}`}>
            <title>{pointWords(point, withVersion)}</title>
            <Mark by={point.by} x={x} y={y} />
          </g>
        ))}
      </svg>
      <p className={classes.ends}>
        <span>{dateWords(from)}</span>
        <span>{dateWords(to)}</span>
      </p>
    </figure>
  );
}
