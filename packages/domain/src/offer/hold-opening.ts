import { opening } from "@rubric/db/schema";
import { and, count, eq, inArray } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuse } from "../errors.ts";
import { requireJob } from "../job/access.ts";
import { raiseRequisition } from "../requisition/raise.ts";
import {
  addSeats,
  isBeyond,
  isFree,
  lockRaised,
  raisedOf,
  type RequisitionRow,
  seatsOfJob,
} from "../requisition/seats.ts";
import type { OfferRow } from "./facts.ts";
import { type BeyondHeadcount, headcountRule } from "./headcount.ts";
import { reserveOpening, takeOver } from "./openings.ts";

/** On which requisition an offer beyond headcount rests, and how many seats were asked for anew. */
type Beyond = { number: number; seats: number };

/** What the rule of headcount asks of a job. */
export async function headcountFacts(ctx: Pick<ReadCtx, "read" | "org">, jobId: string) {
  const seats = await seatsOfJob(ctx, jobId);
  const raised = await raisedOf(ctx, jobId);
  const free = seats.filter(isFree).length;
  return {
    open: free,
    held: seats.filter((one) => one.state === "open").length - free,
    reserved: seats.filter((one) => one.state === "reserved").length,
    filled: seats.filter((one) => one.state === "filled").length,
    beyond: seats.filter(isBeyond).length,
    asked: raised.reduce((sum, one) => sum + one.seats, 0),
  };
}

/**
 * Law 9: gives an offer that is sent its opening, under the lock of the job's seats: that of an
 * earlier version, a free one, or, as the policy says, one beyond headcount with a requisition.
 */
export async function holdOpening(
  ctx: CommandCtx,
  version: OfferRow,
  superseded: readonly string[],
  candidateId: string,
): Promise<Beyond | null> {
  for (const earlier of superseded) {
    if (await takeOver(ctx, earlier, version.id)) return null;
  }
  const { jobId } = version;
  await lockRaised(ctx, jobId);
  const facts = await headcountFacts(ctx, jobId);
  const job = await requireJob(ctx.tx, ctx.org.id, jobId);
  const effects = ctx.policy.judge(headcountRule, facts, { regions: job.locations });
  const effect = most(effects);
  if (effect === undefined) {
    if (await reserveOpening(ctx, jobId, version.id)) return null;
    const { reserved, filled } = facts;
    return refuse("HEADCOUNT", { openings: reserved + filled, reserved, filled });
  }
  const seats = effect.effect === "raise_requisition" ? effect.facts.seats : 0;
  const on =
    effect.effect === "raise_requisition"
      ? await raiseRequisition(ctx, {
          job,
          offer: version,
          candidateId,
          authorId: requireMember(ctx).memberId,
          seats,
        })
      : await withRoom(ctx, jobId);
  await addSeats(ctx, jobId, 1, {
    state: "reserved",
    requisitionId: on.id,
    offerId: version.id,
  });
  return { number: on.number, seats };
}

/** Of what the policies of the job's places ask for the most. */
function most(effects: readonly BeyondHeadcount[]): BeyondHeadcount | undefined {
  const seats = (one: BeyondHeadcount) =>
    one.effect === "raise_requisition" ? one.facts.seats : 0;
  return effects.toSorted((a, b) => seats(b) - seats(a))[0];
}

/** The oldest requisition that asks for more seats than offers rest on it. */
async function withRoom(ctx: CommandCtx, jobId: string): Promise<RequisitionRow> {
  const raised = await raisedOf(ctx, jobId);
  const taken = await ctx.tx
    .select({ requisitionId: opening.requisitionId, seats: count() })
    .from(opening)
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.jobId, jobId),
        inArray(opening.state, ["reserved", "filled"]),
      ),
    )
    .groupBy(opening.requisitionId);
  const on = (id: string) => taken.find((one) => one.requisitionId === id)?.seats ?? 0;
  const found = raised.find((one) => on(one.id) < one.seats);
  if (found === undefined) throw new Error(`No requisition of the job ${jobId} has room.`);
  return found;
}
