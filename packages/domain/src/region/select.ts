import { comparePeriods } from "./period.ts";
import { type AppliedRule, type RegionsAsked, rulesFor } from "./rules.ts";
import type { RegionDuty, RegionTopic } from "./schemas.ts";

/** A rule that applies, with its duty narrowed to a topic. */
export type AppliedDuty<T extends RegionTopic> = AppliedRule & {
  duty: Extract<RegionDuty, { topic: T }>;
};

/** What is owed on one topic, by rule id. */
export function dutiesOn<T extends RegionTopic>(asked: RegionsAsked, topic: T): AppliedDuty<T>[] {
  return rulesFor(asked).flatMap((one) => {
    const { duty } = one.rule;
    return isOn(duty, topic) ? [{ ...one, duty }] : [];
  });
}

function isOn<T extends RegionTopic>(
  duty: RegionDuty,
  topic: T,
): duty is Extract<RegionDuty, { topic: T }> {
  return duty.topic === topic;
}

/**
 * How long an application is kept: the longest minimum and the shortest maximum, each with its rule
 * (null: none), and all the others. They may contradict each other: that is for people to see.
 */
export function retentionOf(asked: RegionsAsked): {
  least: AppliedDuty<"retention_min"> | null;
  most: AppliedDuty<"retention_max"> | null;
  minimums: AppliedDuty<"retention_min">[];
  maximums: AppliedDuty<"retention_max">[];
} {
  const minimums = dutiesOn(asked, "retention_min").toSorted((a, b) =>
    comparePeriods(b.duty.least, a.duty.least),
  );
  const maximums = dutiesOn(asked, "retention_max").toSorted((a, b) =>
    comparePeriods(a.duty.most, b.duty.most),
  );
  return { least: minimums[0] ?? null, most: maximums[0] ?? null, minimums, maximums };
}

/** Who must be answered by when; several for one event each count, the shortest binds first. */
export function answerDuties(
  asked: RegionsAsked,
  from?: AppliedDuty<"answer_within">["duty"]["from"],
): AppliedDuty<"answer_within">[] {
  return dutiesOn(asked, "answer_within")
    .filter(({ duty }) => from === undefined || duty.from === from)
    .toSorted((a, b) => comparePeriods(a.duty.within, b.duty.within));
}

/** What an offer states as its conditions, by the rule that asks for each. */
export function conditionsFor(
  asked: RegionsAsked,
): { condition: "works_council" | "background_check"; applied: AppliedRule }[] {
  return [
    ...dutiesOn(asked, "works_council")
      .filter(({ duty }) => duty.offerCondition)
      .map((applied) => ({ condition: "works_council" as const, applied })),
    ...dutiesOn(asked, "background_check").map((applied) => ({
      condition: "background_check" as const,
      applied,
    })),
  ];
}

/** The rules by which a candidate must know the pay range before the interview (law 8). */
export function rangeDemanded(asked: RegionsAsked): AppliedDuty<"pay_range">[] {
  return dutiesOn(asked, "pay_range").filter(({ duty }) => duty.demands.includes("range"));
}

/** The rules by which nobody may ask what a candidate earned before (law 8). */
export function historyBanned(asked: RegionsAsked): AppliedDuty<"salary_history">[] {
  return dutiesOn(asked, "salary_history").filter(({ duty }) => duty.bans.includes("may_not_ask"));
}
