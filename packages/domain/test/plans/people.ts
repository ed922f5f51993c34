import type { Framework } from "../../src/framework/document.ts";
import { pathBetween } from "../../src/ladder/ladder.ts";
import { gapsOf } from "../../src/ladder/standing.ts";
import type { Library } from "../../src/library/document.ts";
import { GOALS, type Goal, type PlanRequest } from "../../src/plan/request.ts";
import { RATINGS } from "../../src/scorecard/schemas.ts";
import { numbersFrom } from "./random.ts";

export type Person = { level: string; request: PlanRequest };

/** How likely each rating is, from definitely not to strong yes, for one sort of person. */
const SPREADS = [
  [0, 0, 0, 0, 1],
  [0, 0, 0.1, 0.3, 0.6],
  [0.05, 0.15, 0.3, 0.4, 0.1],
  [0.2, 0.2, 0.2, 0.2, 0.2],
  [0.4, 0.3, 0.2, 0.1, 0],
  [1, 0, 0, 0, 0],
];

/**
 * People who ask for a plan, the same at each call: every level with every goal in turn, and by the
 * dice how they were rated, where they aim, their hours, weeks and technologies, and what of the
 * library they did, put in or took out before.
 */
export function generatePeople(count: number, framework: Framework, library: Library): Person[] {
  const next = numbersFrom(500);
  const technologies = [...new Set(library.items.flatMap((item) => item.technologies))].toSorted();
  const cells = framework.levels.flatMap(({ key }) => GOALS.map((goal) => ({ key, goal })));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const some = <T>(list: readonly T[], most: number) =>
    list.length === 0
      ? []
      : [...new Set(Array.from({ length: whole(0, most) }, () => pick(list, next)))];

  return Array.from({ length: count }, (_, at) => {
    const { key, goal } = cells[at % cells.length] ?? { key: "", goal: "promotion" as const };
    const path = pathOf(framework, key, goal, next);
    const [done, kept, without] = [8, 2, 8].map((most) =>
      some(
        library.items.map(({ id }) => id),
        next() < 0.5 ? 0 : most,
      ),
    );
    const request: PlanRequest = {
      weeks: whole(4, 26),
      hoursAWeek: whole(1, 20),
      goal,
      path,
      technologies: some(technologies, 4),
      gaps: gapsAt(framework, path, pick(SPREADS, next), next),
      done: done ?? [],
      kept: (kept ?? []).filter((id) => !(without ?? []).includes(id)),
      without: (without ?? []).filter((id) => !(done ?? []).includes(id)),
    };
    return { level: key, request };
  });
}

/** From a level to itself or to one that promotions lead to; a promotion leads to another. */
function pathOf(framework: Framework, from: string, goal: Goal, next: () => number): string[] {
  const paths = framework.levels
    .map(({ key }) => pathBetween(framework.levels, from, key)?.map((level) => level.key))
    .filter((path) => path !== undefined);
  const onward = paths.filter((path) => path.length > 1);
  return pick(goal === "promotion" && onward.length > 0 ? onward : paths, next);
}

function gapsAt(
  framework: Framework,
  path: readonly string[],
  spread: readonly number[],
  next: () => number,
): PlanRequest["gaps"] {
  const aimedAt = path.at(-1);
  const rows = framework.competencies.flatMap(({ key, anchors }) => {
    const anchor = anchors.find(({ levelKey }) => levelKey === aimedAt);
    if (anchor === undefined) return [];
    const rating = next() < 0.1 ? null : (RATINGS[indexBy(spread, next())] ?? null);
    return [{ competency: key, proficiency: anchor.proficiency, rating }];
  });
  return gapsOf(rows).map((gap) => ({ ...gap, from: pick(path, next) }));
}

/** The place of the part in which a number from 0 up to 1 falls. */
function indexBy(parts: readonly number[], number: number): number {
  let sum = 0;
  return parts.findIndex((part) => (sum += part) > number);
}

function pick<T>(list: readonly T[], next: () => number): T {
  const one = list[Math.floor(next() * list.length)];
  if (one === undefined) throw new Error("Nothing to choose from.");
  return one;
}
