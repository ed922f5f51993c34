import type { PreparationPlanView, PreparationView } from "@rubric/domain/preparation/schemas";
import type { Kept } from "./kept.ts";

/** What one prepared, as a file that other programs read: marks, plan and ticked checklist. */
export function documentOf(view: PreparationView, kept: Kept, plan: PreparationPlanView | null) {
  return {
    format: "rubric-preparation-1" as const,
    organization: view.organization.name,
    for: view.post?.title ?? null,
    framework: view.framework.name,
    level: view.level,
    review: view.competencies.map(({ key, name, level, anchor }) => ({
      competency: key,
      name,
      level: level.key,
      anchor,
      mark: kept.marks[key] ?? null,
    })),
    plan,
    done: kept.done,
    checklist: view.checklist.map((step) => ({
      step: step.name,
      assesses: step.assesses,
      items: step.items.map(({ key, text }) => ({
        text,
        done: kept.ticks.includes(`${step.key} ${key}`),
      })),
      tips: step.tips,
    })),
  };
}
