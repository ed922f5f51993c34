import type { PredictionFigure } from "@rubric/db/schema";
import { describe, expect, it } from "vitest";
import { kappaError } from "../statistics/kappa.ts";
import type { Pair } from "../statistics/ranks.ts";
import { endOfQuarter } from "./cutoff.ts";
import { predictionFigures, type RatedPerson } from "./prediction-figures.ts";
import { loopsOf, type RaterCard, raterFigures } from "./rater-figures.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

/** A loop in which `mine` is the rating of "me" and `theirs` that of somebody else. */
function loop(n: number, mine: number, theirs: number | null, hours = 1): RaterCard[] {
  const card = (authorId: string, step: number): RaterCard => ({
    authorId,
    loop: `loop ${n}`,
    locations: ["DE"],
    hours,
    ratings: [
      { key: "caching", step, length: 40 },
      { key: "security", step, length: 80 },
      { key: authorId, step: 4, length: 60 },
    ],
  });
  return [card("me", mine), ...(theirs === null ? [] : [card("other", theirs)])];
}

const figuresOf = (cards: readonly RaterCard[], least = 10) =>
  raterFigures("me", loopsOf(cards), least);

describe("how an interviewer rates", () => {
  it("is nothing below ten scorecards, or below what a policy asks for", () => {
    const nine = upTo(9).flatMap((n) => loop(n, 2, 3));
    const ten = upTo(10).flatMap((n) => loop(n, 2, 3));
    expect(figuresOf(nine)).toBeNull();
    expect(figuresOf(ten)).not.toBeNull();
    expect(figuresOf(ten, 11)).toBeNull();
  });

  it("counts a candidate once for severity, and only what both rated", () => {
    const cards = upTo(10).flatMap((n) => loop(n, n % 2 === 0 ? 1 : 2, 3));
    // One step below in half of the loops, two in the other half.
    expect(figuresOf(cards)?.severity).toMatchObject({ value: -1.5, n: 10 });
    const { low = 0, high = 0 } = figuresOf(cards)?.severity?.interval ?? {};
    // sd = 0.52705, t(9) = 2.26216
    expect(low).toBeCloseTo(-1.5 - 2.26216 * (0.52705 / Math.sqrt(10)), 3);
    expect(high).toBeCloseTo(-1.5 + 2.26216 * (0.52705 / Math.sqrt(10)), 3);
  });

  it("says nothing of severity and agreement of who always rates alone", () => {
    const alone = figuresOf(upTo(12).flatMap((n) => loop(n, n % 5, null)));
    expect(alone).toMatchObject({ scorecards: 12, severity: null, agreement: null });
    expect(alone?.extremes).toMatchObject({ n: 36 });
  });

  it("has agreement from thirty pairs on", () => {
    const of = (n: number) => figuresOf(upTo(n).flatMap((x) => loop(x, x % 5, x % 5)))?.agreement;
    expect(of(14)).toBeNull();
    expect(of(15)).toMatchObject({ value: 1, n: 30 });
  });

  it("takes all pairs of one candidate for one in the interval of agreement", () => {
    const cards = upTo(20).flatMap((n) => loop(n, n % 5, (n + (n % 2)) % 5));
    const pairs = cards
      .filter((card) => card.authorId === "me")
      .flatMap((_card, n): Pair[] => [0, 1].map(() => [n % 5, (n + (n % 2)) % 5]));
    const { value = 0, interval } = figuresOf(cards)?.agreement ?? {};
    const error = kappaError(pairs, 5) ?? Number.NaN;
    expect(interval?.low).toBeCloseTo(value - 1.959964 * error * Math.SQRT2, 5);
  });

  it("has the middle of the hours and of the words, and the share of extremes", () => {
    const found = figuresOf(upTo(10).flatMap((n) => loop(n, 2, 2, n + 1)));
    expect(found?.hours).toEqual({ value: 5.5, n: 10, interval: { low: 2, high: 9 } });
    expect(found?.evidence).toMatchObject({ value: 60, n: 30 });
    expect(found?.extremes?.value).toBeCloseTo(1 / 3, 10);
  });

  it("leaves erased words out", () => {
    const cards = upTo(10).flatMap((n) => loop(n, 2, 2));
    const erased = cards.map((card) => ({
      ...card,
      ratings: card.ratings.map((one) => ({ ...one, length: -1 })),
    }));
    expect(figuresOf(erased)?.evidence).toBeNull();
  });
});

