import { hiringTeam } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { ownJobs } from "../interview/own-jobs.ts";
import { fitMembers } from "./approvers.ts";
import type { LoadedOffers, OfferRow } from "./facts.ts";

/**
 * Whoever may answer an exception of this version: those who lead the job and its approvers, but
 * neither its author nor who asked for it (law 8), nobody whom law 1 or 7 keeps away.
 */
export async function exceptionDeciders(
  ctx: CommandCtx,
  { row, groups }: LoadedOffers,
  version: OfferRow,
  askedBy: string,
): Promise<string[]> {
  const leads = await ctx.tx
    .selectDistinct({ id: hiringTeam.memberId })
    .from(hiringTeam)
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, row.jobId),
        inArray(hiringTeam.duty, ["recruiter", "hiring_manager", "substitute"]),
        isHeldDuty(),
      ),
    );
  const approvers = (groups.get(version.id) ?? [])
    .flatMap((group) => group.members)
    .filter((one) => one.replacedAt === null)
    .map((one) => one.memberId);
  const fit = await fitMembers(ctx, row.candidateId, version.authorId);
  const named = new Set([...leads.map((one) => one.id), version.approverId, ...approvers]);
  const deciders: string[] = [];
  for (const id of named) {
    if (id === askedBy || !fit.has(id)) continue;
    const { appliedTo } = await ownJobs(ctx.tx, ctx.org.id, id);
    if (!appliedTo.includes(row.jobId)) deciders.push(id);
  }
  return deciders;
}
