import { frameworkLevel, frameworkVersion } from "@rubric/db/schema";
import type { Member } from "@rubric/domain/context";
import { place } from "@rubric/domain/ladder";
import { setManager } from "@rubric/domain/organization";
import { answerReview, closeReview, openReview, submitReview } from "@rubric/domain/review";
import type { ReviewContent, ReviewView } from "@rubric/domain/review/schemas";
import { and, eq } from "drizzle-orm";
import { ANSWER, OUTCOME, REVIEWED, SUMMARIES } from "./growth-words.ts";
import { after, type World } from "./journey.ts";
import { frameworkIdOf, withinOrg } from "./organization.ts";

type Pair = { admin: Member; engineer: Member; manager: Member };

/** An engineer with their manager, their place on the ladder, and a review that both wrote. */
export async function growthBase(
  world: World & { calendar: NonNullable<World["calendar"]> },
  { admin, engineer, manager }: Pair,
): Promise<void> {
  const { acting, calendar } = world;
  const { memberId } = engineer;
  await acting.act(admin, calendar.ago(39, 11), "organization.setManager", setManager, {
    memberId,
    managerId: manager.memberId,
  });
  await acting.act(manager, calendar.ago(38, 15), "ladder.place", place, {
    memberId,
    levelId: await levelOf(world, "engineer"),
    from: calendar.ago(38, 12).toISOString().slice(0, 10),
    reason: "Owns the statements module since spring and needs nobody for its releases.",
  });
  const opened = await acting.act(manager, calendar.ago(22, 9), "review.open", openReview, {
    memberId,
    levelId: await levelOf(world, "senior"),
    dueOn: calendar.ago(10, 12).toISOString().slice(0, 10),
  });
  const { id: reviewId } = opened;
  for (const [by, side, days] of [
    [engineer, "self", 17],
    [manager, "manager", 15],
  ] as const) {
    const content = contentOf(opened, side);
    const at = calendar.ago(days, 14);
    await acting.act(by, at, "review.submit", submitReview, { reviewId, content });
  }
  const closed = calendar.ago(13, 11);
  await acting.act(manager, closed, "review.close", closeReview, { reviewId, outcome: OUTCOME });
  await acting.act(engineer, after(closed, 95), "review.answer", answerReview, {
    reviewId,
    answer: ANSWER,
  });
}

function contentOf(view: ReviewView, side: "self" | "manager"): ReviewContent {
  return {
    ratings: view.rows.map(({ competencyId, key }) => {
      const said = REVIEWED[key]?.[side];
      if (said === undefined) throw new Error(`Nobody says anything of ${key}.`);
      const [rating, words] = said;
      return rating === null
        ? { competencyId, rating, notAssessedReason: words, evidence: "" }
        : { competencyId, rating, notAssessedReason: "", evidence: words };
    }),
    summary: SUMMARIES[side],
  };
}

/** A level of the framework's first version. */
export async function levelOf({ db, org }: World, key: string): Promise<string> {
  const frameworkId = await frameworkIdOf(db, org.id);
  const [level] = await withinOrg(db, org.id, (tx) =>
    tx
      .select({ id: frameworkLevel.id })
      .from(frameworkLevel)
      .innerJoin(frameworkVersion, eq(frameworkVersion.id, frameworkLevel.versionId))
      .where(
        and(
          eq(frameworkVersion.frameworkId, frameworkId),
          eq(frameworkVersion.number, 1),
          eq(frameworkLevel.key, key),
        ),
      ),
  );
  if (level === undefined) throw new Error(`There is no level ${key}.`);
  return level.id;
}
