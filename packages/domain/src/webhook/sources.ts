import { application, applicationEvent, erasure } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { rejectionMail } from "../application/rejection-mail.ts";
import type { AuditStage, CommandCtx } from "../context.ts";
import type { Permission } from "../permissions.ts";
import type { EventData, EventName } from "./events.ts";
import {
  applicationFacts,
  debriefFacts,
  interviewFacts,
  offerFacts,
  postFacts,
  scorecardFacts,
} from "./facts.ts";

/** An event that happened, with what its kind carries. */
export type Happened = { [N in EventName]: { name: N; data: EventData<N> } }[EventName];

type SourceCtx = Pick<CommandCtx, "read" | "org" | "clock">;

type Source = {
  /** What the command can lead to; nothing is read while nobody wants any of it. */
  events: readonly EventName[];
  /** What it led to, by what it staged for the audit trail; null where that is no event. */
  read(ctx: SourceCtx, staged: AuditStage): Promise<Happened | null>;
};

const Fields = z.record(z.string(), z.unknown()).catch({});

/** A field of what a command staged as its text; empty where there is none. */
function text(of: Record<string, unknown> | undefined, field: string): string {
  const value = Fields.parse(of)[field];
  return typeof value === "string" ? value : "";
}

async function ofStage(ctx: SourceCtx, id: string) {
  const { applicationId, candidateId, jobId, stageId } = await applicationFacts(ctx, id);
  return { applicationId, candidateId, jobId, stageId };
}

async function received(ctx: SourceCtx, id: string): Promise<Happened | null> {
  const { source } = await applicationFacts(ctx, id);
  if (source === "transferred") return null;
  return { name: "application.received", data: { ...(await ofStage(ctx, id)), source } };
}

/** Of a member's word the subject is the candidate, of whom one application to the job goes on. */
async function referred(ctx: SourceCtx, staged: AuditStage): Promise<Happened | null> {
  if (staged.after?.["started"] !== true) return null;
  const [row] = await ctx.read
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.candidateId, staged.subject.id),
        eq(application.jobId, text(staged.after, "jobId")),
      ),
    )
    .orderBy(desc(application.createdAt))
    .limit(1);
  return row === undefined ? null : received(ctx, row.id);
}

const Entered = z.object({ stageId: z.uuid(), fromStageId: z.uuid() });

/** The step that an application took in this very command, by its timeline. */
async function moved(ctx: SourceCtx, id: string): Promise<Happened | null> {
  const [line] = await ctx.read
    .select({ facts: applicationEvent.facts })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.orgId, ctx.org.id),
        eq(applicationEvent.applicationId, id),
        eq(applicationEvent.at, ctx.clock),
        eq(applicationEvent.kind, "application.stage_entered"),
      ),
    )
    .orderBy(desc(applicationEvent.id))
    .limit(1);
  if (line === undefined) return null;
  const { stageId, fromStageId } = Entered.parse(line.facts);
  return {
    name: "application.moved",
    data: { ...(await ofStage(ctx, id)), stageId, fromStageId },
  };
}

/** A decision moves on or takes up again; that it rejects is told once the candidate was told. */
async function decided(ctx: SourceCtx, staged: AuditStage): Promise<Happened | null> {
  const id = text(staged.after, "applicationId");
  const before = text(staged.before, "application");
  if (text(staged.after, "kind") === "reject") return null;
  if (before !== "rejected" && before !== "withdrawn") return moved(ctx, id);
  const mail = before === "rejected" ? await rejectionMail(ctx, id) : null;
  // Whoever never heard of an end hears of no new beginning.
  if (mail !== null && mail.state !== "sent" && mail.state !== "failed") return moved(ctx, id);
  return { name: "application.reopened", data: await ofStage(ctx, id) };
}

/** The person, or some of their applications: then nothing says whose they were. */
async function erased(
  ctx: SourceCtx,
  { subject, erased: of }: AuditStage,
): Promise<Happened | null> {
  if (of === undefined) return null;
  if (!of.person) {
    const applicationIds = [...of.applicationIds];
    return applicationIds.length === 0
      ? null
      : { name: "application.erased", data: { applicationIds } };
  }
  const [row] = await ctx.read
    .select({ candidateId: erasure.candidateId })
    .from(erasure)
    .where(and(eq(erasure.orgId, ctx.org.id), eq(erasure.id, subject.id)));
  return row === undefined ? null : { name: "candidate.erased", data: row };
}

/** A source whose one event is read from the subject that the command staged. */
function one<N extends EventName>(
  name: N,
  read: (ctx: SourceCtx, id: string, staged: AuditStage) => Promise<Happened | null>,
): Source {
  return { events: [name], read: (ctx, staged) => read(ctx, staged.subject.id, staged) };
}

