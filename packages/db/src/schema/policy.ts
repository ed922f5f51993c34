import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { member } from "./organization.ts";

/** Rises with every change of what binds or is tried: what a process holds of it is known to be old. */
export const policyHead = pgTable(
  "policy_head",
  { orgId: orgId(), epoch: bigint("epoch", { mode: "number" }).notNull() },
  (t) => [primaryKey({ name: "policy_head_pkey", columns: [t.orgId] })],
);

/** A rule's policy for a segment; an empty text stands for everyone. One segment has one policy. */
export const policy = pgTable(
  "policy",
  {
    orgId: orgId(),
    id: id(),
    rule: text("rule").notNull(),
    region: text("region").notNull(),
    experiment: text("experiment").notNull(),
    client: text("client").notNull(),
    network: text("network").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "policy_pkey", columns: [t.orgId, t.id] }),
    unique("policy_segment_key").on(t.orgId, t.rule, t.region, t.experiment, t.client, t.network),
  ],
);

/** What a policy says from one instant to another. Approved by a second person, it never changes. */
export const policyVersion = pgTable(
  "policy_version",
  {
    orgId: orgId(),
    id: id(),
    policyId: uuid("policy_id").notNull(),
    /** In order of approval; null until then. */
    number: integer("number"),
    /** Rises with each change of a draft, so that nobody changes or approves what they did not read. */
    revision: integer("revision").notNull().default(1),
    state: text("state").$type<"draft" | "proposed" | "approved" | "discarded">().notNull(),
    stateReason: text("state_reason"),
    kind: text("kind").$type<"validation" | "flow">().notNull(),
    parameters: jsonb("parameters").$type<Record<string, unknown>>().notNull(),
    /** Says that the segment has no policy of its own from here on. */
    ends: boolean("ends").notNull(),
    /** Null in a draft: from its approval on. */
    effectiveFrom: instant("effective_from"),
    effectiveTo: instant("effective_to"),
    reason: text("reason").notNull(),
    /** Since when it is judged by beside what binds, without binding; null: it is not. */
    shadowSince: instant("shadow_since"),
    authorId: uuid("author_id").notNull(),
    approverId: uuid("approver_id"),
    approvedAt: instant("approved_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "policy_version_pkey", columns: [t.orgId, t.id] }),
    unique("policy_version_number_key").on(t.orgId, t.policyId, t.number),
    foreignKey({
      name: "policy_version_policy_fkey",
      columns: [t.orgId, t.policyId],
      foreignColumns: [policy.orgId, policy.id],
    }),
    foreignKey({
      name: "policy_version_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "policy_version_approver_fkey",
      columns: [t.orgId, t.approverId],
      foreignColumns: [member.orgId, member.id],
    }),
    check(
      "policy_version_state",
      sql`${t.state} in ('draft', 'proposed', 'approved', 'discarded')`,
    ),
    check("policy_version_kind", sql`${t.kind} in ('validation', 'flow')`),
    check("policy_version_two_people", sql`${t.authorId} <> ${t.approverId}`),
    check(
      "policy_version_approved",
      sql`(${t.state} = 'approved') = (num_nulls(${t.number}, ${t.approverId}, ${t.approvedAt}) = 0) and (${t.state} <> 'approved' or ${t.effectiveFrom} is not null)`,
    ),
    check("policy_version_dates", sql`${t.effectiveFrom} < ${t.effectiveTo}`),
  ],
);

/** A command that a policy refused: it left no trace of its own, for it was rolled back. */
export const policyRefusal = pgTable(
  "policy_refusal",
  {
    orgId: orgId(),
    id: id(),
    at: instant("at").notNull(),
    action: text("action").notNull(),
    rule: text("rule").notNull(),
    actorId: text("actor_id").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    jobId: uuid("job_id"),
    candidateId: uuid("candidate_id"),
    explanation: jsonb("explanation").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "policy_refusal_pkey", columns: [t.orgId, t.id] }),
    index("policy_refusal_rule_idx").on(t.orgId, t.rule, t.id),
    index("policy_refusal_candidate_idx").on(t.orgId, t.candidateId),
  ],
);

/** A draft judged over what really happened, in the background. */
export const policyTrial = pgTable(
  "policy_trial",
  {
    orgId: orgId(),
    id: id(),
    versionId: uuid("version_id").notNull(),
    state: text("state").$type<"waiting" | "running" | "done" | "failed">().notNull(),
    /** Decisions of the rule that were there when it began, looked at so far, and judged by the draft. */
    total: integer("total").notNull(),
    seen: integer("seen").notNull(),
    judged: integer("judged").notNull(),
    changed: integer("changed").notNull(),
    /** The last decision that was looked at. */
    cursor: uuid("cursor"),
    startedBy: uuid("started_by").notNull(),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "policy_trial_pkey", columns: [t.orgId, t.id] }),
    index("policy_trial_version_idx").on(t.orgId, t.versionId, t.id),
    foreignKey({
      name: "policy_trial_version_fkey",
      columns: [t.orgId, t.versionId],
      foreignColumns: [policyVersion.orgId, policyVersion.id],
    }),
    check("policy_trial_state", sql`${t.state} in ('waiting', 'running', 'done', 'failed')`),
  ],
);

/**
 * One decision as a draft would have had it: found by a trial, or, in shadow, beside the decision
 * itself. Only what differs is kept of a trial; of a shadow what agrees is counted, too.
 */
export const policyCase = pgTable(
  "policy_case",
  {
    orgId: orgId(),
    id: id(),
    versionId: uuid("version_id").notNull(),
    /** Null: from the shadow. */
    trialId: uuid("trial_id"),
    differs: boolean("differs").notNull(),
    at: instant("at").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    jobId: uuid("job_id"),
    candidateId: uuid("candidate_id"),
    was: jsonb("was").$type<Record<string, unknown>>(),
    would: jsonb("would").$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ name: "policy_case_pkey", columns: [t.orgId, t.id] }),
    index("policy_case_version_idx").on(t.orgId, t.versionId, t.trialId, t.differs, t.id),
    index("policy_case_candidate_idx").on(t.orgId, t.candidateId),
    foreignKey({
      name: "policy_case_version_fkey",
      columns: [t.orgId, t.versionId],
      foreignColumns: [policyVersion.orgId, policyVersion.id],
    }),
  ],
);
