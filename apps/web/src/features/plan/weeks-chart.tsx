import type { PlanItemView } from "@rubric/domain/plan/schemas";
import { itemKindWords } from "../../ui/item-kinds.ts";
import classes from "./plan.module.css";
import { weeksOf, weeksWords } from "../../ui/plan-words.ts";
import { weekStartWords } from "./plan-words.ts";

type Item = PlanItemView & { done?: unknown };

/**
 * The items over the weeks, a column each; each leads to its card in the list by week below, which
 * says the same in words.
 */
export function WeeksChart(props: {
  items: readonly Item[];
  weeks: number;
  startOn: string;
  currentWeek: number | null;
  idOf: (key: string) => string;
}) {
  const { items, weeks, startOn, currentWeek, idOf } = props;
  const columns = Array.from({ length: weeks }, (_, at) => at + 1);
  return (
    <section
      className={classes.scroll}
      aria-label="The plan by weeks"
      data-print="no"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways
      tabIndex={0}
    >
      <div className={classes.grid} style={{ "--weeks": weeks, "--rows": items.length + 1 }}>
        {columns.map((week) => (
          <div
            key={week}
            className={classes.column}
            style={{ gridColumn: week }}
            data-current={week === currentWeek || undefined}
          />
        ))}
        {columns.map((week) => (
          <div
            key={week}
            className={classes.week}
            style={{ gridColumn: week }}
            title={`From ${weekStartWords(startOn, week)}`}
            data-current={week === currentWeek || undefined}
          >
            {week === currentWeek ? `${week}, now` : week}
          </div>
        ))}
        {items.map((item, at) => {
          const { from, to } = weeksOf(item);
          const done = item.done != null;
          return (
            <a
              key={item.key}
              href={`#${idOf(item.key)}`}
              className={classes.bar}
              style={{ gridRow: at + 2, gridColumn: `${from} / ${to + 1}` }}
              title={`${itemKindWords[item.kind]}: ${item.title}, ${weeksWords({ from, to })}`}
              data-done={done || undefined}
              onClick={() => open(idOf(item.key))}
            >
              {done ? "✓ " : ""}
              {item.title}
            </a>
          );
        })}
      </div>
    </section>
  );
}

/** Opens the card that a bar leads to. */
function open(id: string): void {
  const card = document.getElementById(id);
  if (card instanceof HTMLDetailsElement) card.open = true;
}
