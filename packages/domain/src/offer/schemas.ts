import type { offer } from "@rubric/db/schema";
import { z } from "zod";
import { MayView } from "../debrief/schemas.ts";
import { Currency } from "../band/schemas.ts";
import { Day, Id, Instant, paragraph, reason } from "../wire.ts";
import { GivenCondition, PackageInput } from "./package-schemas.ts";
import {
  CandidateConditionView,
  ConditionView,
  ExceptionView,
  GroupView,
  PackageView,
  PayView,
  Range,
} from "./pay-schemas.ts";

export const OFFER_STATES = [
  "draft",
  "pending",
  "approved",
  "sent",
  "change_asked",
  "accepted",
  "declined",
  "expired",
  "withdrawn",
  "superseded",
  "confirmed",
  "fell_through",
] as const satisfies readonly (typeof offer.$inferSelect)["state"][];
export type OfferState = (typeof OFFER_STATES)[number];

const MinorUnits = z
  .int("The amount is a number.")
  .min(1, "The amount is more than nothing.")
  .max(1_000_000_000_000, "The amount is too large.");

export const ListOffersInput = z.strictObject({ applicationId: Id });
export const OfferInput = z.strictObject({ offerId: Id });
export const ReasonedOfferInput = z.strictObject({ offerId: Id, reason: reason() });
export const DraftOfferInput = z.strictObject({
  applicationId: Id,
  /** One's own draft to change; null for a new version. */
  offerId: Id.nullable(),
  /** Base pay of a year in minor units of the currency. */
  amountMinor: MinorUnits,
  currency: Currency,
  /** Which of the job's places the work is in (ISO 3166); null: no one of them. */
  workPlace: z.string().max(20).nullable().default(null),
  startDate: Day,
  expiresAt: Instant,
  conditions: paragraph(5000),
  /** Why the pay lies outside band or range last shown to the person; empty inside both. */
  rangeReason: paragraph(2000),
  /**
   * Who approves it where no approval flow is in force; where one is, its groups are asked instead
   * and this may be left out.
   */
  approverId: Id.nullish(),
  ...PackageInput,
  /** What must hold before it is confirmed, beside what the regions demand. */
  conditionList: z.array(GivenCondition).max(20, "At most 20 conditions.").default([]),
});
export type DraftOfferInput = z.infer<typeof DraftOfferInput>;
export const ApproveOfferInput = z.strictObject({
  offerId: Id,
  /** The round that the approver read; refused where it was asked for anew since. */
  round: z.int().optional(),
});
export const AskChangeInput = z.strictObject({
  offerId: Id,
  words: z.string().trim().min(3, "Please say what you would like changed.").max(5000),
});
export const DeclineOfferInput = z.strictObject({ offerId: Id, words: paragraph(5000) });
export const FellThroughInput = z.strictObject({
  offerId: Id,
  /** How the application ends. */
  as: z.enum(["withdrawn", "rejected"]),
  reason: reason(),
});
export const ExpireDueInput = z.strictObject({});
export const ExpiredView = z.object({ expired: z.array(Id) });

export type RangeView = z.infer<typeof Range>;

const Person = z.object({ id: Id, name: z.string() });

export const OfferView = z.object({
  id: Id,
  applicationId: Id,
  number: z.int(),
  state: z.enum(OFFER_STATES),
  stateReason: z.string().nullable(),
  level: z.string(),
  /** Which of the job's places the work is in (ISO 3166); null: no one of them. */
  workPlace: z.string().nullable(),
  amountMinor: z.int(),
  currency: z.string(),
  startDate: Day,
  expiresAt: Instant,
  conditions: z.string(),
  rangeReason: z.string(),
  /** On which side of the range last shown the amount lies; null inside it or without a range. */
  outside: z.enum(["below", "above", "currency"]).nullable(),
  author: Person,
  approver: Person,
  approvedAt: Instant.nullable(),
  /** How often its approval was asked for; 0: not yet. */
  round: z.int(),
  sentAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  /** What the candidate wrote with their answer or their wish for a change. */
  answer: z.string(),
  withdrawal: z
    .object({ askedBy: z.string(), reason: z.string(), approvedBy: z.string().nullable() })
    .nullable(),
  createdAt: Instant,
  /** It rests on an opening beyond headcount: on which requisition, and what that means. */
  beyond: z.object({ requisitionId: Id, number: z.int(), sentence: z.string() }).nullable(),
  package: PackageView,
  pay: PayView,
  exceptions: z.array(ExceptionView),
  /** In the round that runs or ran last, in the order in which they are asked. */
  groups: z.array(GroupView),
  conditionList: z.array(ConditionView),
  may: z.object({
    change: MayView,
    request: MayView,
    approve: MayView,
    sendBack: MayView,
    send: MayView,
    askChange: MayView,
    askToWithdraw: MayView,
    withdraw: MayView,
    confirm: MayView,
    fellThrough: MayView,
    askException: MayView,
    answerException: MayView,
    replaceApprover: MayView,
    settleCondition: MayView,
  }),
  /** The reader approves this one. */
  mineToApprove: z.boolean(),
});
export type OfferView = z.infer<typeof OfferView>;

const ofApplication = {
  application: z.object({
    id: Id,
    candidate: z.string(),
    jobId: Id,
    job: z.string(),
    state: z.enum(["active", "on_hold", "rejected", "withdrawn", "transferred", "hired"]),
  }),
  /** The range last shown to the person before an offer. */
  range: Range.nullable(),
  timeZone: z.string(),
};

/** One offer with what its approver weighs it against. */
export const OfferPageView = z.object({ ...ofApplication, offer: OfferView });
export type OfferPageView = z.infer<typeof OfferPageView>;

/** The versions of an application's offer, newest first, and what a new one would rest on. */
export const OfferListView = z.object({
  ...ofApplication,
  decision: z.object({ level: z.string(), at: Instant, by: z.string() }).nullable(),
  openings: z.object({ open: z.int(), reserved: z.int(), filled: z.int() }),
  /** Who may approve an offer that the reader writes. */
  approvers: z.array(Person),
  /** The groups of the approval flow in force; none: the approver whom the offer names. */
  flow: z.array(z.object({ name: z.string(), approvals: z.int(), members: z.array(z.string()) })),
  /** What a new version is weighed against. */
  pay: PayView,
  /** The same for each place of the job, where it has several. */
  places: z.array(z.object({ place: z.string(), pay: PayView })),
  /** Of the accepted offers at this level; null: too few to say. */
  median: z.object({ minor: z.int(), currency: z.string(), offers: z.int() }).nullable(),
  versions: z.array(OfferView),
  may: z.object({ draft: MayView }),
});
export type OfferListView = z.infer<typeof OfferListView>;

/** An offer as the candidate reads it. */
export const CandidateOfferView = z.object({
  id: Id,
  number: z.int(),
  state: z.enum([
    "sent",
    "change_asked",
    "accepted",
    "confirmed",
    "declined",
    "expired",
    "withdrawn",
    "fell_through",
  ]),
  job: z.string(),
  level: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  range: Range.omit({ how: true, at: true }).nullable(),
  startDate: Day,
  expiresAt: Instant,
  conditions: z.string(),
  package: PackageView,
  conditionList: z.array(CandidateConditionView),
  sentAt: Instant,
  answeredAt: Instant.nullable(),
  answer: z.string(),
  may: z.object({ accept: MayView, decline: MayView, askChange: MayView }),
});
export type CandidateOfferView = z.infer<typeof CandidateOfferView>;
