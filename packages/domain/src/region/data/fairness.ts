import type { RegionDuty, RegionRule } from "../schemas.ts";

type Row = Pick<RegionRule, "id" | "region" | "duty" | "source" | "sentence"> &
  Partial<Pick<RegionRule, "from" | "threshold" | "blocking">>;
type Ai = Extract<RegionDuty, { topic: "ai_statement" }>;

function rule(row: Row): RegionRule {
  return { from: null, to: null, threshold: null, blocking: false, confidence: "h", ...row };
}

function ai(needs: Ai["needs"], more: Partial<Ai> = {}): Ai {
  return {
    topic: "ai_statement",
    when: "scored_by_machine",
    needs,
    noticeBefore: null,
    explainWithin: null,
    auditEvery: null,
    ...more,
  };
}

/** Adverse impact, self-identification, and machines that screen. */
export const FAIRNESS: readonly RegionRule[] = [
  rule({
    id: "us-four-fifths",
    region: "US",
    duty: { topic: "four_fifths", percent: 80, switchable: true },
    source: "29 CFR 1607.4(D)",
    sentence:
      "A group selected at less than 80 % of the highest rate is evidence of adverse impact; small numbers need an exact test. The guideline is being withdrawn.",
  }),
  rule({
    id: "us-self-identification",
    region: "US",
    duty: { topic: "self_identification", voluntary: true, apart: true, hiddenFromDeciders: true },
    source: "29 CFR 1607.4; 41 CFR 60-741.42",
    sentence:
      "Who identifies themselves does so freely, apart from the application, and no decider sees it.",
  }),
  rule({
    id: "us-ny-nyc-automated-decisions",
    region: "US-NY-NYC",
    from: "2023-07-05",
    duty: ai(["independent_audit", "notice"], {
      noticeBefore: { count: 10, unit: "business_day" },
      auditEvery: { count: 1, unit: "year" },
    }),
    source: "N.Y.C. Local Law 144 of 2021",
    sentence:
      "A score by a machine that substantially assists needs an independent audit at most 1 year old, and notice 10 business days before.",
  }),
  rule({
    id: "us-co-automated-decisions",
    region: "US-CO",
    from: "2027-01-01",
    duty: ai(["notice", "explanation", "human_review"], {
      explainWithin: { count: 30, unit: "day" },
    }),
    source: "Colorado SB 26-189",
    sentence:
      "Where a machine helps to decide: notice, a plain explanation within 30 days, and review by a person.",
  }),
  rule({
    id: "us-il-ai-notice",
    region: "US-IL",
    from: "2026-01-01",
    duty: ai(["notice"], { when: "screened_by_ai" }),
    source: "775 ILCS 5/2-102",
    sentence: "Who applies is told that AI is used.",
  }),
  rule({
    id: "ca-on-ai-statement",
    region: "CA-ON",
    from: "2026-01-01",
    threshold: { employees: 25, where: "CA-ON" },
    duty: ai(["statement_in_post"], { when: "screened_by_ai" }),
    blocking: true,
    source: "Ontario ESA, Part III.1; O. Reg. 476/24",
    sentence: "A post says whether AI screens, assesses or selects applicants.",
  }),
  rule({
    id: "eu-ai-act",
    region: "EU",
    from: "2027-12-02",
    duty: ai(["high_risk_duties"]),
    source: "Regulation (EU) 2024/1689, Annex III(4)",
    sentence: "A system that scores or filters applicants owes what the AI Act asks of high risk.",
  }),
];
