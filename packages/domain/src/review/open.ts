import { newId } from "@rubric/db";
import { review } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { dueAfter, startOfDay } from "../deadline/due.ts";
import { timeZoneOf } from "../deadline/facts.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { requirePublishedLevel } from "./access.ts";
import { whyNotAlone, whyNotDueOn } from "./rules.ts";
import { tellPair } from "./tell.ts";
import type { OpenReviewInput, ReviewView } from "./schemas.ts";
import { reviewView } from "./view.ts";

/** Opens a review against a level: both sides are owed by the end of a day. One at a time. */
export async function openReview(
  ctx: CommandCtx,
  { memberId, levelId, dueOn }: z.infer<typeof OpenReviewInput>,
): Promise<ReviewView> {
  const { grows } = ctx.subject;
  if (grows === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotAlone(grows));
  const level = await requirePublishedLevel(ctx, levelId);
  const timeZone = await timeZoneOf(ctx);
  const dueAt = dueAfter(startOfDay(dueOn, timeZone), { count: 0, unit: "day" }, timeZone);
  refuseIf(whyNotDueOn(dueAt, ctx.clock, ctx.limits));
  const [opened] = await ctx.tx
    .insert(review)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      memberId,
      versionId: level.versionId,
      levelId,
      openedAt: ctx.clock,
      openedBy: requireMember(ctx).memberId,
      dueAt,
      state: "open",
      outcome: "",
      answer: "",
    })
    .onConflictDoNothing()
    .returning({ id: review.id });
  if (opened === undefined) return refuse("REVIEW_OPEN", {});
  await tellPair(ctx, "review.opened", grows, opened.id);
  ctx.audit({
    subject: { kind: "review", id: opened.id },
    after: { state: "open", memberId, dueAt: dueAt.toISOString() },
  });
  return reviewView(ctx, opened.id);
}
