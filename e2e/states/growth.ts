import { levelOf, sideOf } from "@rubric/api/demo/growth";
import { place } from "@rubric/domain/ladder";
import { setManager } from "@rubric/domain/organization";
import { closeReview, openReview, submitReview } from "@rubric/domain/review";
import { daysAgo, type Organization } from "../setup-org.ts";

export type GrowthIds = { closedReviewId: string; openReviewId: string };

/** The manager manages the engineer, who has a closed and an open review, and the first interviewer. */
export async function makeGrowth(org: Organization): Promise<GrowthIds> {
  const { acting, cast } = org;
  const { manager, engineer, first } = cast;
  const { memberId } = engineer;
  for (const one of [engineer, first]) {
    await acting.act(cast.admin, daysAgo(20), "organization.setManager", setManager, {
      memberId: one.memberId,
      managerId: manager.memberId,
    });
  }
  await acting.act(manager, daysAgo(19), "ladder.place", place, {
    memberId,
    levelId: await levelOf(org, "engineer"),
    from: daysAgo(19).toISOString().slice(0, 10),
    reason: "As agreed when they began.",
  });
  const levelId = await levelOf(org, "senior");
  const open = (at: number, due: number) =>
    acting.act(manager, daysAgo(at), "review.open", openReview, {
      memberId,
      levelId,
      dueOn: daysAgo(due).toISOString().slice(0, 10),
    });
  const closed = await open(18, 8);
  for (const [by, side] of [
    [engineer, "self"],
    [manager, "manager"],
  ] as const) {
    const submitted = { reviewId: closed.id, content: sideOf(closed, side) };
    await acting.act(by, daysAgo(12), "review.submit", submitReview, submitted);
  }
  await acting.act(manager, daysAgo(11), "review.close", closeReview, {
    reviewId: closed.id,
    outcome: "Leading comes next.",
  });
  return { closedReviewId: closed.id, openReviewId: (await open(3, -10)).id };
}
