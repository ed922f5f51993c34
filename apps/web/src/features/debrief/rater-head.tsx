import type { RaterView } from "@rubric/domain/debrief/schemas";
import { Explained } from "../../ui/explained.tsx";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import classes from "./debrief-grid.module.css";

/** A rater at the head of their column. */
export function RaterHead({ rater }: { rater: RaterView }) {
  return (
    <th scope="col" className={classes.rater} data-mine={rater.mine || undefined}>
      <span className={classes.person}>
        <PersonAvatar name={rater.name} size={24} />
        <span className={classes.who}>
          {rater.name}
          {rater.mine ? " (you)" : ""}
        </span>
      </span>
      <span className={classes.expected}>{rater.interview}</span>
      {rater.shadow ? (
        <Flag word="Shadow" why="A shadow's scorecard counts for nothing and enters no figure." />
      ) : rater.afterReading ? (
        <Flag
          word="After reading"
          why="Written after its author could read others, so agreement leaves it out."
        />
      ) : null}
    </th>
  );
}

function Flag({ word, why }: { word: string; why: string }) {
  return (
    <Explained by={why} className={classes.flag}>
      {word}
    </Explained>
  );
}