const interviewSource = (
  name: "interview.scheduled" | "interview.moved" | "interview.reassigned" | "interview.cancelled",
) =>
  one(name, async (ctx, id) => {
    const { absent: _absent, ...data } = await interviewFacts(ctx, id);
    return { name, data };
  });

const offerSource = (
  name: "offer.accepted" | "offer.declined" | "offer.withdrawn" | "offer.confirmed",
) => one(name, async (ctx, id) => ({ name, data: (await offerFacts(ctx, id)).of }));

const jobSource = (name: "job.opened" | "job.held" | "job.resumed" | "job.closed") =>
  one(name, async (_ctx, jobId) => ({ name, data: { jobId } }));

const debriefSource = (name: "debrief.opened" | "debrief.closed") =>
  one(name, async (ctx, id) => ({ name, data: await debriefFacts(ctx, id) }));

const scorecardSource = (name: "scorecard.submitted" | "scorecard.excused") =>
  one(name, async (ctx, id) => ({ name, data: await scorecardFacts(ctx, id) }));

const postSource = (name: "post.published" | "post.unpublished") =>
  one(name, async (ctx, id) => ({ name, data: await postFacts(ctx, id) }));

const waitSource = (name: "application.held" | "application.resumed") =>
  one(name, async (ctx, id) => {
    const { nextWordAt } = await applicationFacts(ctx, id);
    const data = { ...(await ofStage(ctx, id)), nextWordAt: nextWordAt?.toISOString() ?? null };
    return { name, data };
  });

const receivedSource = one("application.received", async (ctx, id, staged) =>
  staged.subject.kind === "application" ? received(ctx, id) : null,
);
const withdrawnSource = one("application.ended", async (ctx, id) => ({
  name: "application.ended",
  data: { ...(await ofStage(ctx, id)), outcome: "withdrawn" },
}));

/** Which commands are events to the world outside; what stands in no row is none. */
export const SOURCES: Partial<Record<Permission, Source>> = {
  "candidate.applyToJob": receivedSource,
  "candidate.add": receivedSource,
  "candidate.refer": { events: ["application.received"], read: referred },
  "application.move": one("application.moved", moved),
  "debrief.decide": { events: ["application.moved", "application.reopened"], read: decided },
  "debrief.reverse": { events: ["application.moved", "application.reopened"], read: decided },
  "application.hold": waitSource("application.held"),
  "application.resume": waitSource("application.resumed"),
  "application.withdraw": withdrawnSource,
  "candidate.withdraw": withdrawnSource,
  "application.transfer": one("application.transferred", async (ctx, id, { after }) => {
    const { applicationId, candidateId, jobId } = await applicationFacts(ctx, id);
    const to = { toApplicationId: text(after, "applicationId"), toJobId: text(after, "jobId") };
    return {
      name: "application.transferred",
      data: { applicationId, candidateId, jobId, ...to },
    };
  }),

  "interview.schedule": interviewSource("interview.scheduled"),
  "interview.chooseTime": interviewSource("interview.scheduled"),
  "interview.move": interviewSource("interview.moved"),
  "interview.swap": interviewSource("interview.reassigned"),
  "interview.cancel": interviewSource("interview.cancelled"),
  "interview.markAbsent": one("interview.missed", async (ctx, id) => {
    const { absent, ...data } = await interviewFacts(ctx, id);
    return absent === null ? null : { name: "interview.missed", data: { ...data, absent } };
  }),

  "scorecard.submit": scorecardSource("scorecard.submitted"),
  "scorecard.excuse": scorecardSource("scorecard.excused"),
  "debrief.open": debriefSource("debrief.opened"),
  "debrief.reopen": debriefSource("debrief.opened"),
  "debrief.close": debriefSource("debrief.closed"),

  "offer.send": one("offer.sent", async (ctx, id) => {
    const { of, expiresAt } = await offerFacts(ctx, id);
    return { name: "offer.sent", data: { ...of, expiresAt } };
  }),
  "offer.accept": offerSource("offer.accepted"),
  "offer.decline": offerSource("offer.declined"),
  "offer.withdraw": offerSource("offer.withdrawn"),
  "offer.confirm": offerSource("offer.confirmed"),
  "offer.fellThrough": one("offer.fell_through", async (ctx, id, { after }) => {
    const outcome = text(after, "application") === "rejected" ? "rejected" : "withdrawn";
    return { name: "offer.fell_through", data: { ...(await offerFacts(ctx, id)).of, outcome } };
  }),

  "job.open": jobSource("job.opened"),
  "job.reopen": jobSource("job.opened"),
  "job.hold": jobSource("job.held"),
  "job.resume": jobSource("job.resumed"),
  "job.close": jobSource("job.closed"),
  "job.publishPost": postSource("post.published"),
  "job.unpublishPost": postSource("post.unpublished"),

  "retention.eraseCandidate": { events: ["candidate.erased", "application.erased"], read: erased },
};
