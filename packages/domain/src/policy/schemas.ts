import { z } from "zod";
import { Region } from "../region/schemas.ts";
import { Why } from "../why.ts";
import { Id, Instant, reason } from "../wire.ts";
import { Explanation, SegmentView, RULE_KINDS } from "./explanation.ts";
import { CLIENT_TYPES, NETWORK_TYPES } from "./segment.ts";

export const VERSION_STATES = ["draft", "proposed", "approved", "discarded"] as const;

const Segment = z.strictObject({
  region: Region.nullable(),
  experiment: z
    .string()
    .regex(/^[a-z0-9-]{1,60}:[a-z0-9_-]{1,60}$/, "An experiment and its variant, such as load:b.")
    .nullable(),
  client: z.enum(CLIENT_TYPES).nullable(),
  network: z.enum(NETWORK_TYPES).nullable(),
});

export const ListPoliciesInput = z.strictObject({});
export const PolicyInput = z.strictObject({ policyId: Id });
export const VersionInput = z.strictObject({ versionId: Id });
export const ApprovePolicyInput = z.strictObject({
  versionId: Id,
  /** The revision that the approver read; refused where it was changed since. */
  revision: z.int().optional(),
});
export const SendBackPolicyInput = z.strictObject({ versionId: Id, reason: reason() });
export const DraftPolicyInput = z.strictObject({
  /** One's own draft to change; null for a new version. */
  versionId: Id.nullable(),
  /** The revision that is changed; refused where it was changed since. */
  revision: z.int().optional(),
  rule: z.string().min(1).max(100),
  segment: Segment,
  kind: z.enum(RULE_KINDS),
  /** As the rule's own schema has them. */
  parameters: z.record(z.string().max(100), z.unknown()),
  /** The segment has no policy of its own any more: the next wider one holds. */
  ends: z.boolean(),
  /** Null: as soon as it is approved. */
  effectiveFrom: Instant.nullable(),
  effectiveTo: Instant.nullable(),
  reason: reason(),
});
export type DraftPolicyInput = z.infer<typeof DraftPolicyInput>;

const Person = z.object({ id: Id, name: z.string() });

export const TrialView = z.object({
  id: Id,
  state: z.enum(["waiting", "running", "done", "failed"]),
  /** Commands there were, commands looked at, decisions that this version judges, and those that differ. */
  total: z.int(),
  seen: z.int(),
  judged: z.int(),
  changed: z.int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
});
export type TrialView = z.infer<typeof TrialView>;

export const PolicyVersionView = z.object({
  id: Id,
  policyId: Id,
  number: z.int().nullable(),
  /** Rises with each change of the draft. */
  revision: z.int(),
  state: z.enum(VERSION_STATES),
  /** Why it was sent back; null if it was not. */
  stateReason: z.string().nullable(),
  kind: z.enum(RULE_KINDS),
  parameters: z.record(z.string(), z.unknown()),
  /** The rule in a sentence, with these parameters. */
  sentence: z.string(),
  ends: z.boolean(),
  effectiveFrom: Instant.nullable(),
  effectiveTo: Instant.nullable(),
  inForce: z.boolean(),
  reason: z.string(),
  author: Person,
  approver: Person.nullable(),
  approvedAt: Instant.nullable(),
  createdAt: Instant,
  trial: TrialView.nullable(),
  shadow: z.object({ since: Instant, agreed: z.int(), differed: z.int() }).nullable(),
  may: z.object({
    change: Why.nullable(),
    propose: Why.nullable(),
    approve: Why.nullable(),
    sendBack: Why.nullable(),
    discard: Why.nullable(),
    try: Why.nullable(),
    startShadow: Why.nullable(),
    stopShadow: Why.nullable(),
  }),
});
export type PolicyVersionView = z.infer<typeof PolicyVersionView>;

export const PolicyView = z.object({
  id: Id,
  rule: z.string(),
  segment: SegmentView,
  /** Newest first: drafts and proposals, then what was approved in order. */
  versions: z.array(PolicyVersionView),
});
export type PolicyView = z.infer<typeof PolicyView>;

export const PARAMETER_TYPES = ["integer", "number", "boolean", "string", "array"] as const;
const ParameterValue = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .nullable();
export const ParameterView = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string().nullable(),
  standard: ParameterValue,
  type: z.enum(PARAMETER_TYPES),
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** What may be chosen; empty where anything of the type may be. */
  choices: z.array(z.string()),
});
export type ParameterView = z.infer<typeof ParameterView>;

export const PolicyListView = z.object({
  policies: z.array(PolicyView),
  /** What can be set, and what holds without a policy. */
  rules: z.array(
    z.object({
      name: z.string(),
      kinds: z.array(z.enum(RULE_KINDS)),
      /** By kind: the rule in a sentence, parameters in braces. */
      templates: z.record(z.string(), z.string()),
      laws: z.array(z.int()),
      parameters: z.array(ParameterView),
    }),
  ),
  may: z.object({ draft: Why.nullable() }),
});
export type PolicyListView = z.infer<typeof PolicyListView>;

export const ListCasesInput = z.strictObject({
  versionId: Id,
  from: z.enum(["trial", "shadow"]),
  /** The `next` of the page before. */
  cursor: Id.nullish(),
});
const Answered = z.object({
  outcome: z.enum(["passed", "refused", "effect"]),
  sentence: z.string().nullable(),
  explanation: Explanation,
});
export const CaseView = z.object({
  id: Id,
  at: Instant,
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  job: z.object({ id: Id, title: z.string() }).nullable(),
  /** For whom it was decided; null of nobody, or of somebody whom the reader may not see. */
  candidate: z.object({ id: Id, name: z.string() }).nullable(),
  content: z.discriminatedUnion("state", [
    z.object({ state: z.literal("open"), was: Answered, would: Answered }),
    z.object({ state: z.literal("sealed"), sentence: z.string(), lift: z.string().nullable() }),
  ]),
});
export type CaseView = z.infer<typeof CaseView>;
export const CaseListView = z
  .object({ version: PolicyVersionView, cases: z.array(CaseView), next: Id.nullable() })
  .meta({ page: { items: "cases", cursor: "next" } });
export type CaseListView = z.infer<typeof CaseListView>;

export const ListRulesInput = z.strictObject({});
export const RuleView = z.object({
  /** `<feature>.<rule>`. */
  name: z.string(),
  feature: z.string(),
  /** Whether a policy may set its parameters. */
  settable: z.boolean(),
  /** What it may be, the one without a policy first, each with the rule in a sentence. */
  kinds: z.array(z.object({ kind: z.enum(RULE_KINDS), sentence: z.string() })),
  /** The commands and queries that ask it, by their permissions. */
  points: z.array(z.string()),
  /** Whether every call asks it. */
  everywhere: z.boolean(),
  laws: z.array(z.int()),
  /** What it refuses with; empty for a rule that a policy sets. */
  codes: z.array(z.string()),
  /** What it adds instead, as flow. */
  effects: z.array(z.string()),
  parameters: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      unit: z.string().nullable(),
      /** What holds where there is no policy, in words. */
      standard: z.string(),
    }),
  ),
  /** The file of its table tests, from `packages/domain/src`. */
  tests: z.string(),
});
export type RuleView = z.infer<typeof RuleView>;
export const RuleListView = z.object({
  rules: z.array(RuleView),
  /** Whether the reader may open the settings beside it. */
  maySettings: z.boolean(),
});
export type RuleListView = z.infer<typeof RuleListView>;
