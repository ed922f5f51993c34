import type { PointView } from "@rubric/domain/progress/schemas";
import { ratings, ratingWords } from "../../ui/ratings.ts";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./progress.module.css";

const [WIDTH, HEIGHT, PAD] = [160, 76, 10];
const STEP = (HEIGHT - 2 * PAD) / (ratings.length - 1);

/** What each kind of point is called. */
export const BY = {
  self: "Self-review",
  manager: "Manager's review",
  baseline: "Interview",
  plan: "Done of the plan",
} as const satisfies Record<PointView["by"], string>;

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

/** One competency over time. Points without a rating stand on the lower edge. */
export function Multiple({
  name,
  points,
  from,
  to,
}: {
  name: string;
  points: PointView[];
  from: string;
  to: string;
}) {
  const span = Math.max(1, Date.parse(to) - Date.parse(from));
  const placed = points.map((point) => ({
    ...point,
    x: PAD + ((Date.parse(point.day) - Date.parse(from)) / span) * (WIDTH - 2 * PAD),
    y: point.rating === null ? HEIGHT - 4 : HEIGHT - PAD - ratings.indexOf(point.rating) * STEP,
  }));
  const line = (by: PointView["by"]) =>
    placed
      .filter((point) => point.by === by && point.rating !== null)
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(" ");
  return (
    <figure className={classes.multiple}>
      <figcaption>{name}</figcaption>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name}: ${points.map(pointWords).join("; ")}`}
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
        <polyline
          points={line("self")}
          fill="none"
          stroke="var(--rb-text-2)"
          strokeWidth={1.4}
          strokeDasharray="3 3"
        />
        <polyline
          points={line("manager")}
          fill="none"
          stroke="var(--rb-accent)"
          strokeWidth={1.6}
        />
        {placed.map(({ x, y, by, day, about }, index) => (
          <Mark key={`${by} ${day} ${about} ${index}`} by={by} x={x} y={y} />
        ))}
      </svg>
    </figure>
  );
}

function pointWords({ by, rating, about, day }: PointView): string {
  const rated = rating === null ? "" : ratingWords[rating];
  const what = [rated, about].filter((part) => part !== "").join(" as ");
  return `${BY[by]}, ${what}, ${dateWords(day)}`;
}
