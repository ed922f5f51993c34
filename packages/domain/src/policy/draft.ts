import { newId } from "@rubric/db";
import { policy, policyTrial, policyVersion } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { whyNotAsRead } from "../approval/rules.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { factsOf, lockPolicy, lockVersion, moveVersion, raiseEpoch } from "./access.ts";
import { segmentColumns, segmentOf } from "./load.ts";
import { mayVary } from "./rule.ts";
import { findRule, readPolicy } from "./rulebook.ts";
import { whyNotDates, whyNotOwn } from "./rules.ts";
import type { DraftPolicyInput, PolicyView } from "./schemas.ts";
import { type Segment, segmentKey } from "./segment.ts";
import { policyView } from "./view.ts";

/**
 * Writes a version of the policy of a rule for a segment, or changes one's own draft. It binds
 * nobody before a second person approved it. A changed draft leaves the shadow, and its trial's
 * cases are of what it was: both are shown as such by their times.
 */
export async function draftPolicy(ctx: CommandCtx, input: DraftPolicyInput): Promise<PolicyView> {
  const { memberId } = requireMember(ctx);
  const said = contentOf(ctx, input);
  if (input.versionId !== null) return changeDraft(ctx, input.versionId, input, said);
  const policyId = await policyFor(ctx, input.rule, input.segment);
  const id = newId();
  await ctx.tx.insert(policyVersion).values({
    orgId: ctx.org.id,
    id,
    policyId,
    state: "draft",
    ...said,
    authorId: memberId,
    createdAt: ctx.clock,
  });
  ctx.audit({
    subject: { kind: "policy", id },
    after: { rule: input.rule, segment: input.segment, ...said },
  });
  return policyView(ctx, policyId);
}

async function changeDraft(
  ctx: CommandCtx,
  versionId: string,
  input: DraftPolicyInput,
  said: ReturnType<typeof contentOf>,
): Promise<PolicyView> {
  const row = await lockVersion(ctx, versionId);
  refuseIf(whyNotOwn(factsOf(ctx, row.version), "change"));
  const moved = segmentKey(segmentOf(row.policy)) !== segmentKey(input.segment);
  if (moved || row.policy.rule !== input.rule) {
    const fields = { segment: "A draft stays with its rule and segment. Write a new one instead." };
    return refuse("BAD_INPUT", { fields });
  }
  refuseIf(whyNotAsRead(input.revision, row.version.revision));
  const revision = row.version.revision + 1;
  await moveVersion(ctx, row, "change", { ...said, revision, shadowSince: null });
  await endTrials(ctx, versionId);
  if (row.version.shadowSince !== null) await raiseEpoch(ctx);
  const { kind, parameters, reason } = row.version;
  ctx.audit({
    subject: { kind: "policy", id: versionId },
    before: { kind, parameters, reason },
    after: { rule: input.rule, segment: input.segment, ...said },
  });
  return policyView(ctx, row.policy.id);
}

/** A trial that is under way is of what the draft was: its cases stay, and it is begun anew. */
async function endTrials(ctx: CommandCtx, versionId: string): Promise<void> {
  await ctx.tx
    .update(policyTrial)
    .set({ state: "failed", endedAt: ctx.clock })
    .where(
      and(
        eq(policyTrial.orgId, ctx.org.id),
        eq(policyTrial.versionId, versionId),
        inArray(policyTrial.state, ["waiting", "running"]),
      ),
    );
}

/** What a version says, read by its rule; BAD_INPUT or POLICY_DATES on the fields that are wrong. */
function contentOf(ctx: Pick<CommandCtx, "clock">, input: DraftPolicyInput) {
  const rule = findRule(input.rule);
  if (rule === null) {
    return refuse("BAD_INPUT", { fields: { rule: "There is no rule of this name." } });
  }
  if (input.segment.experiment !== null && !mayVary(rule)) {
    const fields = { "segment.experiment": "No experiment varies pay, or what a law decides." };
    return refuse("BAD_INPUT", { fields });
  }
  const read = readPolicy(rule, input);
  if (!read.ok) return refuse("BAD_INPUT", { fields: read.fields });
  const effectiveFrom = input.effectiveFrom === null ? null : new Date(input.effectiveFrom);
  const effectiveTo = input.effectiveTo === null ? null : new Date(input.effectiveTo);
  refuseIf(whyNotDates({ from: effectiveFrom, to: effectiveTo, now: ctx.clock }));
  return {
    kind: read.policy.kind,
    parameters: Object.fromEntries(Object.entries(read.policy.parameters)),
    ends: input.ends,
    effectiveFrom,
    effectiveTo,
    reason: input.reason,
  };
}

/** The policy of a rule for a segment, locked; made where there is none. */
async function policyFor(ctx: CommandCtx, rule: string, segment: Segment): Promise<string> {
  const columns = segmentColumns(segment);
  await ctx.tx
    .insert(policy)
    .values({ orgId: ctx.org.id, id: newId(), rule, ...columns, createdAt: ctx.clock })
    .onConflictDoNothing();
  const [row] = await ctx.tx
    .select({ id: policy.id })
    .from(policy)
    .where(
      and(
        eq(policy.orgId, ctx.org.id),
        eq(policy.rule, rule),
        eq(policy.region, columns.region),
        eq(policy.experiment, columns.experiment),
        eq(policy.client, columns.client),
        eq(policy.network, columns.network),
      ),
    );
  if (row === undefined) throw new Error("The policy was not written.");
  await lockPolicy(ctx, row.id);
  return row.id;
}
