import { isWithin } from "../region/tree.ts";
import type { Period } from "./due.ts";
import type { DeadlineKind } from "./schemas.ts";

/** A law's deadline, as REGIONS has it. */
type LawDeadline = {
  kind: DeadlineKind;
  rule: string;
  region: string;
  /** In force from this day on (ISO 8601), and until before that one. */
  from: string;
  until: string | null;
  period: Period;
  sentence: string;
  source: string;
};

const GDPR = { region: "EU", from: "2018-05-25", until: null } as const;

/** The deadlines that laws set for who hires. */
const LAWS: readonly LawDeadline[] = [
  {
    kind: "answer_interviewed",
    rule: "CA-ON.answer_interviewed",
    region: "CA-ON",
    from: "2026-01-01",
    until: null,
    period: { count: 45, unit: "days" },
    sentence: "Each interviewed applicant hears within 45 days of the last interview.",
    source: "Employment Standards Act, 2000, s. 8.6 (Ontario)",
  },
  {
    kind: "post_selection_notice",
    rule: "US-CO.post_selection_notice",
    region: "US-CO",
    from: "2024-01-01",
    until: null,
    period: { count: 30, unit: "days" },
    sentence: "The team hears within 30 days who was selected and how one can move up.",
    source: "C.R.S. § 8-5-201(3) (Colorado)",
  },
  {
    ...GDPR,
    kind: "access_request",
    rule: "EU.access_request",
    period: { count: 1, unit: "months" },
    sentence: "A request for access is answered within one month.",
    source: "GDPR, articles 12(3) and 15",
  },
  {
    ...GDPR,
    kind: "notice_art14",
    rule: "EU.notice_art14",
    period: { count: 1, unit: "months" },
    sentence: "Whoever was added or referred is told within one month.",
    source: "GDPR, article 14(3)",
  },
  {
    kind: "cure_notice",
    rule: "US-WA.cure_notice",
    region: "US-WA",
    from: "2025-07-27",
    until: "2027-07-27",
    period: { count: 5, unit: "business_days" },
    sentence: "A post is put right within 5 business days of a written notice.",
    source: "RCW 49.58.110 (Washington)",
  },
  {
    kind: "works_council",
    rule: "DE.works_council",
    region: "DE",
    from: "2001-07-28",
    until: null,
    period: { count: 7, unit: "days" },
    sentence: "The works council answers within a week; its silence is consent.",
    source: "§ 99(3) BetrVG (Germany)",
  },
  {
    kind: "pay_information",
    rule: "EU.pay_information",
    region: "EU",
    from: "2026-06-07",
    until: null,
    period: { count: 2, unit: "months" },
    sentence: "Pay information is given within two months of the request.",
    source: "Directive (EU) 2023/970, article 7(4)",
  },
];

/** The laws that set a deadline of a kind in any of the regions on a day. */
export function lawsOf(
  kind: DeadlineKind,
  regions: readonly string[],
  day: string,
): readonly LawDeadline[] {
  return LAWS.filter(
    (law) =>
      law.kind === kind &&
      law.from <= day &&
      (law.until === null || day < law.until) &&
      regions.some((region) => isWithin(region, law.region)),
  );
}

/** The law of a kind wherever it is: what somebody writes down was asked for under it. */
export function anyLawOf(kind: DeadlineKind): LawDeadline | null {
  return LAWS.find((law) => law.kind === kind) ?? null;
}
