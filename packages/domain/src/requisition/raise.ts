import { newId } from "@rubric/db";
import { jobPost, requisition } from "@rubric/db/schema";
import { and, desc, eq, inArray, isNotNull, max } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { JobDetails } from "../job/access.ts";
import { type About, fitApprovers, type NamedGroup } from "./approvers.ts";
import { groupsOf, writeGroups } from "./groups.ts";
import { RAISED } from "./raised.ts";
import type { RequisitionRow } from "./seats.ts";
import { tellInTurn } from "./tell.ts";

type Raised = {
  job: JobDetails;
  offer: { id: string; approverId: string };
  candidateId: string;
  authorId: string;
  seats: number;
};

/**
 * – → pending, by the system: asks for the seats that an offer beyond headcount needs, names the
 * offer, and asks those who approved for the job before; else the offer's approver; else an admin.
 * Nobody whom law 7 keeps from the candidate, and never who sends the offer.
 */
export async function raiseRequisition(ctx: CommandCtx, of: Raised): Promise<RequisitionRow> {
  const { job, offer, seats, authorId, candidateId } = of;
  const groups = await groupsFor(ctx, of, { jobId: job.id, candidateId, authorId });
  const row = await insertRequisition(ctx, {
    title: job.title,
    frameworkId: job.frameworkId,
    levelKey: job.levelKey,
    locations: job.locations,
    seats,
    ...(await publishedBand(ctx, job.id)),
    reason: RAISED,
    jobId: job.id,
    offerId: offer.id,
    authorId,
    state: "pending",
    approvalRound: 1,
    requestedAt: ctx.clock,
  });
  await writeGroups(ctx, row, groups);
  await tellInTurn(ctx, row.id, await groupsOf(ctx, row));
  return row;
}

type Values = Omit<typeof requisition.$inferInsert, "orgId" | "id" | "number" | "createdAt">;

/** Writes a requisition under the next number of the organization; rivals take the one after it. */
export async function insertRequisition(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  values: Values,
): Promise<RequisitionRow> {
  for (;;) {
    const [last] = await ctx.tx
      .select({ number: max(requisition.number) })
      .from(requisition)
      .where(eq(requisition.orgId, ctx.org.id));
    const [row] = await ctx.tx
      .insert(requisition)
      .values({
        ...values,
        orgId: ctx.org.id,
        id: newId(),
        number: (last?.number ?? 0) + 1,
        createdAt: ctx.clock,
      })
      .onConflictDoNothing({ target: [requisition.orgId, requisition.number] })
      .returning();
    if (row !== undefined) return row;
  }
}

async function groupsFor(
  ctx: CommandCtx,
  { job, offer }: Raised,
  about: About,
): Promise<NamedGroup[]> {
  const fit = await fitApprovers(ctx, about);
  const admins = fit.filter((one) => one.roles.includes("admin")).map((one) => one.id);
  const one = (memberIds: string[]): NamedGroup[] => [
    { name: "Approval", approvals: 1, memberIds },
  ];
  const ways = [await groupsBefore(ctx, job.id), one([offer.approverId]), one(admins)];
  const fitIds = new Set(fit.map(({ id }) => id));
  for (const groups of ways) {
    const left = groups.flatMap(({ name, approvals, memberIds }) => {
      const members = memberIds.filter((id) => fitIds.has(id));
      if (members.length === 0) return [];
      return [{ name, approvals: Math.min(approvals, members.length), memberIds: members }];
    });
    if (left.length > 0) return left;
  }
  return refuse("REQUISITION_APPROVER_UNFIT", { why: "nobody" });
}

/** The groups that approved the job's newest approved requisition; none if there is none. */
async function groupsBefore(ctx: CommandCtx, jobId: string): Promise<NamedGroup[]> {
  const [before] = await ctx.tx
    .select()
    .from(requisition)
    .where(
      and(
        eq(requisition.orgId, ctx.org.id),
        eq(requisition.jobId, jobId),
        inArray(requisition.state, ["approved", "on_hold", "fulfilled"]),
      ),
    )
    .orderBy(desc(requisition.number))
    .limit(1);
  if (before === undefined) return [];
  return (await groupsOf(ctx, before)).map(({ name, approvals, members }) => ({
    name,
    approvals,
    memberIds: members.map((one) => one.memberId),
  }));
}

async function publishedBand(ctx: CommandCtx, jobId: string) {
  const [post] = await ctx.tx
    .select({
      payMinMinor: jobPost.payMinMinor,
      payMaxMinor: jobPost.payMaxMinor,
      payCurrency: jobPost.payCurrency,
    })
    .from(jobPost)
    .where(
      and(
        eq(jobPost.orgId, ctx.org.id),
        eq(jobPost.jobId, jobId),
        isNotNull(jobPost.publishedAt),
        isNotNull(jobPost.payMinMinor),
        isNotNull(jobPost.payMaxMinor),
        isNotNull(jobPost.payCurrency),
      ),
    )
    .orderBy(desc(jobPost.number))
    .limit(1);
  return post ?? { payMinMinor: null, payMaxMinor: null, payCurrency: null };
}
