import type { Period, RegionRule } from "../schemas.ts";

const years = (count: number): Period => ({ count, unit: "year" });
const months = (count: number): Period => ({ count, unit: "month" });

function least(
  row: Pick<RegionRule, "id" | "region" | "source" | "sentence"> &
    Partial<Pick<RegionRule, "from" | "confidence" | "threshold" | "only">>,
  period: Period,
  untilDisposition = false,
): RegionRule {
  return {
    from: null,
    to: null,
    threshold: null,
    confidence: "h",
    ...row,
    duty: {
      topic: "retention_min",
      least: period,
      countsFrom: "record_or_action",
      untilDisposition,
    },
    blocking: false,
  };
}

type Most = Extract<RegionRule["duty"], { topic: "retention_max" }>;

function most(
  row: Pick<RegionRule, "id" | "region" | "source" | "sentence"> &
    Partial<Pick<RegionRule, "confidence">>,
  duty: Omit<Most, "topic">,
): RegionRule {
  return {
    from: null,
    to: null,
    threshold: null,
    confidence: "h",
    ...row,
    duty: { topic: "retention_max", ...duty },
    blocking: false,
  };
}

function records(
  row: Pick<RegionRule, "id" | "region" | "from" | "threshold" | "confidence" | "source"> & {
    sentence: string;
  },
  duty: Omit<Extract<RegionRule["duty"], { topic: "records" }>, "topic">,
): RegionRule {
  return { to: null, ...row, duty: { topic: "records", ...duty }, blocking: false };
}

/** How long what was kept of an application must be, and may be. */
export const RETENTION: readonly RegionRule[] = [
  least(
    {
      id: "us-retention",
      region: "US",
      source: "29 CFR 1602.14 (Title VII, ADA); 29 CFR 1627.3 (ADEA)",
      sentence:
        "Applications are kept for 1 year from their making or the decision; once a charge is filed, until it is disposed of.",
    },
    years(1),
    true,
  ),
  least(
    {
      id: "us-retention-contractor-small",
      region: "US",
      only: "federal_contractor",
      source: "41 CFR 60-300.80, 60-741.80 (VEVRAA, Section 503)",
      sentence: "A small federal contractor keeps applications for 1 year.",
    },
    years(1),
  ),
  least(
    {
      id: "us-retention-contractor",
      region: "US",
      only: "federal_contractor",
      threshold: { employees: 150, where: "US" },
      source: "41 CFR 60-300.80, 60-741.80 (VEVRAA, Section 503)",
      sentence: "A federal contractor of 150 employees or more keeps applications for 2 years.",
    },
    years(2),
  ),
  least(
    {
      id: "us-ca-retention",
      region: "US-CA",
      from: "2025-10-01",
      source: "2 CCR § 11013; Cal. Gov. Code § 12946",
      sentence: "Applications are kept for 4 years.",
    },
    years(4),
  ),
  least(
    {
      id: "us-il-retention",
      region: "US-IL",
      confidence: "m",
      source: "820 ILCS 112/20",
      sentence: "Applications are kept for 5 years.",
    },
    years(5),
  ),
  least(
    {
      id: "us-md-retention",
      region: "US-MD",
      source: "Md. Code, Lab. & Empl. § 3-304.2",
      sentence: "Applications are kept for 3 years.",
    },
    years(3),
  ),
  least(
    {
      id: "ca-on-retention",
      region: "CA-ON",
      confidence: "m",
      source: "Ontario ESA, Part III.1",
      sentence: "Applications are kept for 3 years.",
    },
    years(3),
  ),
  records(
    {
      id: "us-ca-records",
      region: "US-CA",
      from: "2023-01-01",
      threshold: { employees: 15, where: "US" },
      confidence: "h",
      source: "Cal. Lab. Code § 432.3",
      sentence: "Job titles and pay are kept for the employment and 3 years after it.",
    },
    { of: "pay_and_title", least: years(3), countsFrom: "employment_end" },
  ),
  records(
    {
      id: "us-md-records",
      region: "US-MD",
      from: "2024-10-01",
      threshold: null,
      confidence: "h",
      source: "Md. Code, Lab. & Empl. § 3-304.2",
      sentence: "What shows that the post was lawful is kept for 3 years.",
    },
    { of: "posts", least: years(3), countsFrom: "post_end" },
  ),
  records(
    {
      id: "ca-on-records",
      region: "CA-ON",
      from: "2026-01-01",
      threshold: { employees: 25, where: "CA-ON" },
      confidence: "m",
      source: "Ontario ESA, Part III.1",
      sentence: "Posts are kept for 3 years after they came down.",
    },
    { of: "posts", least: years(3), countsFrom: "post_end" },
  ),
  most(
    {
      id: "de-retention",
      region: "DE",
      source: "§ 15(4) AGG, § 61b ArbGG; GDPR Art. 5(1)(e)",
      sentence: "Applications go 6 months after the rejection; into a talent pool only by consent.",
    },
    { most: months(6), countsFrom: "rejection", withConsent: "until_withdrawn" },
  ),
  most(
    {
      id: "nl-retention",
      region: "NL",
      source: "Autoriteit Persoonsgegevens, job applications",
      sentence: "Applications go 4 weeks after the procedure, or 1 year with consent.",
    },
    { most: { count: 4, unit: "week" }, countsFrom: "procedure_end", withConsent: years(1) },
  ),
  most(
    {
      id: "fr-retention",
      region: "FR",
      source: "CNIL, recruitment guide",
      sentence: "Applications go 2 years after the last contact.",
    },
    { most: years(2), countsFrom: "last_contact", withConsent: null },
  ),
  most(
    {
      id: "gb-retention",
      region: "GB",
      confidence: "m",
      source: "ICO, employment practices",
      sentence: "Applications go after 6 to 12 months; they are held to 6, the stricter end.",
    },
    { most: months(6), countsFrom: "rejection", withConsent: null },
  ),
];
