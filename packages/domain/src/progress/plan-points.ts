import { growthItem } from "@rubric/db/schema";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { dayIn, settingsOf } from "../job/access.ts";
import type { PointSource } from "./points.ts";

/** What the member has done of their plans, each on the day that it was marked as done. */
export const planPoints: PointSource = async ({ read, org }, { memberId }) => {
  const { timeZone } = await settingsOf(read, org.id);
  const rows = await read
    .select({
      competency: growthItem.competency,
      doneAt: growthItem.doneAt,
      about: growthItem.title,
    })
    .from(growthItem)
    .where(
      and(
        eq(growthItem.orgId, org.id),
        eq(growthItem.memberId, memberId),
        isNotNull(growthItem.doneAt),
      ),
    )
    .orderBy(asc(growthItem.doneAt), asc(growthItem.id));
  return rows.flatMap(({ competency, doneAt, about }) =>
    doneAt === null
      ? []
      : [
          {
            competency,
            day: dayIn(timeZone, doneAt),
            by: "plan",
            rating: null,
            level: null,
            about,
          },
        ],
  );
};
