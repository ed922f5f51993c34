import type { requisition } from "@rubric/db/schema";
import { z } from "zod";
import { OPENING_STATES, PayRange } from "../job/schemas.ts";
import { Region } from "../region/schemas.ts";
import { Why } from "../why.ts";
import { Id, Instant, line, reason } from "../wire.ts";

export const REQUISITION_STATES = [
  "draft",
  "pending",
  "approved",
  "on_hold",
  "fulfilled",
  "cancelled",
] as const satisfies readonly (typeof requisition.$inferSelect)["state"][];
export type RequisitionState = (typeof REQUISITION_STATES)[number];

const GroupInput = z.strictObject({
  name: line(80),
  /** How many of its people approve. */
  approvals: z.int().min(1, "At least one approval.").max(20, "At most 20 approvals."),
  memberIds: z.array(Id).min(1, "Name at least one person.").max(20),
});

export const RequisitionInput = z.strictObject({ requisitionId: Id });
export const ApproveRequisitionInput = z.strictObject({
  requisitionId: Id,
  /** The round that the approver read; refused where it was asked for anew since. */
  round: z.int().optional(),
});
export const ReasonedRequisitionInput = z.strictObject({ requisitionId: Id, reason: reason() });
export const DraftRequisitionInput = z.strictObject({
  /** One's own draft to change; null for a new one. */
  requisitionId: Id.nullable(),
  /** The job that its openings are for; its title, framework and level hold then. */
  jobId: Id.nullable(),
  title: line(120),
  frameworkId: Id,
  levelKey: z.string().min(1).max(200),
  locations: z.array(Region).max(30),
  seats: z.int().min(1, "At least one seat.").max(50, "At most 50 seats."),
  /** Base pay of a year in minor units of the currency. */
  band: PayRange.nullable(),
  reason: z.string().trim().max(2000, "At most 2000 characters."),
  /** Asked one after the other. */
  groups: z.array(GroupInput).max(10),
});
export type DraftRequisitionInput = z.infer<typeof DraftRequisitionInput>;

const Person = z.object({ id: Id, name: z.string() });

/** Why the reader cannot give a command; null where they can. */
const May = Why.nullable();

export const RequisitionView = z.object({
  id: Id,
  number: z.int(),
  state: z.enum(REQUISITION_STATES),
  stateReason: z.string().nullable(),
  title: z.string(),
  frameworkId: Id,
  levelKey: z.string(),
  level: z.string(),
  locations: z.array(z.string()),
  seats: z.int(),
  band: z.object({ minMinor: z.int(), maxMinor: z.int(), currency: z.string() }).nullable(),
  reason: z.string(),
  job: z.object({ id: Id, title: z.string() }).nullable(),
  /** Raised by the system for an offer beyond headcount. */
  raised: z.boolean(),
  /** That offer, for who may read it. */
  offer: z.object({ id: Id, applicationId: Id, candidate: z.string() }).nullable(),
  author: Person,
  createdAt: Instant,
  requestedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  /** How often its approval was begun: what is sent back and asked for again is a new round. */
  round: z.int(),
  endedAt: Instant.nullable(),
  groups: z.array(
    z.object({
      name: z.string(),
      approvals: z.int(),
      inTurn: z.boolean(),
      members: z.array(Person.extend({ approvedAt: Instant.nullable() })),
    }),
  ),
  openings: z.array(
    z.object({
      id: Id,
      number: z.int(),
      state: z.enum(OPENING_STATES),
      closeReason: z.string().nullable(),
    }),
  ),
  /** Whom a draft of the reader's may name. */
  approvers: z.array(Person),
  /** The reader approves it, now or when their group's turn comes. */
  mineToApprove: z.boolean(),
  may: z.object({
    change: May,
    request: May,
    approve: May,
    sendBack: May,
    hold: May,
    resume: May,
    cancel: May,
    /** Make a job of it. */
    createJob: May,
  }),
});
export type RequisitionView = z.infer<typeof RequisitionView>;

export const ListRequisitionsInput = z.strictObject({
  states: z.array(z.enum(REQUISITION_STATES)).max(6),
  cursor: Id.nullish(),
});
const RequisitionRowView = z.object({
  id: Id,
  number: z.int(),
  state: z.enum(REQUISITION_STATES),
  title: z.string(),
  level: z.string(),
  locations: z.array(z.string()),
  seats: z.int(),
  filled: z.int(),
  reserved: z.int(),
  job: z.string().nullable(),
  raised: z.boolean(),
  author: z.string(),
  createdAt: Instant,
  /** The reader is asked to approve it now. */
  waitsForMe: z.boolean(),
});
export const RequisitionListView = z
  .object({
    requisitions: z.array(RequisitionRowView),
    nextCursor: Id.nullable(),
    /** Whether openings come from requisitions alone. */
    required: z.boolean(),
    /** Whom a requisition of the reader's may name. */
    approvers: z.array(Person),
    may: z.object({ ask: May }),
  })
  .meta({ page: { items: "requisitions", cursor: "nextCursor" } });
export type RequisitionListView = z.infer<typeof RequisitionListView>;
