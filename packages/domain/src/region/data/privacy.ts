import type { RegionRule } from "../schemas.ts";

type Row = Pick<RegionRule, "id" | "duty" | "source" | "sentence"> &
  Partial<Pick<RegionRule, "blocking">>;

function gdpr(row: Row): RegionRule {
  const { blocking = false, ...rest } = row;
  return {
    ...rest,
    region: "EU",
    from: "2018-05-25",
    to: null,
    threshold: null,
    blocking,
    confidence: "h",
  };
}

/** The General Data Protection Regulation, as far as it binds hiring. */
export const PRIVACY: readonly RegionRule[] = [
  gdpr({
    id: "eu-notice-at-application",
    duty: { topic: "notice", article: "gdpr_13", at: "application", within: null },
    blocking: true,
    source: "GDPR Art. 13",
    sentence: "Who applies gets the privacy notice as they do.",
  }),
  gdpr({
    id: "eu-notice-when-added",
    duty: {
      topic: "notice",
      article: "gdpr_14",
      at: "collection",
      within: { count: 1, unit: "month" },
    },
    source: "GDPR Art. 14",
    sentence: "Who is added, sourced or referred gets the privacy notice within 1 month.",
  }),
  gdpr({
    id: "eu-notice-answer",
    duty: {
      topic: "answer_within",
      from: "collection",
      within: { count: 1, unit: "month" },
      to: "candidate",
    },
    source: "GDPR Art. 14(3)",
    sentence: "Who was added by someone else is told within 1 month.",
  }),
  gdpr({
    id: "eu-comments-are-personal",
    duty: { topic: "comments_are_personal_data" },
    source: "GDPR Art. 15; CJEU C-434/16",
    sentence: "What an assessor writes of a candidate is the candidate's personal data too.",
  }),
  gdpr({
    id: "eu-erase-on-request",
    duty: { topic: "erase_on_request" },
    source: "GDPR Art. 17",
    sentence: "What is no longer needed goes, and on request all but what legal claims need.",
  }),
  gdpr({
    id: "eu-no-automated-rejection",
    duty: { topic: "no_automated_rejection" },
    source: "GDPR Art. 22",
    sentence: "Nobody is rejected by a machine alone.",
  }),
];
