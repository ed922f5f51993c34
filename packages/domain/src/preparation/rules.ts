import type { Rating } from "@rubric/db/schema";
import { ladderOf, type LadderLevel, pathBetween } from "../ladder/ladder.ts";
import { shareOfRating } from "../ladder/standing.ts";
import type { PlanGap } from "../plan/request.ts";

/**
 * The levels from the first of the ladder to this one, by the shortest chain of promotions; the
 * level alone where none leads to it.
 */
export function pathTo<L extends LadderLevel>(levels: readonly L[], key: string): L[] {
  const first = ladderOf(levels).filter(({ follows }) => follows.length === 0);
  const paths = first.flatMap((one) => {
    const path = pathBetween(levels, one.key, key);
    return path === null ? [] : [path];
  });
  const [shortest] = paths.toSorted((a, b) => a.length - b.length);
  return shortest ?? levels.filter((level) => level.key === key);
}

/** How many levels below the one asked for somebody begins who marks themself so. */
const BELOW: Record<Rating, number> = {
  definitely_not: 2,
  no: 1,
  mixed: 0,
  yes: 0,
  strong_yes: 0,
};

export type Marked = {
  competency: string;
  /** The key of the level that it is asked for at. */
  level: string;
  /** 1 to 5. */
  weight: number;
  rating: Rating | null;
};

/**
 * The gaps of somebody who marked themself: the weight times the share that is missing of what the
 * level asks, to be worked on from the level below for a no and from two below for a definite one.
 * What has no mark or the best is no gap.
 */
export function gapsFrom(marks: readonly Marked[], path: readonly string[]): PlanGap[] {
  const top = path.length - 1;
  return marks.flatMap(({ competency, level, weight, rating }) => {
    if (rating === null || rating === "strong_yes") return [];
    const at = path.indexOf(level);
    const from = path[Math.max(0, (at === -1 ? top : at) - BELOW[rating])];
    if (from === undefined) return [];
    return [{ competency, size: weight * (1 - shareOfRating(rating)), from }];
  });
}

/** A tip of the question bank with what the same question keeps from candidates. */
export type BankTip = {
  kind: "behavioural" | "technical" | "situational";
  competency: string;
  tip: string;
  hidden: readonly string[];
};

/**
 * Law 1 and the fairness of the interviews: of the bank, candidates read tips alone, one for each
 * kind and competency, and none that repeats a question, what would be strong in an answer or weak.
 */
export function publicTips(bank: readonly BankTip[]): Omit<BankTip, "hidden">[] {
  const seen = new Set<string>();
  return bank.flatMap(({ hidden, ...tip }) => {
    const key = `${tip.kind} ${tip.competency}`;
    if (tip.tip.trim() === "" || seen.has(key)) return [];
    const words = plain(tip.tip);
    if (hidden.some((one) => plain(one) !== "" && words.includes(plain(one)))) return [];
    seen.add(key);
    return [tip];
  });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
