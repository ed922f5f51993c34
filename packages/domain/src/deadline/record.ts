import { createHash } from "node:crypto";
import { application, candidate, job, offer, offerCondition } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { deadlineView } from "./access.ts";
import { LIVE } from "../offer/condition-rules.ts";
import { beginDeadline, isSome } from "./begin.ts";
import { dueAfter, startOfDay } from "./due.ts";
import { timeZoneOf } from "./facts.ts";
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
  requireWhole(input);
  if (kind === "works_council" && applicationId !== null) {
    await requireNotOnOffer(ctx, applicationId);
  }
  const timeZone = await timeZoneOf(ctx);
  const startsAt = startOfDay(input.since, timeZone);
  if (startsAt > ctx.clock) needs("since", "The day on which it began has come already.");
  const setBy =
    kind === "own"
      ? ownSource(input, timeZone)
      : await sourcesOf(ctx, { kind, startsAt }, { regions: of.regions, timeZone });
  if (!isSome(setBy)) {
    return needs("kind", "No law of the job's places sets this one: write it down as your own.");
  }
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

/** Where an offer states the council's consent, its week begins there. */
async function requireNotOnOffer(ctx: CommandCtx, applicationId: string): Promise<void> {
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
  if (rows.length > 0) {
    needs("kind", "The offer states the works council's consent: say there that it was asked.");
  }
}

/** Tells titles apart without holding their words, which go with the person they are about. */
function digestOf(title: string): string {
  return createHash("sha256").update(title).digest("base64url").slice(0, 16);
}

function requireWhole({ kind, applicationId, title, since, due }: Input): void {
  if (kind === "own") {
    if (title === "") needs("title", "Say what is to be done.");
    if (due === null) needs("due", "Say by when.");
    else if (due < since) needs("due", "It ends no earlier than it begins.");
  } else if (due !== null) needs("due", "The law settles when this is due.");
  const aboutSomebody = kind === "works_council" || kind === "access_request";
  if (aboutSomebody && applicationId === null) needs("applicationId", "Say whom it is about.");
}

function needs(field: string, sentence: string): never {
  return refuse("DEADLINE_NEEDS", { fields: { [field]: sentence } });
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
