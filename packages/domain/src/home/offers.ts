import {
  application,
  applicationEvent,
  candidate,
  job,
  member,
  offer,
  offerApprover,
  offerGroup,
} from "@rubric/db/schema";
import {
  and,
  asc,
  eq,
  exists,
  inArray,
  isNull,
  min,
  notExists,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { notHidden } from "../interview/own-jobs.ts";
import { sealsOf } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import type { Reader } from "./own-interviews.ts";
import type { WaitingItem } from "./schemas.ts";

/**
 * Offers that the reader approves, since they were asked, and their own that are drafts or approved and not sent yet;
 * none that is sealed to them (law 1).
 */
export async function offersWaiting(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject">,
  reader: Reader,
): Promise<WaitingItem[]> {
  const rows = await ctx.read
    .select({
      offerId: offer.id,
      state: offer.state,
      approverId: offer.approverId,
      createdAt: offer.createdAt,
      approvedAt: offer.approvedAt,
      author: member.name,
      applicationId: application.id,
      candidate: candidate.name,
      candidateId: candidate.id,
      job: job.title,
    })
    .from(offer)
    .innerJoin(member, and(eq(member.orgId, offer.orgId), eq(member.id, offer.authorId)))
    .innerJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        inArray(application.state, ["active", "on_hold"]),
        notHidden(reader.jobs),
        or(
          and(isAsked(ctx, reader.memberId), eq(offer.state, "pending")),
          and(eq(offer.authorId, reader.memberId), inArray(offer.state, ["draft", "approved"])),
        ),
      ),
    )
    .orderBy(asc(offer.createdAt), asc(offer.id));
  const asked = await askedAt(
    ctx,
    rows.filter((row) => row.state === "pending").map((row) => row.applicationId),
  );
  const seals = await sealsOf(ctx, [...new Set(rows.map((row) => row.candidateId))]);
  return rows.flatMap((found) => {
    const { state, approverId: _, candidateId, createdAt, approvedAt, author, ...row } = found;
    if (seals(candidateId).blind !== null) return [];
    const items: WaitingItem[] = [];
    if (state === "pending") {
      const dueAt = toInstant(asked.get(row.offerId) ?? createdAt);
      items.push({ kind: "approval", dueAt, author, ...row });
    }
    if (state === "draft" || state === "approved") {
      const dueAt = toInstant(approvedAt ?? createdAt);
      items.push({ kind: "offer", dueAt, state, ...row });
    }
    return items;
  });
}

/** That the `offer` of the query around it waits for this member: it is their group's turn, and they did not approve yet. */
function isAsked({ read, org }: Pick<ReadCtx, "read" | "org">, memberId: string): SQL | undefined {
  const ofRound = (table: typeof offerApprover | typeof offerGroup) =>
    and(eq(table.orgId, org.id), eq(table.offerId, offer.id), eq(table.round, offer.approvalRound));
  const groups = read
    .select({ one: sql`1` })
    .from(offerGroup)
    .where(ofRound(offerGroup));
  const turn = read
    .select({ position: min(offerGroup.position) })
    .from(offerGroup)
    .where(and(ofRound(offerGroup), isNull(offerGroup.completedAt)));
  const seat = read
    .select({ one: sql`1` })
    .from(offerApprover)
    .where(
      and(
        ofRound(offerApprover),
        eq(offerApprover.memberId, memberId),
        eq(offerApprover.position, turn),
        isNull(offerApprover.approvedAt),
        isNull(offerApprover.replacedAt),
      ),
    );
  return or(exists(seat), and(eq(offer.approverId, memberId), notExists(groups)));
}

/** When the approval of each offer was last asked for, by its id. */
async function askedAt(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationIds: string[],
): Promise<ReadonlyMap<unknown, Date>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await ctx.read
    .select({ facts: applicationEvent.facts, at: applicationEvent.at })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.orgId, ctx.org.id),
        inArray(applicationEvent.applicationId, applicationIds),
        eq(applicationEvent.kind, "offer.request"),
      ),
    )
    .orderBy(asc(applicationEvent.at));
  return new Map(rows.map(({ facts, at }) => [facts["offerId"], at]));
}
