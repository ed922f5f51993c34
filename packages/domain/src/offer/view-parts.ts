import { member, organizationSettings } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { planLevels } from "../debrief/criteria.ts";
import { toInstant } from "../wire.ts";
import type { LoadedOffers } from "./facts.ts";
import { rangeOf } from "./weigh.ts";
import type { OfferListView } from "./schemas.ts";

/** The groups of a flow with the names of their members. */
export async function flowNames(
  ctx: ReadCtx,
  groups: readonly { name: string; approvals: number; members: readonly { memberId: string }[] }[],
): Promise<OfferListView["flow"]> {
  const names = await membersNamed(
    ctx,
    groups.flatMap((group) => group.members.map((one) => one.memberId)),
  );
  return groups.map(({ name, approvals, members }) => ({
    name,
    approvals,
    members: members.map((one) => names.get(one.memberId) ?? ""),
  }));
}

/** What every view of an offer begins with. */
export async function headOf(ctx: ReadCtx, loaded: LoadedOffers) {
  const { row, job, candidate } = loaded;
  const range = rangeOf(loaded, { workPlace: null });
  const [settings] = await ctx.read
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, ctx.org.id));
  return {
    application: { id: row.id, candidate, jobId: job.id, job: job.title, state: row.state },
    range: range && { ...range, at: toInstant(range.at) },
    timeZone: settings?.timeZone ?? "UTC",
  };
}

/** Names a hiring level by the plan that the application is pinned to. */
export async function levelReader(
  ctx: ReadCtx,
  { row }: LoadedOffers,
): Promise<(levelKey: string) => string> {
  const levels = await planLevels(ctx.read, ctx.org.id, row.planId);
  const names = new Map(levels.map(({ key, name }) => [key, name]));
  return (levelKey) => names.get(levelKey) ?? levelKey;
}

/** The names of everybody whom the offers of an application speak of. */
export async function namesOf(
  ctx: ReadCtx,
  { versions, decision, groups, exceptions, conditions }: LoadedOffers,
): Promise<Map<string, string>> {
  const ids = [
    decision?.decidedBy,
    ...versions.flatMap((one) => [
      one.authorId,
      one.approverId,
      one.withdrawalAskedBy,
      one.withdrawalApprovedBy,
    ]),
    ...[...groups.values()]
      .flat()
      .flatMap((group) => group.members.flatMap((one) => [one.memberId, one.insteadOf])),
    ...[...exceptions.values()].flat().flatMap((one) => [one.askedBy, one.answeredBy]),
    ...[...conditions.values()].flat().map((one) => one.settledBy),
  ];
  return membersNamed(
    ctx,
    ids.filter((id) => id !== null && id !== undefined),
  );
}

async function membersNamed(ctx: ReadCtx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, [...new Set(ids)])))
    .orderBy(asc(member.name));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
