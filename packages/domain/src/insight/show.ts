import { member, prediction } from "@rubric/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { whyNotAllowed } from "../may.ts";
import { monthCutoff } from "./cutoff.ts";
import { LEAST } from "./least.ts";
import { loopsOf, type RaterCard, raterFigures } from "./rater-figures.ts";
import { raterCards } from "./rater-rows.ts";
import { raterInsightRule } from "./raters-rule.ts";
import { reviewPlaces } from "./review-places.ts";
import { reviewInsightRule } from "./reviews-rule.ts";
import type { InsightView, PredictionLine } from "./schemas.ts";

/**
 * What hiring says of itself: the reader's own figures as an interviewer, and for who leads hiring,
 * where policies say so, everybody's, and whether interviews predict later reviews.
 */
export async function showInsight(ctx: ReadCtx): Promise<InsightView> {
  const { read, org, actor, clock } = ctx;
  const { timeZone } = await settingsOf(read, org.id);
  const before = monthCutoff(clock, timeZone, ctx.limits);
  const leads = whyNotAllowed("insight.listQuestions", ctx.duties) === null;
  const memberId = actor.kind === "member" ? actor.memberId : null;
  const cards = await raterCards(read, org.id, { before, authorId: leads ? null : memberId });
  return {
    until: dayIn(timeZone, before),
    mine: memberId === null ? null : raterFigures(memberId, loopsOf(cards), LEAST.scorecards),
    raters: leads ? await ratersOf(ctx, cards) : null,
    prediction: leads ? await predictionOf(ctx) : null,
  };
}

/** Where a policy for everyone is asked, whatever the place. */
const NOWHERE = { regions: [] };

/** Everybody's figures, of the jobs in places where a policy shows them. */
async function ratersOf(ctx: ReadCtx, cards: readonly RaterCard[]): Promise<InsightView["raters"]> {
  const places = [...Map.groupBy(cards, (card) => card.locations.join(" ")).values()];
  const shownIn = places.flatMap((of) => {
    const least = leastAt(ctx, of[0]?.locations ?? []);
    return least === null ? [] : [{ cards: of, least }];
  });
  const anywhere = leastAt(ctx, []);
  const least = Math.max(LEAST.scorecards, anywhere ?? 0, ...shownIn.map((one) => one.least));
  const shown = shownIn.flatMap((one) => one.cards);
  const loops = loopsOf(shown);
  const authors = [...new Set(shown.map((card) => card.authorId))];
  const figures = authors.flatMap((authorId) => {
    const own = raterFigures(authorId, loops, least);
    return own === null ? [] : [{ memberId: authorId, figures: own }];
  });
  const names = await namesOf(
    ctx,
    figures.map((one) => one.memberId),
  );
  return {
    shown: shownIn.length > 0 || anywhere !== null,
    least,
    rows: names.flatMap(({ id, name }) => {
      const own = figures.find((one) => one.memberId === id);
      return own === undefined ? [] : [{ ...own, name }];
    }),
    hidden: authors.length - figures.length,
  };
}

/** From how many scorecards on raters are shown at a job of these places; null: not in each of them. */
function leastAt({ policy }: Pick<ReadCtx, "policy">, locations: readonly string[]) {
  const asked = (locations.length === 0 ? [[]] : locations.map((region) => [region])).map(
    (regions) => policy.effects(raterInsightRule, {}, { regions })[0],
  );
  const on = asked.flatMap((effect) => (effect === undefined ? [] : [effect.facts.scorecards]));
  return on.length === asked.length ? Math.max(...on) : null;
}

async function namesOf(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, org.id), inArray(member.id, [...ids])))
    .orderBy(asc(member.name), asc(member.id));
}

async function predictionOf(ctx: ReadCtx): Promise<InsightView["prediction"]> {
  const [row] = await ctx.read
    .select()
    .from(prediction)
    .where(eq(prediction.orgId, ctx.org.id))
    .orderBy(desc(prediction.quarter))
    .limit(1);
  const places = await reviewPlaces(ctx);
  const shown = places.length > 0 || ctx.policy.effects(reviewInsightRule, {}, NOWHERE).length > 0;
  const lines = (shown ? (row?.figures ?? []) : []).map(({ key, low, high, ...line }) => ({
    key,
    line: { ...line, interval: { low, high } } satisfies PredictionLine,
  }));
  return {
    shown,
    least: Math.max(LEAST.people, ...places),
    quarter: shown ? (row?.quarter ?? null) : null,
    overall: lines.find((one) => one.key === null)?.line ?? null,
    competencies: lines.flatMap(({ key, line }) => (key === null ? [] : [line])),
  };
}
