import { member, policy, policyCase, policyTrial, policyVersion } from "@rubric/db/schema";
import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { Denial } from "../errors.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import type { Permission } from "../permissions.ts";
import { toInstant } from "../wire.ts";
import { factsOf } from "./access.ts";
import { segmentOf, type VersionRow, versionOf } from "./load.ts";
import { inForce } from "./resolve.ts";
import { findRule } from "./rulebook.ts";
import { whyNotApprove, whyNotFrom, whyNotOwn, whyNotSendBack } from "./rules.ts";
import type { PolicyVersionView, PolicyView, TrialView } from "./schemas.ts";
import { sentenceWith } from "./words.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "clock" | "duties">;
type Found = {
  names: ReadonlyMap<string, string>;
  trials: ReadonlyMap<string, TrialView>;
  shadows: ReadonlyMap<string, { agreed: number; differed: number }>;
  /** Of each policy the version that is in force now. */
  inForce: ReadonlySet<string>;
};

/** A policy with all its versions. */
export async function policyView(ctx: Ctx, policyId: string): Promise<PolicyView> {
  const [view] = await policyViews(ctx, policyId);
  if (view === undefined) throw new Error("The policy has no view.");
  return view;
}

/** The organization's policies by rule and segment, or one of them. */
export async function policyViews(ctx: Ctx, policyId?: string): Promise<PolicyView[]> {
  const rows = await versionRows(ctx, policyId);
  const found = await foundFor(ctx, rows, rows);
  const views = new Map<string, PolicyView>();
  for (const row of rows) {
    const { id, rule } = row.policy;
    const view = views.get(id) ?? { id, rule, segment: segmentOf(row.policy), versions: [] };
    view.versions.push(versionView(ctx, row, found));
    views.set(id, view);
  }
  return [...views.values()].map((view) => ({ ...view, versions: view.versions.toSorted(newest) }));
}

/** One version. */
export async function oneVersionView(ctx: Ctx, row: VersionRow): Promise<PolicyVersionView> {
  const all = await versionRows(ctx, row.policy.id);
  return versionView(ctx, row, await foundFor(ctx, [row], all));
}

/** All versions of the organization's policies, or of one of them. */
async function versionRows(ctx: Ctx, policyId?: string): Promise<VersionRow[]> {
  return ctx.read
    .select({ policy, version: policyVersion })
    .from(policyVersion)
    .innerJoin(
      policy,
      and(eq(policy.orgId, policyVersion.orgId), eq(policy.id, policyVersion.policyId)),
    )
    .where(
      and(
        eq(policyVersion.orgId, ctx.org.id),
        policyId === undefined ? undefined : eq(policy.id, policyId),
      ),
    )
    .orderBy(policy.rule, policy.region, policy.id, desc(policyVersion.createdAt));
}

const AT_FIRST = Number.MAX_SAFE_INTEGER;

function newest(a: PolicyVersionView, b: PolicyVersionView): number {
  const order = (b.number ?? AT_FIRST) - (a.number ?? AT_FIRST);
  return order === 0 ? (a.createdAt < b.createdAt ? 1 : -1) : order;
}

function versionView(ctx: Ctx, row: VersionRow, found: Found): PolicyVersionView {
  const { version } = row;
  const rule = findRule(row.policy.rule);
  const facts = factsOf(ctx, version);
  const ask = (permission: Permission, denial: Denial | null) =>
    mayOf(whyNotAllowed(permission, ctx.duties), denial);
  const named = (id: string) => ({ id, name: found.names.get(id) ?? "A former member" });
  return {
    id: version.id,
    policyId: row.policy.id,
    number: version.number,
    revision: version.revision,
    state: version.state,
    stateReason: version.stateReason,
    kind: version.kind,
    parameters: version.parameters,
    sentence:
      rule === null
        ? "This rule is no more."
        : sentenceWith(rule, version.kind, version.parameters),
    ends: version.ends,
    effectiveFrom: toInstant(version.effectiveFrom),
    effectiveTo: toInstant(version.effectiveTo),
    inForce: found.inForce.has(version.id),
    reason: version.reason,
    author: named(version.authorId),
    approver: version.approverId === null ? null : named(version.approverId),
    approvedAt: toInstant(version.approvedAt),
    createdAt: toInstant(version.createdAt),
    trial: found.trials.get(version.id) ?? null,
    shadow:
      version.shadowSince === null
        ? null
        : {
            since: toInstant(version.shadowSince),
            ...(found.shadows.get(version.id) ?? { agreed: 0, differed: 0 }),
          },
    may: {
      change: ask("policy.draft", whyNotOwn(facts, "change")),
      propose: ask("policy.propose", whyNotOwn(facts, "propose")),
      approve: ask("policy.approve", whyNotApprove(facts)),
      sendBack: ask("policy.sendBack", whyNotSendBack(facts)),
      discard: ask("policy.discard", whyNotOwn(facts, "discard")),
      try: ask("policy.try", whyNotFrom(facts.state, "try")),
      startShadow: ask("policy.startShadow", whyNotFrom(facts.state, "startShadow")),
      stopShadow: ask("policy.stopShadow", whyNotFrom(facts.state, "stopShadow")),
    },
  };
}

/** Names, last trials and counts from the shadow of these versions, of policies with `all` theirs. */
async function foundFor(
  ctx: Ctx,
  rows: readonly VersionRow[],
  all: readonly VersionRow[],
): Promise<Found> {
  const ids = rows.map(({ version }) => version.id);
  if (ids.length === 0) {
    return { names: new Map(), trials: new Map(), shadows: new Map(), inForce: new Set() };
  }
  const members = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(eq(member.orgId, ctx.org.id));
  const trials = await ctx.read
    .selectDistinctOn([policyTrial.versionId])
    .from(policyTrial)
    .where(and(eq(policyTrial.orgId, ctx.org.id), inArray(policyTrial.versionId, ids)))
    .orderBy(policyTrial.versionId, desc(policyTrial.id));
  const shadows = await ctx.read
    .select({
      versionId: policyCase.versionId,
      agreed: count(sql`case when not ${policyCase.differs} then 1 end`),
      differed: count(sql`case when ${policyCase.differs} then 1 end`),
    })
    .from(policyCase)
    .where(
      and(
        eq(policyCase.orgId, ctx.org.id),
        inArray(policyCase.versionId, ids),
        isNull(policyCase.trialId),
      ),
    )
    .groupBy(policyCase.versionId);
  return {
    names: new Map(members.map(({ id, name }) => [id, name])),
    trials: new Map(
      trials.map((row) => [
        row.versionId,
        {
          id: row.id,
          state: row.state,
          total: row.total,
          seen: row.seen,
          judged: row.judged,
          changed: row.changed,
          startedAt: toInstant(row.createdAt),
          endedAt: toInstant(row.endedAt),
        },
      ]),
    ),
    shadows: new Map(shadows.map(({ versionId, ...counts }) => [versionId, counts])),
    inForce: inForceOf(all, ctx.clock),
  };
}

/** Of each policy, all of whose versions these are, the one that is in force. */
function inForceOf(rows: readonly VersionRow[], at: Date): ReadonlySet<string> {
  const approved = rows.filter(({ version }) => version.state === "approved").map(versionOf);
  const newestFirst = approved.toSorted((a, b) => b.number - a.number);
  const byPolicy = Map.groupBy(newestFirst, ({ policyId }) => policyId);
  return new Set([...byPolicy.values()].flatMap((one) => inForce(one, at.getTime())?.id ?? []));
}
