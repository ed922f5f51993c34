import { baselineRatings } from "../baseline/ratings.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import type { PointSource } from "./points.ts";

/** What the interviews before the hire showed, as far as the reader may know it (law 10). */
export const baselinePoints: PointSource = async (ctx, { memberId }) => {
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  return (await baselineRatings(ctx, memberId)).map(({ competencyKey, rating, at }) => ({
    competency: competencyKey,
    day: dayIn(timeZone, at),
    by: "baseline",
    rating,
    level: null,
    about: "",
  }));
};
