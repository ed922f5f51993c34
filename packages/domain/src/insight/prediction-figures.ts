import type { PredictionFigure } from "@rubric/db/schema";
import { type Pair, spearman, spearmanInterval } from "../statistics/ranks.ts";
import { LEAST } from "./least.ts";

/** One hired person's ratings of a competency: in the interviews, and in the first review after. */
export type RatedPerson = {
  memberId: string;
  /** Who wrote the review. */
  managerId: string;
  reviewedAt: Date;
  /** Mean step of the interviewers' ratings and the manager's step, by competency. */
  competencies: ReadonlyMap<string, { name: string; interview: number; review: number }>;
};

type Point = { managerId: string; reviewedAt: Date; pair: Pair };

/** A quarter that figures are made of: what was submitted before its end counts. */
export type Quarter = { quarter: string; endOf(quarter: string): Date };

/**
 * What may be shown of a quarter: all competencies together, a person's means of both sides one
 * pair, and each competency by itself. Per figure at least `least` people, of whom some were reviewed
 * by others than any one manager; and a figure that was shown before stays as it was until enough
 * people have joined, so that no difference of two looks is one person's.
 */
export function predictionFigures(
  people: readonly RatedPerson[],
  before: readonly PredictionFigure[],
  at: Quarter,
  least: number,
): PredictionFigure[] {
  const keys = new Map(
    people.flatMap(({ competencies }) => [...competencies].map(([key, { name }]) => [key, name])),
  );
  const all = { key: null, name: "", points: people.flatMap((one) => overall(one) ?? []) };
  const each = [...keys].map(([key, name]) => ({
    key,
    name,
    points: people.flatMap((one) => {
      const rated = one.competencies.get(key);
      return rated === undefined ? [] : [pointOf(one, [rated.interview, rated.review])];
    }),
  }));
  return [all, ...each].flatMap(({ points, ...of }) => {
    const shown = before.find((one) => one.key === of.key);
    if (shown !== undefined && joined(points, at.endOf(shown.quarter)) < LEAST.joining) {
      return [shown];
    }
    const made = figureOf(points, Math.max(least, LEAST.people));
    if (made === null) return shown === undefined ? [] : [shown];
    return [{ ...of, quarter: at.quarter, ...made }];
  });
}

function figureOf(points: readonly Point[], least: number) {
  if (points.length < least || byOthers(points) < LEAST.byOthers) return null;
  const correlation = spearman(points.map(({ pair }) => pair));
  // Where one side does not vary everybody was rated alike, and to say so would say it of each.
  if (correlation === null) return null;
  const { low, high } = spearmanInterval(correlation, points.length);
  return {
    people: points.length,
    correlation: coarse(correlation),
    low: coarse(low),
    high: coarse(high),
  };
}

/** People who were reviewed by others than the manager who reviewed most. */
function byOthers(points: readonly Point[]): number {
  const own = [...Map.groupBy(points, (one) => one.managerId).values()].map((of) => of.length);
  return points.length - Math.max(0, ...own);
}

function joined(points: readonly Point[], since: Date): number {
  return points.filter((one) => one.reviewedAt >= since).length;
}

function overall(person: RatedPerson): Point | null {
  const rated = [...person.competencies.values()];
  if (rated.length === 0) return null;
  const mean = (side: "interview" | "review") =>
    rated.reduce((sum, one) => sum + one[side], 0) / rated.length;
  return pointOf(person, [mean("interview"), mean("review")]);
}

function pointOf({ managerId, reviewedAt }: RatedPerson, pair: Pair): Point {
  return { managerId, reviewedAt, pair };
}

/** To one decimal and within 0.9: a perfect order would tell each one's place. */
function coarse(correlation: number): number {
  const rounded = Math.round(correlation * 10) / 10;
  return Math.min(0.9, Math.max(-0.9, rounded)) + 0;
}
