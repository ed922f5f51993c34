import type { RegionRule } from "../schemas.ts";

type Row = Pick<RegionRule, "id" | "region" | "duty" | "source" | "sentence"> &
  Partial<Pick<RegionRule, "from" | "threshold" | "blocking" | "confidence">>;

function rule(row: Row): RegionRule {
  return { from: null, to: null, threshold: null, blocking: false, confidence: "h", ...row };
}

const COUNCIL = { employees: 20, more: true, where: "DE" } as const;
const ONTARIO = { employees: 25, where: "CA-ON" };

/** Works council, contract, background; and what else a post in Ontario says. */
export const CONTRACT: readonly RegionRule[] = [
  rule({
    id: "de-works-council",
    region: "DE",
    threshold: COUNCIL,
    duty: {
      topic: "works_council",
      consentWithin: { count: 1, unit: "week" },
      reads: ["application_documents", "comments_and_ratings"],
      offerCondition: true,
    },
    source: "§ 99 BetrVG; BAG 13.12.2023, 1 ABR 28/22; LAG Köln 15.5.2020, 9 TaBV 32/19",
    sentence:
      "With more than 20 voting employees the works council consents before a hire; it may read the application documents, comments and ratings during the procedure, and an offer states its consent as a condition.",
  }),
  rule({
    id: "de-works-agreement",
    region: "DE",
    threshold: COUNCIL,
    duty: {
      topic: "works_agreement",
      about: ["assessment_principles", "selection_guidelines", "figures_on_raters"],
    },
    confidence: "m",
    source: "§§ 87, 94, 95 BetrVG",
    sentence:
      "Assessment principles, selection guidelines and figures on raters need the works council's agreement.",
  }),
  rule({
    id: "de-offer-binds",
    region: "DE",
    duty: { topic: "offer_binds" },
    source: "§ 145 BGB",
    sentence: "A sent offer binds until it expires, unless it says otherwise.",
  }),
  rule({
    id: "us-disability-questions",
    region: "US",
    duty: { topic: "disability_questions", after: "conditional_offer", confidential: true },
    blocking: true,
    source: "42 U.S.C. § 12112(d) (ADA)",
    sentence:
      "Questions on disability come only after a conditional offer, and medical facts stay confidential.",
  }),
  rule({
    id: "us-background-check",
    region: "US",
    duty: { topic: "background_check", after: "offer", noticeBeforeAdverse: true },
    confidence: "m",
    source: "15 U.S.C. § 1681b (FCRA); fair-chance laws",
    sentence:
      "A background check comes after the offer, and a notice before any step against the person.",
  }),
  rule({
    id: "ca-on-vacancy",
    region: "CA-ON",
    from: "2026-01-01",
    threshold: ONTARIO,
    duty: { topic: "vacancy_statement" },
    blocking: true,
    source: "Ontario ESA, Part III.1; O. Reg. 476/24",
    sentence: "A post says whether there is a vacancy that it is to fill.",
  }),
  rule({
    id: "ca-on-canadian-experience",
    region: "CA-ON",
    from: "2026-01-01",
    threshold: ONTARIO,
    duty: { topic: "no_canadian_experience" },
    blocking: true,
    source: "Ontario ESA, Part III.1; O. Reg. 476/24",
    sentence: "Neither a post nor its form asks for Canadian experience.",
  }),
];
