import { z } from "zod";
import { Explanation } from "../policy/explanation.ts";
import { Id, Instant } from "../wire.ts";

/** Entries of the trail, newest first; each filter narrows it. */
export const ListAuditInput = z.strictObject({
  actorId: z.string().max(100).nullish(),
  action: z.string().max(100).nullish(),
  subjectId: z.string().max(100).nullish(),
  /** From this instant on. */
  from: Instant.nullish(),
  /** Before this instant. */
  to: Instant.nullish(),
  /** Only entries older than this sequence: the `next` of the page before. */
  cursor: z.int().min(1).nullish(),
});

const Before = z.record(z.string(), z.unknown());

export const AuditDetailView = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("open"),
    before: Before,
    after: Before,
    /** What rules said that are set by policy, each with the version that judged. */
    judged: z.array(Explanation),
  }),
  z.object({ state: z.literal("sealed"), sentence: z.string(), lift: z.string().nullable() }),
  z.object({ state: z.literal("erased"), at: Instant }),
  z.object({ state: z.literal("missing") }),
]);
export type AuditDetailView = z.infer<typeof AuditDetailView>;

export const AuditEntryView = z.object({
  sequence: z.int(),
  at: Instant,
  actor: z.object({
    kind: z.enum(["member", "candidate", "account", "anyone", "system"]),
    id: z.string(),
    name: z.string(),
    /** The access token that a member's command came with; null where none did or it is sealed. */
    token: z.object({ id: Id, name: z.string() }).nullable(),
  }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  ip: z.string(),
  requestId: z.string(),
  hash: z.string(),
  detail: AuditDetailView,
  /** What an admin may do from here: the scorecard to strike, the candidate to erase, or null. */
  acts: z.object({
    strike: Id.nullable(),
    erase: z.object({ id: Id, name: z.string(), jobs: z.array(z.string()) }).nullable(),
  }),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditListView = z
  .object({
    entries: z.array(AuditEntryView),
    /** The cursor of the next, older page; null on the last. */
    next: z.int().nullable(),
    /** Who can be filtered for. */
    members: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ page: { items: "entries", cursor: "next" } });
export type AuditListView = z.infer<typeof AuditListView>;

export const VerifyAuditInput = z.strictObject({});

export const FINDING_KINDS = [
  "changed",
  "missing",
  "relinked",
  "back_dated",
  "truncated",
  "forked",
  "detail_changed",
  "detail_missing",
  "detail_emptied",
  "head",
] as const;

/** How far the trail is whole, and what is not. */
export const AuditVerificationView = z.object({
  whole: z.boolean(),
  entries: z.int(),
  verifiedTo: z.int(),
  anchor: z.object({ sequence: z.int(), at: Instant, hash: z.string() }).nullable(),
  notYetAnchored: z.int(),
  erasedDetails: z.int(),
  /** The line of the checkpoint file that does not follow the one before it. */
  checkpointsBrokenAtLine: z.int().nullable(),
  findings: z.array(
    z.object({
      kind: z.enum(FINDING_KINDS),
      from: z.int(),
      to: z.int(),
      sentence: z.string(),
    }),
  ),
  checkedAt: Instant,
});
export type AuditVerificationView = z.infer<typeof AuditVerificationView>;
