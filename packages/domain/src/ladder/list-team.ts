import { member, review, reviewPart } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { plansWaiting } from "../plan/waiting.ts";
import { toInstant } from "../wire.ts";
import { levelNamesOf } from "./access.ts";
import type { TeamView } from "./schemas.ts";
import { progressOf } from "./team-progress.ts";

/**
 * Whom the caller manages, where each stands and how they get on, and what is owed of their open review
 * and plan.
 */
export async function listTeam(ctx: ReadCtx): Promise<z.infer<typeof TeamView>> {
  const { read, org } = ctx;
  const { memberId: managerId } = requireMember(ctx);
  const reports = await read
    .select({ id: member.id, name: member.name, title: member.title })
    .from(member)
    .where(
      and(eq(member.orgId, org.id), eq(member.managerId, managerId), eq(member.state, "active")),
    )
    .orderBy(asc(member.name), asc(member.id));
  const ids = reports.map(({ id }) => id);
  const open =
    ids.length === 0
      ? []
      : await read
          .select({ id: review.id, memberId: review.memberId, dueAt: review.dueAt })
          .from(review)
          .where(
            and(eq(review.orgId, org.id), eq(review.state, "open"), inArray(review.memberId, ids)),
          );
  const sides =
    open.length === 0
      ? []
      : await read
          .select({ reviewId: reviewPart.reviewId, side: reviewPart.side })
          .from(reviewPart)
          .where(
            and(
              eq(reviewPart.orgId, org.id),
              isNotNull(reviewPart.submittedAt),
              inArray(
                reviewPart.reviewId,
                open.map(({ id }) => id),
              ),
            ),
          );
  const levels = await levelNamesOf(ctx, ids);
  const progress = await progressOf(ctx, ids);
  const waiting = new Set((await plansWaiting(ctx, managerId)).map(({ memberId }) => memberId));
  const people = [];
  for (const person of reports) {
    const its = open.find(({ memberId }) => memberId === person.id);
    const owes = (side: "self" | "manager") =>
      !sides.some((one) => one.reviewId === its?.id && one.side === side);
    people.push({
      ...person,
      level: levels.get(person.id) ?? null,
      ...progress(person.id),
      review:
        its === undefined
          ? null
          : {
              id: its.id,
              dueAt: toInstant(its.dueAt),
              self: owes("self"),
              manager: owes("manager"),
            },
      planWaits: waiting.has(person.id),
    });
  }
  return { people };
}
