import { kappaError, kappaInterval, weightedKappa } from "../statistics/kappa.ts";
import { medianInterval, medianOf } from "../statistics/median.ts";
import { type Interval, shareOf, wilson } from "../statistics/proportion.ts";
import type { Pair } from "../statistics/ranks.ts";
import { meanWithInterval } from "../statistics/student.ts";
import { LEAST } from "./least.ts";

/** A scorecard written before its author could read another's, with what figures need of it. */
export type RaterCard = {
  authorId: string;
  /** Application and stage: what the raters of one loop have in common. */
  loop: string;
  locations: readonly string[];
  /** From the end of the interview to the first submission. */
  hours: number | null;
  /** `length`: characters of one's own words; below 0 where they were erased. */
  ratings: readonly { key: string; step: number; length: number }[];
};

type Figure = { value: number; n: number; interval: Interval | null };

export type RaterFigures = {
  scorecards: number;
  /** Steps above or below the others of the same loops. */
  severity: Figure | null;
  agreement: Figure | null;
  hours: Figure | null;
  extremes: Figure | null;
  evidence: Figure | null;
};

const STEPS = 5;

/**
 * How one interviewer rates, over these scorecards of their loops; null: too few scorecards to say
 * anything. Each figure has a smallest number of its own, below which it is null.
 */
export function raterFigures(
  authorId: string,
  loops: ReadonlyMap<string, readonly RaterCard[]>,
  least: number,
): RaterFigures | null {
  const shared = [...loops.values()].filter((cards) => cards.some(by(authorId)));
  const own = shared.flatMap((cards) => cards.filter(by(authorId)));
  if (own.length < Math.max(least, LEAST.scorecards)) return null;
  const ratings = own.flatMap((card) => card.ratings);
  const pairs = shared.map((cards) => pairsOf(authorId, cards)).filter((of) => of.length > 0);
  return {
    scorecards: own.length,
    severity: severityOf(shared.flatMap((cards) => meanGap(pairsOf(authorId, cards)) ?? [])),
    agreement: agreementOf(pairs),
    hours: middle(own.flatMap((card) => card.hours ?? [])),
    extremes: extremesOf(ratings.map((one) => one.step)),
    evidence: middle(ratings.flatMap((one) => (one.length < 0 ? [] : [one.length]))),
  };
}

/** The scorecards of each loop. */
export function loopsOf(cards: readonly RaterCard[]): ReadonlyMap<string, readonly RaterCard[]> {
  return Map.groupBy(cards, (card) => card.loop);
}

const by = (authorId: string) => (card: RaterCard) => card.authorId === authorId;

/** The author's rating with each one that somebody else of the loop gave the same competency. */
function pairsOf(authorId: string, cards: readonly RaterCard[]): Pair[] {
  const own = cards.filter(by(authorId)).flatMap((card) => card.ratings);
  const others = cards.filter((card) => card.authorId !== authorId).flatMap((one) => one.ratings);
  return own.flatMap((mine) =>
    others
      .filter((theirs) => theirs.key === mine.key)
      .map((theirs): Pair => [mine.step, theirs.step]),
  );
}

/** Of one loop, so that each candidate counts once, however many competencies were rated. */
function meanGap(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.reduce((sum, [mine, theirs]) => sum + mine - theirs, 0) / pairs.length;
}

function severityOf(gaps: readonly number[]): Figure | null {
  if (gaps.length < LEAST.shared) return null;
  const { mean, interval } = meanWithInterval(gaps);
  return { value: mean, n: gaps.length, interval };
}

/** Pairs of one candidate hang together: the interval is as wide as if they were one. */
function agreementOf(candidates: readonly (readonly Pair[])[]): Figure | null {
  const pairs = candidates.flat();
  if (pairs.length < LEAST.pairs || candidates.length < LEAST.shared) return null;
  const kappa = weightedKappa(pairs, STEPS);
  const error = kappaError(pairs, STEPS);
  if (kappa === null || error === null) return null;
  const wider = error * Math.sqrt(pairs.length / candidates.length);
  return { value: kappa, n: pairs.length, interval: kappaInterval(kappa, wider) };
}

function extremesOf(steps: readonly number[]): Figure | null {
  if (steps.length < LEAST.scorecards) return null;
  const count = {
    of: steps.filter((step) => step === 0 || step === STEPS - 1).length,
    total: steps.length,
  };
  return { value: shareOf(count), n: count.total, interval: wilson(count) };
}

function middle(values: readonly number[]): Figure | null {
  if (values.length < LEAST.scorecards) return null;
  return { value: medianOf(values), n: values.length, interval: medianInterval(values) };
}
