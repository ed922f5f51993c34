import { hiringTeam, offerApprover, offerGroup } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { flowInForce } from "../approval/access.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { type GroupState, whyNotGroups } from "./approval-rules.ts";
import { type FitMember, fitMembers, requireApprover } from "./approvers.ts";
import type { OfferRow } from "./facts.ts";
import { refuseIf } from "../errors.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;
type NewGroup = Omit<GroupState, "position" | "completedAt">;

/** The groups of each offer in the round that its approval was last asked for, in their order. */
export async function groupsOf(
  ctx: Ctx,
  versions: readonly Pick<OfferRow, "id" | "approvalRound">[],
): Promise<ReadonlyMap<string, GroupState[]>> {
  const found = new Map<string, GroupState[]>();
  if (versions.length === 0) return found;
  const ids = versions.map((one) => one.id);
  const groups = await ctx.read
    .select()
    .from(offerGroup)
    .where(and(eq(offerGroup.orgId, ctx.org.id), inArray(offerGroup.offerId, ids)))
    .orderBy(asc(offerGroup.position));
  const members = await ctx.read
    .select()
    .from(offerApprover)
    .where(and(eq(offerApprover.orgId, ctx.org.id), inArray(offerApprover.offerId, ids)))
    .orderBy(asc(offerApprover.memberId));
  for (const { id, approvalRound } of versions) {
    const own = groups.filter((one) => one.offerId === id && one.round === approvalRound);
    found.set(
      id,
      own.map((group) => ({
        ...group,
        members: members.filter(
          (one) =>
            one.offerId === id && one.round === group.round && one.position === group.position,
        ),
      })),
    );
  }
  return found;
}

/**
 * Who is to approve an offer: the groups of the flow in force, else the approver whom it names; and
 * one group more for an exception. APPROVAL_SHORT where a group has too few who may.
 */
export async function groupsFor(
  ctx: CommandCtx,
  candidateId: string,
  version: OfferRow,
  exceptionApprovals: number,
): Promise<NewGroup[]> {
  const flow = await flowInForce(ctx, version.jobId);
  if (flow === null) {
    await requireApprover(ctx, candidateId, version.approverId, version.authorId);
  }
  const fit = await fitMembers(ctx, candidateId, version.authorId);
  const groups =
    flow === null
      ? [named("Approver", version.approverId)]
      : flow.groups.map((group) => ({
          ...group,
          flowId: flow.id,
          exception: false,
          members: seated(group.members, fit),
        }));
  if (exceptionApprovals > 0) {
    const members = (await exceptionMembers(ctx, version.jobId, fit)).map(seat);
    const approvals = exceptionApprovals;
    groups.push({ name: "Exception", approvals, exception: true, flowId: null, members });
  }
  refuseIf(whyNotGroups(groups));
  return groups;
}

function named(name: string, memberId: string): NewGroup {
  return { name, approvals: 1, exception: false, flowId: null, members: [seat(memberId)] };
}

function seat(memberId: string): NewGroup["members"][number] {
  return { memberId, insteadOf: null, approvedAt: null, replacedAt: null };
}

/** Who of a group may approve; in place of who may not their stand-in, each once. */
function seated(
  members: readonly { memberId: string; standInId: string | null }[],
  fit: ReadonlyMap<string, FitMember>,
): NewGroup["members"] {
  const seats = members.flatMap(({ memberId, standInId }) => {
    if (fit.has(memberId)) return [seat(memberId)];
    if (standInId === null || !fit.has(standInId)) return [];
    return [{ ...seat(standInId), insteadOf: memberId }];
  });
  return [...new Map(seats.toReversed().map((one) => [one.memberId, one])).values()];
}

/** Who may approve an exception: admins, and those who lead the job. */
async function exceptionMembers(
  ctx: CommandCtx,
  jobId: string,
  fit: ReadonlyMap<string, FitMember>,
): Promise<string[]> {
  const leads = await ctx.tx
    .selectDistinct({ id: hiringTeam.memberId })
    .from(hiringTeam)
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, jobId),
        inArray(hiringTeam.duty, ["hiring_manager", "substitute"]),
        isHeldDuty(),
      ),
    );
  const leading = new Set(leads.map((one) => one.id));
  return [...fit.values()]
    .filter((one) => leading.has(one.id) || one.roles.includes("admin"))
    .map((one) => one.id);
}

/** Writes the groups of a round. */
export async function writeGroups(
  ctx: CommandCtx,
  offerId: string,
  round: number,
  groups: readonly NewGroup[],
): Promise<void> {
  const at = { orgId: ctx.org.id, offerId, round };
  await ctx.tx
    .insert(offerGroup)
    .values(groups.map(({ members: _, ...group }, position) => ({ ...at, position, ...group })));
  const members = groups.flatMap((group, position) =>
    group.members.map((one) => ({ ...at, position, ...one })),
  );
  await ctx.tx.insert(offerApprover).values(members);
}

/** An offer that was asked for approval before there were flows: its approver as a group of one. */
export async function groupOfOne(ctx: CommandCtx, version: OfferRow): Promise<GroupState[]> {
  const group = named("Approver", version.approverId);
  await writeGroups(ctx, version.id, version.approvalRound, [group]);
  return [{ ...group, position: 0, completedAt: null }];
}
