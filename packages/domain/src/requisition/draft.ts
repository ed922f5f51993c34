import { authorize } from "../authorize.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireFramework } from "../framework/access.ts";
import { requireMember } from "../identity/access.ts";
import { requireJob } from "../job/access.ts";
import { requireLevel } from "../job/create.ts";
import { aboutOf, factsOf, loadRequisition, moveRequisition } from "./access.ts";
import { requireApprovers } from "./approvers.ts";
import { writeGroups } from "./groups.ts";
import { insertRequisition } from "./raise.ts";
import { whyNotBand, whyNotChange, whyNotSeats } from "./rules.ts";
import type { DraftRequisitionInput, RequisitionView } from "./schemas.ts";
import { lockRow } from "./seats.ts";
import { requisitionView } from "./view.ts";

/**
 * Writes a requisition, or changes one's own draft. Of a job that one may know its title, framework
 * and level hold; else those that are given.
 */
export async function draftRequisition(
  ctx: CommandCtx,
  input: DraftRequisitionInput,
): Promise<RequisitionView> {
  const { memberId } = requireMember(ctx);
  refuseIf(whyNotBand(input.band));
  const own =
    input.requisitionId === null ? null : await ownDraft(ctx, input, input.requisitionId, memberId);
  const terms = await termsOf(ctx, input, own);
  const about = {
    jobId: terms.jobId,
    candidateId: own?.candidateId ?? null,
    authorId: memberId,
  };
  await requireApprovers(ctx, about, input.groups);
  if (own !== null) {
    const row = await moveRequisition(ctx, own.row, "change", terms, {
      terms: { ...terms, groups: input.groups },
    });
    await writeGroups(ctx, row, input.groups);
    return requisitionView(ctx, row.id);
  }
  const row = await insertRequisition(ctx, {
    ...terms,
    authorId: memberId,
    state: "draft",
    approvalRound: 1,
  });
  await writeGroups(ctx, row, input.groups);
  ctx.audit({
    subject: { kind: "requisition", id: row.id },
    after: {
      number: row.number,
      state: "draft",
      terms: { ...terms, groups: input.groups },
    },
  });
  return requisitionView(ctx, row.id);
}

/** The draft that is changed, locked; NOT_FOUND for what the actor may not know of. */
async function ownDraft(
  ctx: CommandCtx,
  input: Pick<DraftRequisitionInput, "seats">,
  requisitionId: string,
  actorId: string,
) {
  await authorize(ctx.tx, ctx.actor, ctx.org, "requisition.show", requisitionId);
  if ((await lockRow(ctx, requisitionId)) === null) return refuse("NOT_FOUND", {});
  const loaded = await loadRequisition(ctx, requisitionId);
  const { state, authorId } = loaded.row;
  refuseIf(whyNotChange({ state, authorId, actorId }));
  refuseIf(whyNotSeats(input.seats, factsOf(ctx, loaded).openings));
  return { ...loaded, ...aboutOf(loaded) };
}

async function termsOf(
  ctx: CommandCtx,
  input: DraftRequisitionInput,
  own: { row: { offerId: string | null; jobId: string | null } } | null,
) {
  // What was raised for an offer stays with its job.
  const jobId = own?.row.offerId == null ? input.jobId : own.row.jobId;
  const rest = {
    locations: input.locations,
    seats: input.seats,
    payMinMinor: input.band?.minMinor ?? null,
    payMaxMinor: input.band?.maxMinor ?? null,
    payCurrency: input.band?.currency ?? null,
    reason: input.reason,
  };
  if (jobId !== null) {
    await authorize(ctx.tx, ctx.actor, ctx.org, "job.show", jobId);
    const { title, frameworkId, levelKey } = await requireJob(ctx.tx, ctx.org.id, jobId);
    return { ...rest, jobId, title, frameworkId, levelKey };
  }
  const { title, frameworkId, levelKey } = input;
  await requireFramework(ctx.tx, ctx.org.id, frameworkId);
  await requireLevel(ctx, frameworkId, levelKey);
  return { ...rest, jobId: null, title, frameworkId, levelKey };
}
