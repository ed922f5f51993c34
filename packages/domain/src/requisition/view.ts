import { application, candidate, job, member, offer } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { groupInTurn } from "../approval/groups.ts";
import { authorize } from "../authorize.ts";
import type { ReadCtx } from "../context.ts";
import type { Duty } from "../duties.ts";
import { type Ask, askMay, mayOf, whyNotAllowed } from "../may.ts";
import { toInstant } from "../wire.ts";
import { aboutOf, bandOf, factsOf, loadRequisition, type LoadedRequisition } from "./access.ts";
import { fitApprovers } from "./approvers.ts";
import { levelNames } from "./levels.ts";
import {
  whyNotApprove,
  whyNotCancel,
  whyNotChange,
  whyNotFrom,
  whyNotMakeJob,
  whyNotRequest,
} from "./rules.ts";
import type { RequisitionView } from "./schemas.ts";

/** A requisition's page, as the query and every command of this feature answer with it. */
export async function requisitionView(
  ctx: ReadCtx,
  requisitionId: string,
): Promise<RequisitionView> {
  const loaded = await loadRequisition(ctx, requisitionId);
  const { row, groups, openings } = loaded;
  const { duties } = await authorize(
    ctx.read,
    ctx.actor,
    ctx.org,
    "requisition.show",
    requisitionId,
  );
  const facts = factsOf(ctx, loaded);
  const names = await namesOf(ctx, [
    row.authorId,
    ...groups.flatMap((group) => group.members.map((one) => one.memberId)),
  ]);
  const person = (id: string) => ({ id, name: names.get(id) ?? "" });
  const levels = await levelNames(ctx, [row.frameworkId]);
  const turn = row.state === "pending" ? groupInTurn(groups) : null;
  const mine = whyNotChange(facts) === null;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    stateReason: row.stateReason,
    title: row.title,
    frameworkId: row.frameworkId,
    levelKey: row.levelKey,
    level: levels(row.frameworkId, row.levelKey),
    locations: row.locations,
    seats: row.seats,
    band: bandOf(row),
    reason: row.reason,
    job: await jobOf(ctx, row.jobId),
    raised: row.offerId !== null,
    offer: await offerOf(ctx, loaded, duties),
    author: person(row.authorId),
    createdAt: toInstant(row.createdAt),
    requestedAt: toInstant(row.requestedAt),
    approvedAt: toInstant(row.approvedAt),
    round: row.approvalRound,
    endedAt: toInstant(row.endedAt),
    groups: groups.map(({ name, approvals, members }, index) => ({
      name,
      approvals,
      inTurn: index === turn,
      members: members
        .map(({ memberId, approvedAt }) => ({
          ...person(memberId),
          approvedAt: toInstant(approvedAt),
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    })),
    openings,
    approvers: mine
      ? (await fitApprovers(ctx, aboutOf(loaded))).map(({ id, name }) => ({ id, name }))
      : [],
    mineToApprove: row.state === "pending" && duties.has("approver"),
    may: await mayDo(ctx, loaded, duties),
  };
}

async function mayDo(
  ctx: ReadCtx,
  loaded: LoadedRequisition,
  duties: ReadonlySet<Duty>,
): Promise<RequisitionView["may"]> {
  const { row, candidateId } = loaded;
  const facts = factsOf(ctx, loaded);
  const ask: Ask =
    candidateId === null
      ? (permission, denial) => mayOf(whyNotAllowed(permission, duties), denial)
      : await askMay({ ...ctx, duties }, candidateId);
  return {
    change: ask("requisition.draft", whyNotChange(facts)),
    request: ask("requisition.request", whyNotRequest(facts)),
    approve: ask("requisition.approve", whyNotApprove(facts)),
    sendBack: ask("requisition.sendBack", whyNotFrom(row.state, "sendBack")),
    hold: ask("requisition.hold", whyNotFrom(row.state, "hold")),
    resume: ask("requisition.resume", whyNotFrom(row.state, "resume")),
    cancel: ask("requisition.cancel", whyNotCancel(facts)),
    createJob: ask("job.create", whyNotMakeJob(row)),
  };
}

async function jobOf(ctx: ReadCtx, jobId: string | null): Promise<RequisitionView["job"]> {
  if (jobId === null) return null;
  const [row] = await ctx.read
    .select({ id: job.id, title: job.title })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, jobId)));
  return row ?? null;
}

/** The offer that it was raised for, to who leads its job: others learn that it was raised alone. */
async function offerOf(
  ctx: ReadCtx,
  { row }: LoadedRequisition,
  duties: ReadonlySet<Duty>,
): Promise<RequisitionView["offer"]> {
  if (row.offerId === null || whyNotAllowed("offer.list", duties) !== null) return null;
  const [found] = await ctx.read
    .select({ id: offer.id, applicationId: offer.applicationId, candidate: candidate.name })
    .from(offer)
    .innerJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(and(eq(offer.orgId, ctx.org.id), eq(offer.id, row.offerId)));
  return found ?? null;
}

async function namesOf(
  ctx: Pick<ReadCtx, "read" | "org">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
