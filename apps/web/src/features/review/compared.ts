import type { ReviewContent, ReviewView } from "@rubric/domain/review/schemas";
import { type Judgement, ratings } from "../../ui/ratings.ts";

type Entry = ReviewContent["ratings"][number];

/** One competency as both sides saw it; null where a side said nothing of it. */
export type ComparedRow = {
  row: ReviewView["rows"][number];
  self: Entry | null;
  manager: Entry | null;
  /** How many of the five marks lie between the two; null where one of them is missing. */
  apart: number | null;
};

/** Both sides side by side, what they see most differently first, what one left out last. */
export function comparedRows(view: ReviewView): ComparedRow[] {
  const [own, other] = [view.own.submitted?.content, view.other.submitted?.content];
  const [self, manager] = view.mine === "self" ? [own, other] : [other, own];
  const find = (content: ReviewContent | undefined, id: string) =>
    content?.ratings.find(({ competencyId }) => competencyId === id) ?? null;
  return view.rows
    .map((row) => {
      const [a, b] = [find(self, row.competencyId), find(manager, row.competencyId)];
      return { row, self: a, manager: b, apart: apartOf(a, b) };
    })
    .toSorted((a, b) => (b.apart ?? -1) - (a.apart ?? -1));
}

function apartOf(a: Entry | null, b: Entry | null): number | null {
  if (a?.rating == null || b?.rating == null) return null;
  return Math.abs(ratings.indexOf(a.rating) - ratings.indexOf(b.rating));
}

/** The mark of an entry; null where nothing was said. */
export function markOf(entry: Entry | null): Judgement | null {
  if (entry === null) return null;
  return entry.rating ?? "not_assessed";
}

/** In how many competencies the two agree, differ by one mark, and by more, in words. */
export function agreementWords(rows: readonly ComparedRow[]): string {
  const both = rows.filter(({ apart }) => apart !== null);
  const count = (fits: (apart: number) => boolean) =>
    both.filter(({ apart }) => apart !== null && fits(apart)).length;
  const [same, near, far] = [count((n) => n === 0), count((n) => n === 1), count((n) => n > 1)];
  return `You gave the same mark to ${same} of ${both.length} competencies, one mark apart in ${near}, further apart in ${far}.`;
}
