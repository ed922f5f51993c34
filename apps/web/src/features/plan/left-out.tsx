import { Button } from "@mantine/core";
import type { PlanPreviewView } from "@rubric/domain/plan/schemas";
import { hoursWords, itemKindWords } from "../../ui/item-kinds.ts";
import classes from "./plan.module.css";
import { leftWords } from "../../ui/plan-words.ts";

type Left = PlanPreviewView["left"][number];

const reasons: readonly Left["because"][] = [
  "no_time",
  "taken_out",
  "prerequisite_left_out",
  "other_goal",
  "other_technology",
  "outside_levels",
];

/** What leads towards the gaps and is not in the plan, by why; folded until somebody asks. */
export function LeftOut(props: { left: readonly Left[]; onPutIn?: (key: string) => void }) {
  const { left, onPutIn } = props;
  if (left.length === 0) return null;
  const by = Map.groupBy(left, ({ because }) => because);
  return (
    <details className={classes.left} data-print="no">
      <summary>Left out ({left.length}), and why</summary>
      {reasons.map((because) => {
        const its = by.get(because) ?? [];
        if (its.length === 0) return null;
        return (
          <section key={because}>
            <h4>
              {leftWords[because]} ({its.length})
            </h4>
            <ul>
              {its.map((item) => (
                <li key={item.key}>
                  {item.title} · {itemKindWords[item.kind]} · {item.competency.name} ·{" "}
                  {item.level.name} · {hoursWords(item.hours)}{" "}
                  {onPutIn === undefined ? null : (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`Put in: ${item.title}`}
                      onClick={() => onPutIn(item.key)}
                    >
                      Put in
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
}
