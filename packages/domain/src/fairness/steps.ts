import { fisherExact } from "../statistics/fisher.ts";
import { type Count, newcombe, shareOf, wilson } from "../statistics/proportion.ts";
import { type Depth, NOT_SAID, type PublishedRow } from "./publish.ts";
import type { FairnessStep } from "./schemas.ts";

/** 29 CFR 1607.4(D): below this share of the highest rate lies evidence of adverse impact. */
const FOUR_FIFTHS = 0.8;

type Step = FairnessStep["step"];
type Line = FairnessStep["groups"][number];

/** What each depth's cells say of each step: how many were selected of how many. */
const STEPS: Record<Depth, Partial<Record<Step, (counts: readonly number[]) => Count>>> = {
  all: {
    application_interview: ([review = 0, interview = 0, offer = 0]) => ({
      of: interview + offer,
      total: review + interview + offer,
    }),
    interview_offer: ([, interview = 0, offer = 0]) => ({ of: offer, total: interview + offer }),
    application_offer: ([review = 0, interview = 0, offer = 0]) => ({
      of: offer,
      total: review + interview + offer,
    }),
  },
  offer: { application_offer: ([before = 0, offer = 0]) => ({ of: offer, total: before + offer }) },
  interview: {
    application_interview: ([review = 0, on = 0]) => ({ of: on, total: review + on }),
  },
};

const ORDER = ["application_interview", "interview_offer", "application_offer"] as const;

/** The figures of a table: each group's rate, and how it compares with the highest one. */
export function stepsOf(
  depth: Depth,
  rows: readonly PublishedRow[],
  titleOf: (group: string) => string,
  fourFifths: boolean,
): FairnessStep[] {
  return ORDER.flatMap((step) => {
    const countOf = STEPS[depth][step];
    if (countOf === undefined) return [];
    const counted = rows.map((row) => ({ group: row.group, count: countOf(row.counts) }));
    const groups = counted.filter(({ group }) => group !== NOT_SAID);
    const highest = groups.toSorted((a, b) => shareOf(b.count) - shareOf(a.count))[0];
    const lines = counted.map(({ group, count }): Line => {
      const compared = highest !== undefined && group !== NOT_SAID && group !== highest.group;
      return {
        group: titleOf(group),
        selected: count.of,
        total: count.total,
        rate: shareOf(count),
        rateInterval: wilson(count),
        against: compared
          ? { group: titleOf(highest.group), ...compare(count, highest.count, fourFifths) }
          : null,
      };
    });
    return [{ step, groups: lines }];
  });
}

function compare(own: Count, highest: Count, fourFifths: boolean) {
  const ratio = shareOf(own) / shareOf(highest);
  return {
    ratio,
    difference: shareOf(own) - shareOf(highest),
    differenceInterval: newcombe(own, highest),
    p: fisherExact(own, highest),
    belowFourFifths: fourFifths ? ratio < FOUR_FIFTHS : null,
  };
}
