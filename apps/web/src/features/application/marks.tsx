import { VisuallyHidden } from "@mantine/core";
import type { CardView } from "@rubric/domain/application/schemas";
import { RecommendationMark } from "../../ui/rating-mark.tsx";
import classes from "./marks.module.css";

/** Scorecards as marks: ● in and sealed, ○ owed, – excused; open ones show their recommendation. */
export function Marks({ marks, sealed }: { marks: CardView["marks"]; sealed: string | null }) {
  if (marks.length === 0) return null;
  const inside = marks.filter((mark) => mark.state === "in").length;
  const owed = marks.filter((mark) => mark.state === "owed").length;
  const words = `${inside} of ${inside + owed} scorecards in${sealed === null ? "" : ", sealed"}`;
  return (
    <span className={classes.marks} title={sealed ?? words}>
      <VisuallyHidden>{words}</VisuallyHidden>
      {marks.map((mark, index) =>
        mark.recommendation === null ? (
          <span key={index} className={classes.mark} data-state={mark.state} aria-hidden="true" />
        ) : (
          <span key={index} className={classes.open}>
            <RecommendationMark recommendation={mark.recommendation} size={14} />
          </span>
        ),
      )}
    </span>
  );
}

const STATES = ["in", "owed", "excused"] as const;

/** What the marks of scorecards mean. */
export function MarksLegend() {
  return (
    <ul className={classes.legend} aria-label="What the marks of scorecards mean">
      <li aria-hidden="true">Scorecards</li>
      {STATES.map((state) => (
        <li key={state} className={classes.marks}>
          <span className={classes.mark} data-state={state} aria-hidden="true" />
          {state}
        </li>
      ))}
    </ul>
  );
}