const AT = { quarter: "2026-Q3", endOf: (name: string) => endOfQuarter(name, "UTC") };

/** People whose interview and review go together, reviewed on a day, by one of three managers. */
function people(n: number, { from = 0, day = "2026-05-01", managers = 3 } = {}): RatedPerson[] {
  return upTo(n).map((index) => ({
    memberId: `member ${from + index}`,
    managerId: `manager ${(from + index) % managers}`,
    reviewedAt: new Date(`${day}T10:00:00Z`),
    competencies: new Map([
      ["caching", { name: "Caching", interview: index % 5, review: (index + (index % 2)) % 5 }],
    ]),
  }));
}

const figures = (of: readonly RatedPerson[], before: PredictionFigure[] = [], least = 10) =>
  predictionFigures(of, before, AT, least);

describe("law 1: growth is its pair's alone: no figure about reviews tells of one person", () => {
  it("shows nothing of fewer than ten people, or than a policy asks for", () => {
    expect(figures(people(9))).toEqual([]);
    expect(figures(people(10))).toHaveLength(2);
    expect(figures(people(10), [], 11)).toEqual([]);
    expect(figures(people(9), [], 1)).toEqual([]);
  });

  it("shows nothing whose reviews one manager wrote but for a few", () => {
    expect(figures(people(12, { managers: 1 }))).toEqual([]);
    const [first, second, ...rest] = people(12, { managers: 1 });
    if (first === undefined || second === undefined) throw new Error("twelve");
    const other = (one: RatedPerson) => ({ ...one, managerId: "another" });
    expect(figures([other(first), other(second), ...rest])).toEqual([]);
    expect(
      figures([other(first), other(second), ...rest.slice(1), ...rest.slice(0, 1).map(other)]),
    ).not.toEqual([]);
  });

  it("shows nothing where everybody was rated alike", () => {
    const alike = people(12).map((one) => ({
      ...one,
      competencies: new Map([["caching", { name: "Caching", interview: 3, review: 4 }]]),
    }));
    expect(figures(alike)).toEqual([]);
  });

  it("rounds to one decimal and never shows a perfect order", () => {
    const perfect = people(12).map((one, index) => ({
      ...one,
      competencies: new Map([["caching", { name: "Caching", interview: index, review: index }]]),
    }));
    expect(figures(perfect)[0]).toMatchObject({ correlation: 0.9, high: 0.9, people: 12 });
    for (const { correlation, low, high } of figures(people(12))) {
      for (const one of [correlation, low, high])
        expect(one * 10).toBeCloseTo(Math.round(one * 10), 9);
    }
  });

  it("moves only once five people joined", () => {
    const [overall] = figures(people(10));
    if (overall === undefined) throw new Error("ten are enough");
    const shown = [{ ...overall, quarter: "2026-Q2" }];
    const four = [...people(10), ...people(4, { from: 10, day: "2026-08-01" })];
    const five = [...people(10), ...people(5, { from: 10, day: "2026-08-01" })];
    expect(figures(four, shown)[0]).toEqual(shown[0]);
    expect(figures(five, shown)[0]).toMatchObject({ quarter: "2026-Q3", people: 15 });
  });

  it("stays as it was when somebody is erased", () => {
    const [overall] = figures(people(10));
    if (overall === undefined) throw new Error("ten are enough");
    expect(figures(people(9), [overall])[0]).toEqual(overall);
  });
});
