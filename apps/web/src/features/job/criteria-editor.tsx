"use client";

import { Select } from "@mantine/core";
import type { PlanContent } from "@rubric/domain/job/plan/schemas";
import type { JobView } from "@rubric/domain/job/schemas";
import { EmptyState } from "../../ui/empty-state.tsx";
import { CriterionRow } from "./criterion-row.tsx";
import classes from "./criteria.module.css";
import { type Criterion, withItem } from "./plan-content.ts";
import type { PlanDraft } from "./use-plan-draft.ts";

/** The criteria: what is judged, how much it weighs, and which level is expected. */
export function CriteriaEditor(props: { job: JobView; plan: PlanContent; draft: PlanDraft }) {
  const { job, plan, draft } = props;
  const { framework } = job;
  const taken = new Set(plan.criteria.map((one) => one.competencyKey));
  const themes = [...new Set(framework.competencies.map((one) => one.theme))];
  const total = plan.criteria.reduce((sum, one) => sum + one.weight, 0);

  function change(criteria: Criterion[]) {
    const keys = new Set(criteria.map((one) => one.competencyKey));
    draft.change({
      criteria,
      stages: plan.stages.map((stage) => ({
        ...stage,
        interviews: stage.interviews.map((kit) => ({
          ...kit,
          competencyKeys: kit.competencyKeys.filter((key) => keys.has(key)),
        })),
      })),
    });
  }

  function add(key: string | null) {
    if (key === null || taken.has(key)) return;
    const one = { competencyKey: key, expectedLevelKey: job.levelKey, weight: 3, required: true };
    const order = new Map(framework.competencies.map((row, index) => [row.key, index]));
    change(
      [...plan.criteria, one].toSorted(
        (a, b) => (order.get(a.competencyKey) ?? 0) - (order.get(b.competencyKey) ?? 0),
      ),
    );
  }

  return (
    <section aria-label="Criteria">
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>Criteria</h2>
          <p className={classes.lead}>
            Everyone who applies is judged by these, and by nothing else. A required one is rated in
            each interview that holds it before anyone recommends.
          </p>
        </div>
        <Select
          aria-label="Add a criterion"
          placeholder="Add a criterion"
          searchable
          value={null}
          data={themes.map((theme) => ({
            group: theme,
            items: framework.competencies
              .filter((one) => one.theme === theme && !taken.has(one.key))
              .map((one) => ({ value: one.key, label: one.name })),
          }))}
          onChange={add}
          className={classes.add}
        />
      </div>
      {plan.criteria.length === 0 ? (
        <EmptyState compact title="The rubric is empty">
          Use the proposal above, or add criteria from {framework.name}.
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {plan.criteria.map((criterion, index) => (
            <CriterionRow
              key={criterion.competencyKey}
              job={job}
              criterion={criterion}
              share={total === 0 ? 0 : criterion.weight / total}
              problem={draft.problemAt(`criteria.${index}`)}
              onChange={(next) => change(withItem(plan.criteria, index, next))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
