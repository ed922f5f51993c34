import { createHash } from "node:crypto";
import { application, candidate, job, offer, offerCondition } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { deadlineView } from "./access.ts";
import { LIVE } from "../offer/condition-rules.ts";
import { beginDeadline, isSome } from "./begin.ts";
import { dueAfter, startOfDay } from "./due.ts";
import { timeZoneOf } from "./facts.ts";
import { whyNotRecord, whyNotSet } from "./rules.ts";
import type { DeadlineView, RecordDeadlineInput } from "./schemas.ts";
import { sourcesOf } from "./sources.ts";

type Input = z.infer<typeof RecordDeadlineInput>;

/**
 * Writes down a deadline that something outside the product began: an authority's notice, a works
 * council's week, a request for pay information or access, or one of one's own policy.
 */
export async function recordDeadline(ctx: CommandCtx, input: Input): Promise<DeadlineView> {
  const { memberId } = requireMember(ctx);
  const { kind, jobId, applicationId } = input;
  const [of] = await ctx.tx
    .select({ regions: job.locations })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, jobId)));
  if (of === undefined) return refuse("NOT_FOUND", {});
  const candidateId = applicationId === null ? null : await candidateOf(ctx, jobId, applicationId);
  const timeZone = await timeZoneOf(ctx);
  const startsAt = startOfDay(input.since, timeZone);
  refuseIf(
    whyNotRecord(input, {
      begun: startsAt <= ctx.clock,
      year: ctx.clock.getUTCFullYear(),
      onOffer: applicationId !== null && (await isOnOffer(ctx, applicationId)),
    }),
  );
  const setBy =
    kind === "own"
      ? ownSource(input, timeZone)
      : await sourcesOf(ctx, { kind, startsAt }, { regions: of.regions, timeZone });
  refuseIf(whyNotSet(setBy.length));
  if (!isSome(setBy)) throw new Error("A deadline was set by nothing.");
  const made = await beginDeadline(ctx, {
    kind,
    subjectId: kind === "access_request" ? (candidateId ?? jobId) : (applicationId ?? jobId),
    origin: `${input.since} ${digestOf(input.title)}`,
    startsAt,
    setBy,
    jobId,
    applicationId,
    candidateId,
    timeZone,
    title: input.title,
    recordedBy: memberId,
  });
  if (made === null) return refuse("DEADLINE_THERE", {});
  ctx.audit({
    subject: { kind: "deadline", id: made.id },
    after: { kind, jobId, applicationId, since: input.since, dueAt: made.dueAt.toISOString() },
    ...(candidateId === null ? {} : { candidateId }),
  });
  return deadlineView(made);
}

async function candidateOf(ctx: CommandCtx, jobId: string, applicationId: string): Promise<string> {
  const [row] = await ctx.tx
    .select({ candidateId: application.candidateId, erasedAt: candidate.erasedAt })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, applicationId),
        eq(application.jobId, jobId),
      ),
    )
    .for("update", { of: application });
  return row?.erasedAt === null ? row.candidateId : refuse("NOT_FOUND", {});
}

/** Whether an offer that stands waits for the works council's consent: its week begins there. */
async function isOnOffer(ctx: CommandCtx, applicationId: string): Promise<boolean> {
  const rows = await ctx.tx
    .select({ id: offerCondition.id })
    .from(offerCondition)
    .innerJoin(
      offer,
      and(eq(offer.orgId, offerCondition.orgId), eq(offer.id, offerCondition.offerId)),
    )
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        eq(offer.applicationId, applicationId),
        inArray(offer.state, [...LIVE]),
        eq(offerCondition.kind, "works_council"),
        eq(offerCondition.state, "open"),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Tells titles apart without holding their words, which go with the person they are about. */
function digestOf(title: string): string {
  return createHash("sha256").update(title).digest("base64url").slice(0, 16);
}

function ownSource({ due, since }: Input, timeZone: string) {
  const end = startOfDay(due ?? since, timeZone);
  return [
    {
      by: "policy" as const,
      region: null,
      rule: "own",
      sentence: "Written down by hand.",
      source: "The organization's own",
      dueAt: dueAfter(end, { count: 0, unit: "day" }, timeZone).toISOString(),
    },
  ];
}
