import { z } from "zod";
import { Why } from "../why.ts";
import { Day, Id, Instant, line, reason } from "../wire.ts";

/**
 * A place: a country by ISO 3166-1, a subdivision by ISO 3166-2, or a city as a subdivision with
 * its UN/LOCODE place behind it.
 */
export const Region = z.union(
  [
    z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/),
    z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}-[A-Z]{3}$/),
  ],
  "A place is a code such as DE, DE-BE, US-CA or US-NY-NYC.",
);

const PERIOD_UNITS = ["day", "business_day", "week", "month", "year"] as const;
export const Period = z
  .strictObject({ count: z.int().min(1).max(1000), unit: z.enum(PERIOD_UNITS) })
  .refine(({ count, unit }) => unit !== "year" || count <= 100, "At most 100 years.")
  .meta({ refinement: "at most 100 years" });
export type Period = z.infer<typeof Period>;

/** What a post, or whoever is invited, must be told. */
const DEMANDS = [
  "range",
  "benefits",
  "other_pay",
  "application_deadline",
  "how_to_apply",
  "description",
  "closed_range",
  "health_benefits",
] as const;
export type PostDemand = (typeof DEMANDS)[number];

/** Amounts a year, in minor units. */
const Spread = z.strictObject({
  mostMinor: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency has three letters, such as EUR."),
  /** A range whose upper end lies above this is free of the limit. */
  freeAboveMinor: z.int().min(0),
});

const Fine = z.strictObject({
  minMinor: z.int().min(0),
  maxMinor: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency has three letters, such as EUR."),
});

const PayRangeDuty = z.strictObject({
  topic: z.literal("pay_range"),
  /** By when: in the post, or there or in the invitation to the first interview. */
  by: z.enum(["post", "first_interview"]),
  demands: z.array(z.enum(DEMANDS)).min(1),
  maxSpread: Spread.nullable(),
  fine: Fine.nullable(),
});

export const HISTORY_BANS = [
  "may_not_ask",
  "may_not_use_even_if_volunteered",
  "no_retaliation",
] as const;
const SalaryHistoryDuty = z.strictObject({
  topic: z.literal("salary_history"),
  bans: z.array(z.enum(HISTORY_BANS)).min(1),
  /** Whether it may be verified with consent once an offer is out. */
  verifyAfterOffer: z.boolean(),
});

const ANSWER_EVENTS = [
  "last_interview",
  "selection",
  "access_request",
  "collection",
  "cure_notice",
  "works_council_asked",
  "external_posting",
  "pay_information_request",
] as const;
const AnswerDuty = z.strictObject({
  topic: z.literal("answer_within"),
  from: z.enum(ANSWER_EVENTS),
  within: Period,
  to: z.enum(["candidate", "employee", "authority", "works_council", "employer"]),
});

const RetentionMinDuty = z.strictObject({
  topic: z.literal("retention_min"),
  least: Period,
  countsFrom: z.enum(["record_or_action"]),
  /** Kept on while a charge is open. */
  untilDisposition: z.boolean(),
});
const RetentionMaxDuty = z.strictObject({
  topic: z.literal("retention_max"),
  most: Period,
  countsFrom: z.enum(["rejection", "procedure_end", "last_contact"]),
  /** With the person's consent: so long, until they take it back, or no longer. */
  withConsent: z.union([Period, z.literal("until_withdrawn")]).nullable(),
});
const RecordsDuty = z.strictObject({
  topic: z.literal("records"),
  of: z.enum(["pay_and_title", "posts"]),
  least: Period,
  countsFrom: z.enum(["employment_end", "post_end"]),
});

const WorksCouncilDuty = z.strictObject({
  topic: z.literal("works_council"),
  consentWithin: Period,
  /** What it reads before it consents; comments and ratings are among it. */
  reads: z.array(z.enum(["application_documents", "comments_and_ratings"])),
  offerCondition: z.boolean(),
});
const WorksAgreementDuty = z.strictObject({
  topic: z.literal("works_agreement"),
  about: z.array(z.enum(["assessment_principles", "selection_guidelines", "figures_on_raters"])),
});

