import { together } from "@rubric/db";
import type { Rating } from "@rubric/db/schema";
import type { BaselineCtx } from "../baseline/view.ts";
import type { Side } from "../review/rules.ts";
import { baselinePoints } from "./baseline-points.ts";
import { planPoints } from "./plan-points.ts";
import { reviewPoints } from "./review-points.ts";

/** Something that is known of a member in one competency on a day. */
export type Point = {
  /** The competency's key. */
  competency: string;
  /** The day it is of. */
  day: string;
  /** Who says it, or what it comes from. */
  by: "self" | "manager" | "baseline" | "plan";
  /** A rating against what a level expects; null where it is no rating. */
  rating: Rating | null;
  /** The level of one framework version that a review rated against; null where it was no review. */
  level: { id: string; name: string; version: number } | null;
  /** What was done of a plan; empty for everything else. */
  about: string;
};

export type PointsCtx = BaselineCtx;

/** What one feature knows of a member over time, as far as the reader may read it. */
export type PointSource = (
  ctx: PointsCtx,
  of: { memberId: string; reader: Side },
) => Promise<Point[]>;

/** Every feature whose words are drawn over time. */
const SOURCES: readonly PointSource[] = [reviewPoints, baselinePoints, planPoints];

/** A member's points over time, the oldest first. */
export async function pointsOf(
  ctx: PointsCtx,
  of: { memberId: string; reader: Side },
): Promise<Point[]> {
  const found = await together(SOURCES.map((source) => source(ctx, of)));
  return found.flat().toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
