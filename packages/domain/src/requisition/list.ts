import {
  application,
  job,
  member,
  offer,
  opening,
  requisition,
  requisitionApprover,
} from "@rubric/db/schema";
import { and, count, desc, eq, exists, inArray, lt, notExists, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { ownApplicationTo } from "../application/visible-jobs.ts";
import { approvalHindrance } from "../approval/groups.ts";
import type { Member, ReadCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { ownJobs } from "../interview/own-jobs.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { sealsOf } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import { fitApprovers } from "./approvers.ts";
import { groupsOfMany } from "./groups.ts";
import { levelNames } from "./levels.ts";
import { requisitionRequiredRule } from "./required.ts";
import type { ListRequisitionsInput, RequisitionListView } from "./schemas.ts";

const PAGE = 50;

/** The requisitions that one may see, newest first; none of an offer that is sealed to the reader. */
export async function listRequisitions(
  ctx: ReadCtx,
  input: z.infer<typeof ListRequisitionsInput>,
): Promise<RequisitionListView> {
  const reader = requireMember(ctx);
  const { read } = ctx;
  const rows = await read
    .select({
      row: requisition,
      author: member.name,
      job: job.title,
      candidateId: application.candidateId,
    })
    .from(requisition)
    .innerJoin(
      member,
      and(eq(member.orgId, requisition.orgId), eq(member.id, requisition.authorId)),
    )
    .leftJoin(job, and(eq(job.orgId, requisition.orgId), eq(job.id, requisition.jobId)))
    .leftJoin(offer, and(eq(offer.orgId, requisition.orgId), eq(offer.id, requisition.offerId)))
    .leftJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .where(
      and(
        await seenBy(ctx, reader),
        input.states.length === 0 ? undefined : inArray(requisition.state, input.states),
        input.cursor == null ? undefined : lt(requisition.id, input.cursor),
      ),
    )
    .orderBy(desc(requisition.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const seals = await sealsOf(
    ctx,
    page.flatMap((one) => (one.candidateId === null ? [] : [one.candidateId])),
  );
  const shown = page.filter(
    ({ candidateId }) => candidateId === null || seals(candidateId).blind === null,
  );
  const ids = shown.map(({ row }) => row.id);
  const seats = await seatsOf(ctx, ids);
  const groups = await groupsOfMany(
    ctx,
    shown.map(({ row }) => row),
  );
  const level = await levelNames(
    ctx,
    shown.map(({ row }) => row.frameworkId),
  );
  const about = { jobId: null, candidateId: null, authorId: reader.memberId };
  const asks = mayOf(whyNotAllowed("requisition.draft", ctx.duties));
  return {
    requisitions: shown.map(({ row, author, job: title }) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      title: row.title,
      level: level(row.frameworkId, row.levelKey),
      locations: row.locations,
      seats: row.seats,
      filled: seats(row.id, "filled"),
      reserved: seats(row.id, "reserved"),
      job: title,
      raised: row.offerId !== null,
      author,
      createdAt: toInstant(row.createdAt),
      waitsForMe:
        row.state === "pending" &&
        approvalHindrance(groups.get(row.id) ?? [], reader.memberId) === null,
    })),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.row.id ?? null) : null,
    required:
      ctx.policy.ask(requisitionRequiredRule, { approved: false }, { regions: [] }) !== null,
    approvers:
      asks === null ? (await fitApprovers(ctx, about)).map(({ id, name }) => ({ id, name })) : [],
    may: { ask: asks },
  };
}

/** One's own, those one is asked to approve, those of jobs one leads; an admin all of them. */
async function seenBy(ctx: ReadCtx, reader: Member) {
  const { memberId, roles } = reader;
  const takesPart = roles.some((role) => role !== "auditor");
  const jobs = await ownJobs(ctx.read, ctx.org.id, memberId);
  const asked = ctx.read
    .select({ one: sql`1` })
    .from(requisitionApprover)
    .where(
      and(
        eq(requisitionApprover.orgId, requisition.orgId),
        eq(requisitionApprover.requisitionId, requisition.id),
        eq(requisitionApprover.round, requisition.approvalRound),
        eq(requisitionApprover.memberId, memberId),
      ),
    );
  const leads = [...jobs.leads];
  return and(
    eq(requisition.orgId, ctx.org.id),
    takesPart
      ? or(
          roles.includes("admin") ? sql`true` : undefined,
          eq(requisition.authorId, memberId),
          exists(asked),
          leads.length === 0 ? undefined : inArray(requisition.jobId, leads),
        )
      : sql`false`,
    notExists(ownApplicationTo(ctx, reader)),
  );
}

async function seatsOf({ read, org }: Pick<ReadCtx, "read" | "org">, ids: readonly string[]) {
  if (ids.length === 0) return () => 0;
  const rows = await read
    .select({ requisitionId: opening.requisitionId, state: opening.state, seats: count() })
    .from(opening)
    .where(and(eq(opening.orgId, org.id), inArray(opening.requisitionId, [...ids])))
    .groupBy(opening.requisitionId, opening.state);
  return (id: string, state: "filled" | "reserved") =>
    rows.find((one) => one.requisitionId === id && one.state === state)?.seats ?? 0;
}
