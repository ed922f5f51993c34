import { z } from "zod";
import { Day, Id, Instant, reason } from "../wire.ts";
import { CONDITION_KINDS } from "./package-schemas.ts";
import { COUNTS } from "./pay.ts";

export const PackageView = z.object({
  variableMinor: z.int(),
  variablePercent: z.int().nullable(),
  equity: z.string(),
  equityMinor: z.int().nullable(),
  signingMinor: z.int(),
  benefits: z.array(z.object({ name: z.string(), valueMinor: z.int().nullable() })),
  /** Of a year; in `total` the signing bonus counts once. */
  withVariableMinor: z.int(),
  totalMinor: z.int(),
});

/** A range that was shown to a candidate. */
export const Range = z.object({
  minMinor: z.int(),
  maxMinor: z.int(),
  currency: z.string(),
  how: z.enum(["post", "invitation"]),
  at: Instant,
});

const Side = z.enum(["below", "above", "currency"]).nullable();

/** What an offer is weighed against, as its job's regions and the policies have it today. */
export const PayView = z.object({
  /** What of the package is compared with band and range. */
  counts: z.enum(COUNTS),
  /** The band of the hiring level; null: none is in force where the work is done. */
  band: z
    .object({
      minMinor: z.int(),
      midMinor: z.int(),
      maxMinor: z.int(),
      currency: z.string(),
      region: z.string(),
      effectiveFrom: Day,
    })
    .nullable(),
  /** The range last shown to the person for work there; null: none was. */
  range: Range.nullable(),
  /** On which side the counted pay lies; null inside, or without one. */
  outsideBand: Side,
  outsideRange: Side,
  /** Asked for approval as it is, it is refused without an exception. */
  needsException: z.boolean(),
});
export type PayView = z.infer<typeof PayView>;

export const EXCEPTION_STATES = ["asked", "approved", "refused"] as const;
export const ExceptionView = z.object({
  id: Id,
  state: z.enum(EXCEPTION_STATES),
  baseMinor: z.int(),
  withVariableMinor: z.int(),
  totalMinor: z.int(),
  currency: z.string(),
  /** It is for the package as it is now. */
  fits: z.boolean(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
  answerReason: z.string(),
});

export const GroupView = z.object({
  name: z.string(),
  approvals: z.int(),
  exception: z.boolean(),
  completedAt: Instant.nullable(),
  members: z.array(
    z.object({
      id: Id,
      name: z.string(),
      insteadOf: z.string().nullable(),
      approvedAt: Instant.nullable(),
      replaced: z.boolean(),
    }),
  ),
});

export const CONDITION_STATES = ["open", "met", "waived", "failed"] as const;
export const ConditionView = z.object({
  id: Id,
  kind: z.enum(CONDITION_KINDS),
  words: z.string(),
  demandedBy: z.string().nullable(),
  afterAcceptance: z.boolean(),
  state: z.enum(CONDITION_STATES),
  /** When a works council was asked, and until when it may object. */
  askedOn: Day.nullable(),
  dueOn: Day.nullable(),
  reason: z.string(),
  /** Null, though it is settled: the works council was silent for its time, which is consent. */
  settledBy: z.string().nullable(),
  settledAt: Instant.nullable(),
});
export const CandidateConditionView = ConditionView.pick({
  kind: true,
  words: true,
  state: true,
  dueOn: true,
});

export const AskExceptionInput = z.strictObject({ offerId: Id, reason: reason() });
export const AnswerExceptionInput = z.strictObject({
  offerId: Id,
  exceptionId: Id,
  approve: z.boolean(),
  reason: reason(),
});
export const ReplaceApproverInput = z.strictObject({
  offerId: Id,
  /** Who may approve no more. */
  memberId: Id,
  byMemberId: Id,
  reason: reason(),
});
export const SettleConditionInput = z.strictObject({
  offerId: Id,
  conditionId: Id,
  /** `asked`: a works council was, and may object for a week from `askedOn`. */
  as: z.enum(["asked", "met", "waived", "failed"]),
  askedOn: Day.nullable().default(null),
  reason: reason(),
});
