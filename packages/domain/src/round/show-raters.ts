import { competency, member, review, reviewPart, reviewRating } from "@rubric/db/schema";
import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ReadCtx } from "../context.ts";
import { type Denial, explain } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { settingsOf } from "../job/access.ts";
import { agreementOf, managersOf, type Reviewed, settledOf, severityOf } from "./raters.ts";
import { ratersRule } from "./raters-rule.ts";
import { quarterEnds, whyNotRaters } from "./rules.ts";
import type { RatersView } from "./schemas.ts";

/**
 * How far managers and their people agree, and how strictly each manager rates, by establishment:
 * for admins without any name, for a manager their own figure alone. Figures move with a quarter, and
 * by no single person.
 */
export async function showRaters(ctx: ReadCtx): Promise<RatersView> {
  const { memberId } = requireMember(ctx);
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const groups = Map.groupBy(await ratedOf(ctx), ({ establishment }) => establishment);
  const figures = [...groups].map(([establishment, rated]) => {
    const first = new Date(Math.min(...rated.map(({ at }) => at.getTime())));
    const settled = settledOf(rated, quarterEnds(first, ctx.clock, timeZone));
    const regions = establishment === null ? [] : [establishment];
    const [on] = ctx.policy.effects(ratersRule, {}, { regions });
    const least = on?.facts ?? null;
    const managers = managersOf(settled, least?.people ?? Infinity);
    const compared = settled.filter(({ managerId }) => managers.has(managerId));
    const hidden = whyNotRaters({ managers: managers.size, least });
    const mine = rated.some(({ managerId }) => managerId === memberId);
    return { establishment, compared, managers, hidden, mine };
  });
  const why = (denial: Denial | null) => denial && explain(denial);
  const isAdmin = ctx.duties.has("admin");
  return {
    all: !isAdmin
      ? null
      : figures.map(({ establishment, compared, managers, hidden }) => ({
          establishment,
          hidden: why(hidden),
          people: hidden === null ? new Set(compared.map((one) => one.memberId)).size : 0,
          pairs: hidden === null ? compared.length : 0,
          kappa: hidden === null ? agreementOf(compared) : null,
          severities: (hidden === null ? [...managers.keys()] : [])
            .flatMap((id) => severityOf(managers, id) ?? [])
            .toSorted((a, b) => a.difference - b.difference),
        })),
    own: figures
      .filter(({ mine }) => mine)
      .map(({ establishment, managers, hidden }) => ({
        establishment,
        hidden: why(hidden),
        people: hidden === null ? (managers.get(memberId)?.length ?? 0) : 0,
        severity: hidden === null ? severityOf(managers, memberId) : null,
      })),
  };
}

const own = alias(reviewPart, "own");
const theirs = alias(reviewPart, "theirs");
const ownRating = alias(reviewRating, "own_rating");
const theirRating = alias(reviewRating, "their_rating");

/** Reviews with two sides, each written before its author read the other; the newest first. */
async function ratedOf({
  read,
  org,
}: ReadCtx): Promise<(Reviewed & { establishment: string | null })[]> {
  const rows = await read
    .select({
      reviewId: review.id,
      memberId: review.memberId,
      establishment: member.establishment,
      managerId: theirs.authorId,
      ownAt: own.submittedAt,
      theirAt: theirs.submittedAt,
      self: ownRating.rating,
      manager: theirRating.rating,
    })
    .from(review)
    .innerJoin(member, and(eq(member.orgId, review.orgId), eq(member.id, review.memberId)))
    .innerJoin(own, sideOf(own, "self"))
    .innerJoin(theirs, sideOf(theirs, "manager"))
    .innerJoin(ownRating, and(eq(ownRating.orgId, own.orgId), eq(ownRating.partId, own.id)))
    .innerJoin(
      theirRating,
      and(
        eq(theirRating.orgId, theirs.orgId),
        eq(theirRating.partId, theirs.id),
        eq(theirRating.competencyId, ownRating.competencyId),
      ),
    )
    .innerJoin(
      competency,
      and(eq(competency.orgId, ownRating.orgId), eq(competency.id, ownRating.competencyId)),
    )
    .where(and(eq(review.orgId, org.id), ne(review.state, "cancelled")))
    .orderBy(desc(review.openedAt), desc(review.id), competency.position);
  return rows.flatMap(({ self, manager, ownAt, theirAt, ...row }) =>
    self === null || manager === null || ownAt === null || theirAt === null
      ? []
      : [{ ...row, self, manager, at: ownAt < theirAt ? theirAt : ownAt }],
  );
}

function sideOf(part: typeof own | typeof theirs, side: "self" | "manager") {
  return and(
    eq(part.orgId, review.orgId),
    eq(part.reviewId, review.id),
    eq(part.side, side),
    isNotNull(part.submittedAt),
    eq(part.afterReading, false),
  );
}
