import type { RegionDuty, RegionRule } from "../schemas.ts";

type Answer = Omit<Extract<RegionDuty, { topic: "answer_within" }>, "topic">;
type Row = Pick<RegionRule, "id" | "region" | "source" | "sentence"> &
  Partial<Pick<RegionRule, "from" | "to" | "threshold" | "confidence">>;

function answer(row: Row, duty: Answer): RegionRule {
  return {
    from: null,
    to: null,
    threshold: null,
    confidence: "h",
    ...row,
    duty: { topic: "answer_within", ...duty },
    blocking: false,
  };
}

/** Who must be answered by when, beside what stands with the rule it belongs to. */
export const ANSWERS: readonly RegionRule[] = [
  answer(
    {
      id: "ca-on-answer",
      region: "CA-ON",
      from: "2026-01-01",
      threshold: { employees: 25, where: "CA-ON" },
      source: "Ontario ESA, Part III.1; O. Reg. 476/24",
      sentence: "Each interviewed applicant is answered within 45 days of their last interview.",
    },
    { from: "last_interview", within: { count: 45, unit: "day" }, to: "candidate" },
  ),
  answer(
    {
      id: "us-co-selection-notice",
      region: "US-CO",
      from: "2024-01-01",
      threshold: { employees: 1, where: "US-CO" },
      source: "C.R.S. § 8-5-201(3), as amended by SB 23-105",
      sentence:
        "Within 30 days after the person selected begins to work, those who will work with them are told who it is, and how one shows interest in such a job.",
    },
    { from: "selection", within: { count: 30, unit: "day" }, to: "employee" },
  ),
  answer(
    {
      id: "us-wa-cure",
      region: "US-WA",
      from: "2025-07-27",
      to: "2027-07-27",
      threshold: { employees: 15, where: "US" },
      source: "RCW 49.58.110, as amended by SB 5408",
      sentence: "A post that lacks something is put right within 5 business days of a notice.",
    },
    { from: "cure_notice", within: { count: 5, unit: "business_day" }, to: "authority" },
  ),
  answer(
    {
      id: "us-ny-nyc-cure",
      region: "US-NY-NYC",
      from: "2022-11-01",
      threshold: { employees: 4, where: "US" },
      source: "N.Y.C. Admin. Code § 8-107(32); Local Law 59 of 2022",
      sentence: "A first violation is put right within 30 days of its notice.",
    },
    { from: "cure_notice", within: { count: 30, unit: "day" }, to: "authority" },
  ),
  answer(
    {
      id: "us-il-promotion-notice",
      region: "US-IL",
      from: "2025-01-01",
      threshold: { employees: 15, where: "US" },
      source: "820 ILCS 112/10",
      sentence: "Staff learn of a promotion within 14 days of the post to the outside.",
    },
    { from: "external_posting", within: { count: 14, unit: "day" }, to: "employee" },
  ),
  answer(
    {
      id: "eu-access",
      region: "EU",
      from: "2018-05-25",
      source: "GDPR Art. 12(3), 15",
      sentence: "Who asks what is held of them is answered within 1 month.",
    },
    { from: "access_request", within: { count: 1, unit: "month" }, to: "candidate" },
  ),
  answer(
    {
      id: "de-works-council-week",
      region: "DE",
      threshold: { employees: 20, more: true, where: "DE" },
      source: "§ 99(3) BetrVG",
      sentence: "The works council has one week to object to a hire.",
    },
    { from: "works_council_asked", within: { count: 1, unit: "week" }, to: "works_council" },
  ),
];
