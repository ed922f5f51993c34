import type { PostDemand, RegionRule } from "../schemas.ts";

type Row = Pick<RegionRule, "region" | "source" | "sentence"> & {
  id?: string;
  from: string;
  to?: string;
  /** From so many employees on; a text names where they are counted if not in all of the country. */
  employees?: number | [number, string];
  more?: true;
  demands: PostDemand[];
  fine?: [number, number];
  confidence?: "m";
};

const COUNTRY = /^[A-Z]{2}/;

function post(row: Row): RegionRule {
  const { region, employees, fine } = row;
  const [count, where] = Array.isArray(employees)
    ? employees
    : [employees, COUNTRY.exec(region)?.[0] ?? region];
  return {
    id: row.id ?? `${region.toLowerCase()}-pay-range`,
    region,
    from: row.from,
    to: row.to ?? null,
    threshold:
      count === undefined
        ? null
        : { employees: count, where, ...(row.more === true ? { more: true } : {}) },
    duty: {
      topic: "pay_range",
      by: "post",
      demands: row.demands,
      maxSpread: null,
      fine:
        fine === undefined
          ? null
          : { minMinor: fine[0] * 100, maxMinor: fine[1] * 100, currency: "USD" },
    },
    blocking: true,
    source: row.source,
    confidence: row.confidence ?? "h",
    sentence: row.sentence,
  };
}

/** What a post says of pay in North America. */
export const PAY_RANGE: readonly RegionRule[] = [
  post({
    region: "US-CO",
    from: "2021-01-01",
    employees: [1, "US-CO"],
    demands: ["range", "other_pay", "benefits"],
    fine: [500, 10_000],
    source: "C.R.S. § 8-5-201",
    sentence: "A post names the pay range, bonuses and other pay, and the benefits.",
  }),
  post({
    id: "us-co-how-to-apply",
    region: "US-CO",
    from: "2024-01-01",
    employees: [1, "US-CO"],
    demands: ["application_deadline", "how_to_apply"],
    fine: [500, 10_000],
    source: "C.R.S. § 8-5-201, as amended by SB 23-105",
    sentence: "A post says until when and how one applies.",
  }),
  post({
    region: "US-CA",
    from: "2023-01-01",
    to: "2025-12-31",
    employees: 15,
    demands: ["range"],
    fine: [100, 10_000],
    source: "Cal. Lab. Code § 432.3",
    sentence: "A post names the pay range.",
  }),
  post({
    id: "us-ca-pay-upon-hire",
    region: "US-CA",
    from: "2026-01-01",
    employees: 15,
    demands: ["range"],
    fine: [100, 10_000],
    source: "Cal. Lab. Code § 432.3, as amended by SB 642",
    sentence: "A post names the range that is in good faith expected to be paid upon hire.",
  }),
  post({
    region: "US-WA",
    from: "2023-01-01",
    employees: 15,
    demands: ["range", "benefits"],
    fine: [100, 5000],
    source: "RCW 49.58.110",
    sentence: "A post names the pay range and all benefits.",
  }),
  post({
    region: "US-NY",
    from: "2023-09-17",
    employees: 4,
    demands: ["range", "description"],
    source: "N.Y. Lab. Law § 194-b",
    sentence: "A post names the pay range and describes the job.",
  }),
  post({
    region: "US-NY-NYC",
    from: "2022-11-01",
    employees: 4,
    demands: ["range"],
    source: "N.Y.C. Admin. Code § 8-107(32); Local Laws 32 and 59 of 2022",
    sentence: "A post names the lowest and the highest pay.",
  }),
  post({
    region: "US-IL",
    from: "2025-01-01",
    employees: 15,
    demands: ["range", "benefits"],
    source: "820 ILCS 112/10",
    sentence: "A post names the pay range and the benefits.",
  }),
  post({
    region: "US-MN",
    from: "2025-01-01",
    employees: [30, "US-MN"],
    demands: ["range", "benefits", "closed_range"],
    source: "Minn. Stat. § 181.173",
    sentence: "A post names a range with both ends, never an open one, and the benefits.",
  }),
  post({
    region: "US-NJ",
    from: "2025-06-01",
    employees: 10,
    demands: ["range", "benefits"],
    source: "N.J.S.A. 34:6B-23",
    sentence: "A post names the pay range and the benefits.",
  }),
  post({
    region: "US-VT",
    from: "2025-07-01",
    employees: 5,
    demands: ["range"],
    source: "21 V.S.A. § 495t",
    sentence: "A post names the pay range.",
  }),
  post({
    region: "US-MA",
    from: "2025-10-29",
    employees: [25, "US-MA"],
    demands: ["range"],
    source: "M.G.L. c. 149, § 105F",
    sentence: "A post names the pay range.",
  }),
  post({
    region: "US-MD",
    from: "2024-10-01",
    demands: ["range", "benefits"],
    source: "Md. Code, Lab. & Empl. § 3-304.2",
    sentence: "A post names the pay range and the benefits.",
  }),
  post({
    region: "US-DC",
    from: "2024-06-30",
    employees: [1, "US-DC"],
    demands: ["range", "closed_range"],
    source: "D.C. Wage Transparency Omnibus Amendment Act of 2023",
    sentence: "A post names the lowest and the highest pay.",
  }),
  {
    ...post({
      id: "us-dc-health-benefits",
      region: "US-DC",
      from: "2024-06-30",
      employees: [1, "US-DC"],
      demands: ["health_benefits"],
      source: "D.C. Wage Transparency Omnibus Amendment Act of 2023",
      sentence: "Who is invited learns of the health benefits before the first interview.",
    }),
    duty: {
      topic: "pay_range",
      by: "first_interview",
      demands: ["health_benefits"],
      maxSpread: null,
      fine: null,
    },
    blocking: false,
  },
  post({
    region: "US-HI",
    from: "2024-01-01",
    employees: 50,
    demands: ["range"],
    source: "Hawaii Act 203 of 2023",
    sentence: "A post to the outside names the pay range.",
  }),
  post({
    region: "US-ME",
    from: "2026-07-13",
    employees: 10,
    demands: ["range"],
    confidence: "m",
    source: "Maine LD 54 (H.P. 18), 132nd Legislature",
    sentence: "A post names the pay range.",
  }),
  post({
    region: "US-DE",
    from: "2027-09-26",
    employees: 25,
    more: true,
    demands: ["range", "other_pay", "benefits"],
    source: "Delaware HS 2 for HB 105 of 2025",
    sentence: "A post names the pay range, other pay and the benefits.",
  }),
  {
    ...post({
      region: "CA-ON",
      from: "2026-01-01",
      employees: [25, "CA-ON"],
      demands: ["range"],
      source: "Ontario ESA, Part III.1; O. Reg. 476/24",
      sentence:
        "A post names the pay range, at most C$50,000 wide unless its upper end is above C$200,000.",
    }),
    duty: {
      topic: "pay_range",
      by: "post",
      demands: ["range"],
      maxSpread: { mostMinor: 5_000_000, currency: "CAD", freeAboveMinor: 20_000_000 },
      fine: null,
    },
  },
  post({
    region: "CA-BC",
    from: "2023-11-01",
    demands: ["range", "closed_range"],
    source: "B.C. Pay Transparency Act, s. 2",
    sentence: "A post names the pay or a range with both ends, never an open one.",
  }),
];
