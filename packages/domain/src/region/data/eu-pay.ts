import type { RegionDuty, RegionRule } from "../schemas.ts";
import { EU_MEMBERS } from "../tree.ts";

/**
 * From when each member's own law on the directive binds. Who is not named here is late or not
 * known to have transposed: the rule is listed for them as to come, without a date, and binds
 * nobody until a pack gives it one, for a directive by itself binds no private employer.
 */
const TRANSPOSED: Readonly<Record<string, string>> = {
  SK: "2026-06-07",
  IT: "2026-06-07",
  LT: "2026-06-07",
  MT: "2026-06-07",
  PL: "2025-12-24",
  NL: "2027-01-01",
  DK: "2027-01-01",
};
/** Poland's law so far is on recruitment only. */
const RECRUITMENT_ONLY: readonly string[] = ["PL"];

type Part = Pick<RegionRule, "source" | "sentence" | "blocking"> & {
  name: string;
  recruitment: boolean;
  duty: RegionDuty;
};

const PARTS: readonly Part[] = [
  {
    name: "pay-range",
    recruitment: true,
    duty: {
      topic: "pay_range",
      by: "first_interview",
      demands: ["range"],
      maxSpread: null,
      fine: null,
    },
    blocking: false,
    source: "Directive (EU) 2023/970, Art. 5(1)",
    sentence: "Applicants learn the pay or its range unasked, in the post or before the interview.",
  },
  {
    name: "gender-neutral",
    recruitment: true,
    duty: { topic: "gender_neutral_titles" },
    blocking: true,
    source: "Directive (EU) 2023/970, Art. 5(3)",
    sentence: "Posts and job titles are gender-neutral.",
  },
  {
    name: "pay-criteria",
    recruitment: false,
    duty: { topic: "pay_criteria_open" },
    blocking: false,
    source: "Directive (EU) 2023/970, Art. 6",
    sentence: "Staff can read by what criteria pay, levels and progression are settled.",
  },
  {
    name: "pay-information",
    recruitment: false,
    duty: {
      topic: "answer_within",
      from: "pay_information_request",
      within: { count: 2, unit: "month" },
      to: "employee",
    },
    blocking: false,
    source: "Directive (EU) 2023/970, Art. 7",
    sentence: "Who asks for pay information gets it within 2 months.",
  },
  {
    name: "pay-counts",
    recruitment: true,
    duty: { topic: "pay_counts", counts: ["variable_pay", "benefits_in_kind"] },
    blocking: false,
    source: "Directive (EU) 2023/970, Art. 3, 5",
    sentence: "Variable pay and benefits in kind count as pay.",
  },
];

function partOf(part: Part, state: string): RegionRule {
  const { name, recruitment, ...what } = part;
  const begun = TRANSPOSED[state];
  const from =
    begun === undefined || (!recruitment && RECRUITMENT_ONLY.includes(state)) ? null : begun;
  return {
    id: `${state.toLowerCase()}-${name}`,
    region: state,
    from,
    to: null,
    ...(from === null ? { pending: true } : {}),
    threshold: null,
    ...what,
    confidence: from === null && state !== "DE" && state !== "FR" ? "m" : "h",
  };
}

function gapReport(employees: number, from: string, years: number): RegionRule {
  return {
    id: `eu-gap-report-${employees}`,
    region: "EU",
    from,
    to: null,
    threshold: { employees, where: "EU" },
    duty: {
      topic: "gap_report",
      every: { count: years, unit: "year" },
      assessmentAtPercent: 5,
      remedyWithin: { count: 6, unit: "month" },
    },
    blocking: false,
    source: "Directive (EU) 2023/970, Art. 9, 10",
    confidence: "h",
    sentence: `From ${employees} employees on, the pay gap is reported ${years === 1 ? "every year" : `every ${years} years`}; 5 % that is neither justified nor remedied in 6 months asks for a joint assessment.`,
  };
}

/** The directive on pay transparency: what each member's law demands, and what the Union does. */
export const EU_PAY: readonly RegionRule[] = [
  ...[...EU_MEMBERS].flatMap((state) => PARTS.map((part) => partOf(part, state))),
  gapReport(250, "2027-06-07", 1),
  gapReport(150, "2027-06-07", 3),
  gapReport(100, "2031-06-07", 3),
];