const AI_NEEDS = [
  "statement_in_post",
  "notice",
  "explanation",
  "human_review",
  "independent_audit",
  "high_risk_duties",
] as const;
const AiDuty = z.strictObject({
  topic: z.literal("ai_statement"),
  /** Holds only where applicants are screened, or scored, by a machine. */
  when: z.enum(["screened_by_ai", "scored_by_machine"]),
  needs: z.array(z.enum(AI_NEEDS)).min(1),
  noticeBefore: Period.nullable(),
  explainWithin: Period.nullable(),
  auditEvery: Period.nullable(),
});

const GapReportDuty = z.strictObject({
  topic: z.literal("gap_report"),
  every: Period,
  /** A gap of so many percent that is neither justified nor remedied asks for a joint assessment. */
  assessmentAtPercent: z.int().min(0).max(100),
  remedyWithin: Period,
});

/** Duties that are settled by their topic. */
const plain = <T extends string>(topic: T) => z.strictObject({ topic: z.literal(topic) });

/** What is owed, by topic, with its parameters. */
export const RegionDuty = z.discriminatedUnion("topic", [
  PayRangeDuty,
  SalaryHistoryDuty,
  AnswerDuty,
  RetentionMinDuty,
  RetentionMaxDuty,
  RecordsDuty,
  WorksCouncilDuty,
  WorksAgreementDuty,
  AiDuty,
  GapReportDuty,
  z.strictObject({
    topic: z.literal("notice"),
    article: z.enum(["gdpr_13", "gdpr_14"]),
    at: z.enum(["application", "collection"]),
    within: Period.nullable(),
  }),
  z.strictObject({
    topic: z.literal("background_check"),
    after: z.literal("offer"),
    noticeBeforeAdverse: z.boolean(),
  }),
  z.strictObject({
    topic: z.literal("disability_questions"),
    after: z.literal("conditional_offer"),
    confidential: z.boolean(),
  }),
  z.strictObject({
    topic: z.literal("four_fifths"),
    percent: z.int().min(1).max(100),
    switchable: z.boolean(),
  }),
  z.strictObject({
    topic: z.literal("self_identification"),
    voluntary: z.literal(true),
    apart: z.literal(true),
    hiddenFromDeciders: z.literal(true),
  }),
  z.strictObject({
    topic: z.literal("pay_counts"),
    counts: z.array(z.enum(["variable_pay", "benefits_in_kind"])).min(1),
  }),
  plain("offer_binds"),
  plain("vacancy_statement"),
  plain("no_canadian_experience"),
  plain("gender_neutral_titles"),
  plain("pay_criteria_open"),
  plain("comments_are_personal_data"),
  plain("erase_on_request"),
  plain("no_automated_rejection"),
  /** No city or county here may ban questions on pay history itself. */
  plain("local_bans_forbidden"),
]);
export type RegionDuty = z.infer<typeof RegionDuty>;
export type RegionTopic = RegionDuty["topic"];

/** What an organization says of itself beside its size; a rule may hold for such only. */
export const ORGANIZATION_TRAITS = ["federal_contractor"] as const;
export type OrganizationTrait = (typeof ORGANIZATION_TRAITS)[number];

/** One rule of one region. */
export const RegionRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is of small letters, digits and hyphens.")
    .max(80),
  region: Region,
  /** First and last day on which it holds; null: since ever, and without end. */
  from: Day.nullable(),
  to: Day.nullable(),
  /** Announced, but without a date yet: it is shown as to come and binds nobody. */
  pending: z.literal(true).optional(),
  /** From how many employees counted in a region on, or only from one more; null: every employer. */
  threshold: z
    .strictObject({
      employees: z.int().min(1),
      more: z.literal(true).optional(),
      where: Region,
    })
    .nullable(),
  only: z.enum(ORGANIZATION_TRAITS).optional(),
  duty: RegionDuty,
  /** Whether a post is not published until it is met. */
  blocking: z.boolean(),
  source: line(300),
  confidence: z.enum(["h", "m"]),
  /** What is owed, in a sentence for people. */
  sentence: line(500),
});
export type RegionRule = z.infer<typeof RegionRule>;

