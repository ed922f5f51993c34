import { application, offer, requisition } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ApprovalGroup } from "../approval/groups.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import type { About } from "./approvers.ts";
import { groupsOf } from "./groups.ts";
import {
  REQUISITION_FROM,
  type RequisitionCommand,
  type RequisitionFacts,
  whyNotFrom,
} from "./rules.ts";
import { lockRow, lockSeats, type RequisitionRow, seatsOfRequisition } from "./seats.ts";

/** A requisition with all that it is judged by. */
export type LoadedRequisition = {
  row: RequisitionRow;
  groups: ApprovalGroup[];
  openings: Awaited<ReturnType<typeof seatsOfRequisition>>;
  /** Whose offer it was raised for; null: somebody asked for it. */
  candidateId: string | null;
};

/** A requisition of the organization, or NOT_FOUND. */
export async function loadRequisition(
  ctx: Pick<ReadCtx, "read" | "org">,
  requisitionId: string,
): Promise<LoadedRequisition> {
  const [found] = await ctx.read
    .select({ row: requisition, candidateId: application.candidateId })
    .from(requisition)
    .leftJoin(offer, and(eq(offer.orgId, requisition.orgId), eq(offer.id, requisition.offerId)))
    .leftJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .where(and(eq(requisition.orgId, ctx.org.id), eq(requisition.id, requisitionId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  return {
    ...found,
    groups: await groupsOf(ctx, found.row),
    openings: await seatsOfRequisition(ctx, requisitionId),
  };
}

/** Locks the seats of its job, then the requisition, and loads it as it stands under the locks. */
export async function lockRequisition(
  ctx: CommandCtx,
  requisitionId: string,
): Promise<{ loaded: LoadedRequisition; facts: RequisitionFacts }> {
  const { jobId } = ctx.subject;
  if (jobId !== undefined) await lockSeats(ctx, jobId);
  if ((await lockRow(ctx, requisitionId)) === null) refuse("NOT_FOUND", {});
  const loaded = await loadRequisition(ctx, requisitionId);
  return { loaded, facts: factsOf(ctx, loaded) };
}

/** The facts that the rules ask for. */
export function factsOf(
  ctx: Pick<ReadCtx, "actor">,
  { row, groups, openings }: Omit<LoadedRequisition, "candidateId">,
): RequisitionFacts {
  return {
    state: row.state,
    authorId: row.authorId,
    actorId: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
    locations: row.locations,
    reason: row.reason,
    band: bandOf(row),
    raised: row.offerId !== null,
    groups,
    openings: {
      reserved: openings.filter((one) => one.state === "reserved").length,
      filled: openings.filter((one) => one.state === "filled").length,
    },
  };
}

/** The band that it asks for; null: none is known. */
export function bandOf(row: RequisitionRow) {
  const { payMinMinor: minMinor, payMaxMinor: maxMinor, payCurrency: currency } = row;
  return minMinor === null || maxMinor === null || currency === null
    ? null
    : { minMinor, maxMinor, currency };
}

/** Whom law 7 is asked about. */
export function aboutOf({ row, candidateId }: LoadedRequisition): About {
  return { jobId: row.jobId, candidateId, authorId: row.authorId };
}

/**
 * Moves a locked requisition by one conditional update; REQUISITION_STATE with the state now met if
 * a rival was first. Stages the audit entry.
 */
export async function moveRequisition(
  ctx: CommandCtx,
  row: RequisitionRow,
  command: RequisitionCommand,
  set: Partial<RequisitionRow>,
  audit: Record<string, unknown> = {},
): Promise<RequisitionRow> {
  const [moved] = await ctx.tx
    .update(requisition)
    .set(set)
    .where(
      and(
        eq(requisition.orgId, ctx.org.id),
        eq(requisition.id, row.id),
        inArray(requisition.state, [...REQUISITION_FROM[command]]),
      ),
    )
    .returning();
  if (moved === undefined) {
    refuseIf(whyNotFrom(row.state, command));
    throw new Error(`The requisition ${row.id} could not be moved from ${row.state}.`);
  }
  const { offerId } = row;
  ctx.audit({
    subject: { kind: "requisition", id: row.id },
    before: { state: row.state },
    after: {
      number: row.number,
      state: moved.state,
      ...audit,
      ...(offerId === null ? {} : { offerId }),
    },
    candidateId: await candidateOf(ctx, offerId),
  });
  return moved;
}

/** Whom the words about a requisition that was raised for an offer can be about (laws 1 and 10). */
async function candidateOf(
  ctx: Pick<CommandCtx, "tx" | "org">,
  offerId: string | null,
): Promise<string | undefined> {
  if (offerId === null) return undefined;
  const [row] = await ctx.tx
    .select({ candidateId: application.candidateId })
    .from(offer)
    .innerJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .where(and(eq(offer.orgId, ctx.org.id), eq(offer.id, offerId)));
  return row?.candidateId;
}
