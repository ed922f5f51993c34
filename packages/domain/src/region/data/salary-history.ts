import type { HISTORY_BANS, RegionRule } from "../schemas.ts";

type Ban = (typeof HISTORY_BANS)[number];
const SENTENCES: Record<Ban, string> = {
  may_not_ask: "Nobody asks what a candidate earned before",
  may_not_use_even_if_volunteered: "what they say of it unasked is not used either",
  no_retaliation: "nobody suffers for not telling it",
};

function ban(
  region: string,
  source: string,
  more: { also?: Ban; verifyAfterOffer?: true; from?: string } = {},
): RegionRule {
  const bans: Ban[] = ["may_not_ask", ...(more.also === undefined ? [] : [more.also])];
  const verified =
    more.verifyAfterOffer === true ? "; it may be verified with consent after the offer" : "";
  return {
    id: `${region.toLowerCase()}-salary-history`,
    region,
    from: more.from ?? null,
    to: null,
    threshold: null,
    duty: { topic: "salary_history", bans, verifyAfterOffer: more.verifyAfterOffer ?? false },
    blocking: true,
    source,
    confidence: "h",
    sentence: `${bans.map((one) => SENTENCES[one]).join(", and ")}${verified}.`,
  };
}

function noLocalBans(region: string, source: string): RegionRule {
  return {
    id: `${region.toLowerCase()}-local-bans`,
    region,
    from: null,
    to: null,
    threshold: null,
    duty: { topic: "local_bans_forbidden" },
    blocking: false,
    source,
    confidence: "h",
    sentence: "The state forbids its cities to ban questions on earlier pay.",
  };
}

/** Where a private employer may not ask what a candidate earned; dates only where they may matter. */
export const SALARY_HISTORY: readonly RegionRule[] = [
  ban("US-CA", "Cal. Lab. Code § 432.3", { also: "may_not_use_even_if_volunteered" }),
  ban("US-CO", "C.R.S. § 8-5-102"),
  ban("US-CT", "Conn. Gen. Stat. § 31-40z"),
  ban("US-DE", "19 Del. C. § 709B", { verifyAfterOffer: true }),
  ban("US-DC", "D.C. Wage Transparency Omnibus Amendment Act of 2023"),
  ban("US-HI", "HRS § 378-2.4"),
  ban("US-IL", "820 ILCS 112/10", { also: "may_not_use_even_if_volunteered" }),
  ban("US-ME", "26 M.R.S. § 628-A"),
  ban("US-MD", "Md. Code, Lab. & Empl. § 3-304.2"),
  ban("US-MA", "M.G.L. c. 149, § 105A"),
  ban("US-MN", "Minn. Stat. § 363A.08"),
  ban("US-NV", "NRS 613.133"),
  ban("US-NJ", "N.J.S.A. 34:6B-20"),
  ban("US-NY", "N.Y. Lab. Law § 194-a"),
  ban("US-OR", "ORS 652.220"),
  ban("US-PR", "Puerto Rico Act 16-2017"),
  ban("US-RI", "R.I. Gen. Laws § 28-6-22"),
  ban("US-VT", "21 V.S.A. § 495m"),
  ban("US-WA", "RCW 49.58.100"),
  {
    ...ban("US-AL", "Ala. Code § 25-1-30"),
    duty: { topic: "salary_history", bans: ["no_retaliation"], verifyAfterOffer: false },
    blocking: false,
    sentence: "Nobody suffers for not telling what they earned before.",
  },
  noLocalBans("US-MI", "Mich. Comp. Laws § 123.1384"),
  noLocalBans("US-WI", "Wis. Stat. § 103.36"),
  ban("PL", "Polish Labour Code, Art. 18³ca", { from: "2025-12-24" }),
  ban("EU", "Directive (EU) 2023/970, Art. 5(2)", { from: "2026-06-07" }),
];
