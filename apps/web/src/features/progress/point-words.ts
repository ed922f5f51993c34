import type { PointView } from "@rubric/domain/progress/schemas";
import { ratingWords } from "../../ui/ratings.ts";
import { dateWords } from "../../ui/time-words.ts";

/** What each kind of point is called. */
export const BY = {
  self: "Self-review",
  manager: "Manager's review",
  baseline: "Interview",
  plan: "Done of the plan",
} as const satisfies Record<PointView["by"], string>;

/**
 * The marks of one side that a line may join, oldest first: those given against the same level of
 * the same framework version. Marks against different levels answer different questions.
 */
export function runsOf<Point extends Pick<PointView, "by" | "level" | "rating">>(
  points: readonly Point[],
  by: PointView["by"],
): Point[][] {
  const rated = points.filter(
    (point) => point.by === by && point.level !== null && point.rating !== null,
  );
  return [...Map.groupBy(rated, ({ level }) => level?.id).values()].filter((run) => run.length > 1);
}

/** Whether the marks come from more than one version of the framework, so that each names its own. */
export function namesVersions(points: readonly Pick<PointView, "level">[]): boolean {
  const versions = points.flatMap(({ level }) => (level === null ? [] : [level.version]));
  return new Set(versions).size > 1;
}

/** What a mark was given against; empty where it was no review. */
export function againstWords({ level }: Pick<PointView, "level">, withVersion: boolean): string {
  if (level === null) return "";
  return `against ${level.name}${withVersion ? `, version ${level.version}` : ""}`;
}

/** One point in words: who says what, against what, and when. */
export function pointWords(point: PointView, withVersion: boolean): string {
  const rated = point.rating === null ? "" : ratingWords[point.rating];
  const what = [rated, againstWords(point, withVersion), point.about].filter((part) => part !== "");
  return `${BY[point.by]}, ${what.join(" ")}, ${dateWords(point.day)}`;
}