/** A pack: what `region.importPack` reads, and what the built-in one is. */
export const RegionPack = z.strictObject({
  rules: z.array(RegionRule).min(1).max(2000),
});
export type RegionPack = z.infer<typeof RegionPack>;

/** What one region's size is; of a region that is not named its parent's is the upper bound. */
export const RegionSize = z.strictObject({
  region: Region,
  employees: z.int().min(0, "Zero or more.").max(10_000_000, "At most 10,000,000."),
});
export type RegionSize = z.infer<typeof RegionSize>;

export const PACK_STATES = ["draft", "approved", "discarded"] as const;
export const RULE_STATUSES = ["in_force", "to_come", "no_date", "past"] as const;
export const RULE_BINDINGS = ["binds", "size_unknown", "too_small", "not_such"] as const;

/** Without a day: the organization's today. */
export const ShowRegionsInput = z.strictObject({ day: Day.nullable() });
export const SetRegionSizesInput = z.strictObject({
  sizes: z.array(RegionSize).max(200),
  traits: z.array(z.enum(ORGANIZATION_TRAITS)).max(10),
});
export const ImportRegionPackInput = z.strictObject({
  /** YAML, or JSON, which is YAML too. */
  yaml: z.string().max(1_000_000, "The file is larger than 1 MB."),
  /** The first day on which it holds. */
  effectiveFrom: Day,
  reason: reason(),
});
export const RegionPackInput = z.strictObject({ packId: Id });
/** Without an id: the built-in pack. */
export const ExportRegionPackInput = z.strictObject({ packId: Id.nullable() });
export const RegionPackFileView = z.object({ fileName: z.string(), yaml: z.string() });

export const RegionsView = z.object({
  today: Day,
  day: Day,
  /** The version in force on the day; null: the built-in pack. */
  packNumber: z.int().nullable(),
  sizes: z.array(z.object({ region: z.string(), employees: z.int() })),
  traits: z.array(z.enum(ORGANIZATION_TRAITS)),
  versions: z.array(
    z.object({
      id: Id,
      number: z.int(),
      state: z.enum(PACK_STATES),
      effectiveFrom: Day,
      rules: z.int(),
      reason: z.string(),
      createdBy: z.string(),
      createdAt: Instant,
      approvedBy: z.string().nullable(),
      approvedAt: Instant.nullable(),
      may: z.object({ approve: Why.nullable(), discard: Why.nullable() }),
    }),
  ),
  rules: z.array(
    z.object({
      id: z.string(),
      region: z.string(),
      topic: z.string(),
      status: z.enum(RULE_STATUSES),
      /** Whether it binds an organization of this size and kind. */
      binding: z.enum(RULE_BINDINGS),
      from: Day.nullable(),
      to: Day.nullable(),
      threshold: z.object({ employees: z.int(), more: z.boolean(), where: z.string() }).nullable(),
      blocking: z.boolean(),
      source: z.string(),
      confidence: z.enum(["h", "m"]),
      sentence: z.string(),
    }),
  ),
  may: z.object({ import: Why.nullable() }),
});
export type RegionsView = z.infer<typeof RegionsView>;

export const DUTY_STATES = ["met", "not_met", "later"] as const;
/** A duty of a post, with each rule that asks for it. */
export const PostDutyView = z.object({
  key: z.string(),
  what: z.string(),
  state: z.enum(DUTY_STATES),
  blocking: z.boolean(),
  /** What is missing or is to be done; null where it is met. */
  todo: z.string().nullable(),
  reasons: z.array(
    z.object({
      rule: z.string(),
      /** Where the rule stands, and the places of the post that owe it. */
      region: z.string(),
      places: z.array(z.string()),
      sentence: z.string(),
      source: z.string(),
      confidence: z.enum(["h", "m"]),
      /** Owed only because the number of employees is not known. */
      sizeUnknown: z.boolean(),
    }),
  ),
});
export type PostDutyView = z.infer<typeof PostDutyView>;
