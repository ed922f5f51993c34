import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { choosePlan } from "../plan/choose.ts";
import { libraryFor } from "./library.ts";
import { gapsFrom, pathTo } from "./rules.ts";
import type { PlanPreparationInput, PreparationPlanView } from "./schemas.ts";
import { requireTarget } from "./target.ts";
import { timingWords, reasonWords } from "./words.ts";

/**
 * Makes a plan of weeks from the marks that somebody gave themself. Nothing of it is kept: the same
 * question gives the same plan, and whoever wants it again asks again.
 */
export async function planPreparation(
  ctx: ReadCtx,
  input: z.infer<typeof PlanPreparationInput>,
): Promise<PreparationPlanView> {
  const { rows, level, asked } = await requireTarget(ctx, input);
  const { weeks, hoursAWeek, goal, technologies } = input;
  const ratings = new Map(input.ratings.map((one) => [one.competency, one.rating]));
  const marks = asked.map(({ competency, level: at, weight }) => ({
    competency: competency.key,
    name: competency.name,
    level: at.key,
    weight,
    rating: ratings.get(competency.key) ?? null,
  }));
  const path = pathTo(rows.levels, level.key).map(({ key }) => key);
  const gaps = gapsFrom(marks, path);
  // Whoever prepares here is to be interviewed, whatever their goal.
  const library = (await libraryFor(rows)).map((item) => ({ ...item, goals: [] }));
  const { done, without } = input;
  const made = choosePlan(
    { weeks, hoursAWeek, goal, path, technologies, gaps, done, kept: [], without },
    library,
  );
  const items = new Map(library.map((item) => [item.id, item]));
  const names = new Map(rows.competencies.map(({ key, name }) => [key, name]));
  const levels = new Map(rows.levels.map((one) => [one.key, one.name]));
  const titleOf = (id: string) => items.get(id)?.title ?? id;
  const nameOf = (key: string) => names.get(key) ?? key;
  const firstForGap = made.items.find(({ why }) => why.because === "gap");
  const planned = made.items.flatMap((one): PreparationPlanView["items"] => {
    const item = items.get(one.id);
    if (item === undefined) return [];
    const { id, title, kind, summary, hours, evidence, preparation } = item;
    const of = {
      competency: nameOf(item.competency),
      level: levels.get(item.level) ?? item.level,
      rating: ratings.get(item.competency) ?? null,
      preparation,
      titleOf,
    };
    return [
      {
        id,
        title,
        kind,
        summary,
        hours,
        competency: { key: item.competency, name: of.competency },
        level: { key: item.level, name: of.level },
        evidence,
        preparation,
        technologies: item.technologies,
        portions: one.portions.map((portion) => ({ ...portion })),
        why: reasonWords(one, of),
        whyNow: timingWords(one, one === firstForGap, of),
      },
    ];
  });
  return {
    weeks,
    hoursAWeek,
    hours: planned.reduce((sum, one) => sum + one.hours, 0),
    goal,
    level: { key: level.key, name: level.name },
    technologies,
    items: planned,
    left: made.left.map(({ id, because }) => ({
      id,
      title: titleOf(id),
      competency: nameOf(items.get(id)?.competency ?? ""),
      because,
    })),
    met: marks.filter(({ rating }) => rating === "strong_yes").map(({ name }) => name),
    unmarked: marks.filter(({ rating }) => rating === null).map(({ name }) => name),
  };
}
