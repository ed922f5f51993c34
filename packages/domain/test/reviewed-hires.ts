import { newId } from "@rubric/db";
import {
  competency,
  member,
  type Rating,
  review,
  reviewPart,
  reviewRating,
} from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Member, Org } from "../src/context.ts";
import type { MadeJob, Rows } from "./factories.ts";
import { daysAgo, makePastLoop } from "./past-loops.ts";

type World = { harness: Rows; org: Org; made: MadeJob };

export type ReviewedHire = {
  raters: readonly Member[];
  /** Steps from 0 to 4: in the interviews, and of the manager's review later. */
  interview: number;
  review: Rating;
  manager: Member;
  reviewedAt: Date;
  hiredAt?: Date;
  afterReading?: boolean;
  cancelled?: boolean;
};

/** A person who was hired after a loop, became a member and was reviewed by their manager. */
export async function makeReviewedHire(
  { harness, org, made }: World,
  hire: ReviewedHire,
): Promise<{ memberId: string; candidateId: string }> {
  const hiredAt = hire.hiredAt ?? daysAgo(400);
  const { candidateId } = await makePastLoop(
    { harness, org, made },
    {
      raters: hire.raters.map((by) => ({ by, step: hire.interview })),
      at: hiredAt,
      state: "hired",
    },
  );
  const memberId = newId();
  await harness.within(org.id, async (tx) => {
    await tx.insert(member).values({
      orgId: org.id,
      id: memberId,
      candidateId,
      managerId: hire.manager.memberId,
      name: "A Hire",
      email: `${memberId}@people.test`,
      title: "",
      roles: ["engineer"],
      state: "active",
      createdAt: hiredAt,
    });
    const reviewId = newId();
    await tx.insert(review).values({
      orgId: org.id,
      id: reviewId,
      memberId,
      versionId: made.versionId,
      levelId: made.levelIds[1] ?? "",
      openedAt: new Date(hire.reviewedAt.getTime() - 86_400_000),
      openedBy: null,
      dueAt: hire.reviewedAt,
      state: hire.cancelled === true ? "cancelled" : "closed",
      closedAt: hire.reviewedAt,
      outcome: "",
      answer: "",
    });
    const partId = newId();
    await tx.insert(reviewPart).values({
      orgId: org.id,
      id: partId,
      reviewId,
      side: "manager",
      authorId: hire.manager.memberId,
      draftRevision: 0,
      submittedAt: hire.reviewedAt,
      summary: "",
      afterReading: hire.afterReading ?? false,
    });
    const rows = await tx
      .select({ id: competency.id })
      .from(competency)
      .where(and(eq(competency.orgId, org.id), eq(competency.versionId, made.versionId)));
    await tx.insert(reviewRating).values(
      rows.map(({ id }) => ({
        orgId: org.id,
        partId,
        competencyId: id,
        rating: hire.review,
        notAssessedReason: "",
        evidence: "A word that nobody else reads.",
      })),
    );
  });
  return { memberId, candidateId };
}
