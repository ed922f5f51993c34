import type { FrameworkComparisonView } from "@rubric/domain/framework/schemas";
import classes from "./compare-page.module.css";
import { placeWords } from "./ladder-view.ts";

type Levels = FrameworkComparisonView["levels"];

/** The levels of two versions with their place on the ladder, as a row of the comparison. */
export function ComparedLevels({ levels, all }: { levels: Levels; all: boolean }) {
  const shown = all ? levels : levels.filter((level) => level.change !== "same");
  if (shown.length === 0) return null;
  const names = (side: "before" | "after") => {
    const known = new Map(levels.map((level) => [level.key, level[side]]));
    return (key: string) => known.get(key) ?? key;
  };
  return (
    <section className={classes.row} aria-label="Levels">
      <h2 className={classes.name}>Levels</h2>
      {shown.map((level) => (
        <div key={level.key} className={classes.cell} data-change={level.change}>
          <p className={classes.level}>
            {level.after ?? level.before} <span>{level.change}</span>
          </p>
          <p className={classes.side}>
            {level.placeBefore === null ? (
              "—"
            ) : (
              <del>
                {[level.before, ...placeWords(level.placeBefore, names("before"))].join(" · ")}
              </del>
            )}
          </p>
          <p className={classes.side}>
            {level.placeAfter === null ? (
              "—"
            ) : (
              <ins>
                {[level.after, ...placeWords(level.placeAfter, names("after"))].join(" · ")}
              </ins>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
