import type { Rating } from "@rubric/db/schema";
import type { ReadCtx } from "../context.ts";
import { isCounted } from "../scorecard/counting.ts";
import { toInstant } from "../wire.ts";
import { agreementSentence, byDisagreement, spreadOf } from "./agreement.ts";
import type { PlanCriterion } from "./criteria.ts";
import { isIndependent, type RatedCard, secondOf } from "./ratings.ts";
import type { CellView, DebriefView, RaterView } from "./schemas.ts";

/** What the independent raters agree and differ on by their last ratings, in one sentence. */
export function agreementOf(
  cards: readonly RatedCard[],
  criteria: readonly PlanCriterion[],
): string {
  const independent = cards.filter(isIndependent);
  return agreementSentence(
    criteria.map(({ id, name }) => ({ name, ratings: ratingsOf(independent, id) })),
    independent.length,
  );
}

/**
 * A rater as the head of a column; without their words while the stage is sealed to the reader. Why
 * they were excused is for them and for those who lead the job and are not blind on the candidate
 * (laws 1 and 4): of a colleague's illness others read nothing.
 */
export function raterView(
  ctx: ReadCtx,
  rated: RatedCard,
  to: { open: boolean; leads: boolean },
): RaterView {
  const { card, base } = rated;
  const { open } = to;
  const mine = ctx.actor.kind === "member" && ctx.actor.memberId === card.authorId;
  return {
    scorecardId: card.id,
    authorId: card.authorId,
    name: rated.author,
    mine,
    interview: rated.interview,
    state: card.state,
    shadow: card.shadow,
    counts: isCounted({ ...card, interviewState: rated.interviewState }),
    afterReading: base?.version.afterReading ?? false,
    laterVersions: rated.laterVersions,
    excused: mine || to.leads ? card.excusedReason : null,
    recommendation: open ? (base?.version.recommendation ?? null) : null,
    summary: open ? (base?.version.summary ?? "") : "",
  };
}

/** The ratings of a criterion as they stand: a second one takes the place of its author's first. */
function ratingsOf(cards: readonly RatedCard[], criterionId: string): Rating[] {
  return cards.flatMap((card) => {
    const first = card.base?.ratings.find((row) => row.criterionId === criterionId)?.rating;
    const rating = secondOf(card, criterionId)?.rating ?? first;
    return rating == null ? [] : [rating];
  });
}

/** Whether somebody rated a criterion; a shadow's rating counts for nothing. */
export function isRated(cards: readonly RatedCard[], criterionId: string): boolean {
  return cards.some(
    ({ card, base }) =>
      !card.shadow &&
      (base?.ratings.some((row) => row.criterionId === criterionId && row.rating !== null) ??
        false),
  );
}

/** The grid: criteria by raters, the most disputed first. Ask law 1 before. */
export function rowsOf(
  cards: readonly RatedCard[],
  criteria: readonly PlanCriterion[],
): DebriefView["rows"] {
  const independent = cards.filter(isIndependent);
  const rows = criteria.flatMap((one) => {
    const cells = cards.flatMap((card) => cellOf(card, one.id) ?? []);
    if (cells.length === 0) return [];
    return [{ ...one, spread: spreadOf(ratingsOf(independent, one.id)), cells }];
  });
  return byDisagreement(rows).map(
    ({ id, expectedLevel, anchor, name, weight, required, withdrawn, spread, cells }) => ({
      criterionId: id,
      name,
      weight,
      required,
      expected: { level: expectedLevel, anchor },
      withdrawn,
      spread,
      cells,
    }),
  );
}

function cellOf(card: RatedCard, criterionId: string): CellView | null {
  const first = card.base?.ratings.find((row) => row.criterionId === criterionId);
  if (first === undefined) return null;
  const second = secondOf(card, criterionId);
  const corrected = card.latest?.ratings.find((row) => row.criterionId === criterionId);
  const differs =
    corrected !== undefined &&
    corrected.number !== first.number &&
    (corrected.rating !== first.rating || corrected.evidence !== first.evidence);
  return {
    scorecardId: card.card.id,
    rating: first.rating,
    notAssessedReason: first.notAssessedReason,
    evidence: first.evidence,
    second: second && {
      rating: second.rating,
      reason: second.reason,
      session: second.session,
      at: toInstant(second.at),
    },
    later:
      differs && card.latest !== null
        ? {
            rating: corrected.rating,
            evidence: corrected.evidence,
            number: corrected.number,
            at: toInstant(card.latest.version.submittedAt),
          }
        : null,
  };
}
