import type { PlanItemView } from "@rubric/domain/plan/schemas";
import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { hoursWords, itemKindWords } from "../../ui/item-kinds.ts";
import classes from "./plan.module.css";
import { weeksOf, weeksWords } from "../../ui/plan-words.ts";
import { weekStartWords, whenWords, whyWords } from "./plan-words.ts";

type Item = PlanItemView & { done?: unknown; own?: boolean };

/** The items by the week in which each begins; what each is and why opens in place. */
export function WeeksList<I extends Item>(props: {
  items: readonly I[];
  startOn: string;
  currentWeek: number | null;
  idOf: (key: string) => string;
  actions?: (item: I) => ReactNode;
}) {
  const { items, startOn, currentWeek, idOf, actions } = props;
  const begun = Map.groupBy(items, (item) => weeksOf(item).from);
  return (
    <ol className={classes.weeks}>
      {[...begun].map(([week, its]) => (
        <li key={week}>
          <h3 className={classes.weekTitle}>
            Week {week}
            <span>
              from {weekStartWords(startOn, week)}
              {week === currentWeek ? ", this week" : ""}
            </span>
          </h3>
          {its.map((item) => (
            <ItemCard key={item.key} id={idOf(item.key)} item={item} currentWeek={currentWeek}>
              {actions?.(item)}
            </ItemCard>
          ))}
        </li>
      ))}
    </ol>
  );
}

function ItemCard(props: {
  id: string;
  item: Item;
  currentWeek: number | null;
  children: ReactNode;
}) {
  const { id, item, currentWeek, children } = props;
  const done = item.done != null;
  const { from, to } = weeksOf(item);
  const isNow = currentWeek !== null && from <= currentWeek && currentWeek <= to;
  return (
    <details id={id} className={classes.card} data-done={done || undefined}>
      <summary className={classes.summary}>
        {done ? (
          <IconCheck size={16} aria-label="Done" className={classes.chevron} />
        ) : (
          <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
        )}
        <span className={classes.title}>{item.title}</span>
        <span className={classes.meta}>
          {itemKindWords[item.kind]} · {item.competency.name} · {hoursWords(item.hours)} ·{" "}
          {weeksWords({ from, to })}
          {isNow && !done ? ", under way now" : ""}
        </span>
      </summary>
      <div className={classes.body}>
        <Part title="Why it is in the plan">
          {item.own === true ? "An item of one's own." : whyWords(item)}
        </Part>
        <Part title="Why then">{whenWords(item)}</Part>
        <Part title="What to do">{item.summary}</Part>
        <Part title="What would show it">{item.evidence}</Part>
        <Part title="Effort">
          {hoursWords(item.hours)}:{" "}
          {item.portions.map(({ week, hours }) => `week ${week} ${hoursWords(hours)}`).join(", ")}
        </Part>
        {children}
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  if (children === "") return null;
  return (
    <div className={classes.part}>
      <h4>{title}</h4>
      <p>{children}</p>
    </div>
  );
}
