import { openRatings } from "../review/open-ratings.ts";
import type { PointSource } from "./points.ts";

/** What each side of each review said of a competency, as far as the reader may know it (law 1). */
export const reviewPoints: PointSource = async (ctx, { memberId, reader }) => {
  const said = await openRatings(ctx, memberId, reader);
  return said.flatMap(({ competencyKey, at, side, rating, level, version }) =>
    rating === null
      ? []
      : [
          {
            competency: competencyKey,
            day: at.toISOString().slice(0, 10),
            by: side,
            rating,
            level: { id: level.id, name: level.name, version: version.number },
            about: "",
          },
        ],
  );
};
