import type { Reader } from "@rubric/db";
import { policy, policyHead, policyVersion } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { deny, refuse, Refused } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import type { VersionRow } from "./load.ts";
import { type VersionCommand, type VersionFacts, whyNotFrom } from "./rules.ts";

/** One version with its policy, or NOT_FOUND. */
export async function requireVersion(
  ctx: { read: Reader; org: { id: string } },
  versionId: string,
): Promise<VersionRow> {
  const [row] = await ctx.read
    .select({ policy, version: policyVersion })
    .from(policyVersion)
    .innerJoin(
      policy,
      and(eq(policy.orgId, policyVersion.orgId), eq(policy.id, policyVersion.policyId)),
    )
    .where(and(eq(policyVersion.orgId, ctx.org.id), eq(policyVersion.id, versionId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** The same, with its policy locked: two commands on one segment come one after the other. */
export async function lockVersion(ctx: CommandCtx, versionId: string): Promise<VersionRow> {
  const { policy: of } = await requireVersion({ read: ctx.tx, org: ctx.org }, versionId);
  await lockPolicy(ctx, of.id);
  return requireVersion({ read: ctx.tx, org: ctx.org }, versionId);
}

/** Locks a policy until the command's end. */
export async function lockPolicy(ctx: CommandCtx, policyId: string): Promise<void> {
  await ctx.tx
    .select({ id: policy.id })
    .from(policy)
    .where(and(eq(policy.orgId, ctx.org.id), eq(policy.id, policyId)))
    .for("no key update");
}

/** What the rules on a version are asked with. */
export function factsOf(
  ctx: Pick<ReadCtx, "actor" | "clock">,
  version: VersionRow["version"],
): VersionFacts {
  return {
    state: version.state,
    authorId: version.authorId,
    actorId: requireMember(ctx).memberId,
    from: version.effectiveFrom,
    to: version.effectiveTo,
    now: ctx.clock,
  };
}

type Changes = Partial<typeof policyVersion.$inferInsert>;

/** Changes a version from the state it was loaded in; POLICY_STATE if another command was faster. */
export async function moveVersion(
  ctx: CommandCtx,
  { version }: VersionRow,
  command: VersionCommand,
  changes: Changes,
): Promise<VersionRow["version"]> {
  const [row] = await ctx.tx
    .update(policyVersion)
    .set(changes)
    .where(
      and(
        eq(policyVersion.orgId, ctx.org.id),
        eq(policyVersion.id, version.id),
        eq(policyVersion.state, version.state),
      ),
    )
    .returning();
  if (row !== undefined) return row;
  const now = await requireVersion({ read: ctx.tx, org: ctx.org }, version.id);
  throw new Refused(
    whyNotFrom(now.version.state, command) ??
      deny("POLICY_STATE", { state: now.version.state, command }),
  );
}

/** Tells every process, with the commit, that what it holds of the policies is old. */
export async function raiseEpoch(ctx: Pick<CommandCtx, "tx" | "org">): Promise<void> {
  await ctx.tx
    .insert(policyHead)
    .values({ orgId: ctx.org.id, epoch: 1 })
    .onConflictDoUpdate({
      target: policyHead.orgId,
      set: { epoch: sql`${policyHead.epoch} + 1` },
    });
}
