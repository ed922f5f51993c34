import {
  adjustment,
  applicationEvent,
  applicationStage,
  breakGlass,
  deviation,
  disclosure,
  job,
  member,
  note,
  stage,
} from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Known } from "../../application/known.ts";
import type { ApplicationRow } from "../../application/rows.ts";
import type { ReadCtx } from "../../context.ts";
import { toInstant } from "../../wire.ts";
import type { ExportedApplication } from "./schema.ts";
import { exportedDebriefs, exportedDecisions } from "./decisions.ts";
import { type Duties, dutiesOnJob } from "./duties.ts";
import { exportedFeedback } from "./feedback.ts";
import { exportedInterviews } from "./interviews.ts";
import { exportedOffers } from "./offers.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;
type Part<K extends keyof ExportedApplication> = Promise<ExportedApplication[K]>;

/**
 * One application with all that was ever written to it; who wrote it stands there by duty. A
 * rejection that the candidate is yet to hear of is not in force: it can be taken back.
 */
export async function exportedApplication(
  ctx: Ctx,
  row: ApplicationRow,
  known: Known,
): Promise<ExportedApplication> {
  const untoldSince = known.told ? null : row.endedAt;
  const isToldOf = (at: string | null) =>
    untoldSince === null || at === null || new Date(at) < untoldSince;
  const [of] = await ctx.read
    .select({ title: job.title })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, row.jobId)));
  const by = await dutiesOnJob(ctx, row.jobId);
  return {
    job: of?.title ?? "",
    state: known.state,
    stateReason: known.told ? row.stateReason : null,
    source: row.source,
    createdAt: toInstant(row.createdAt),
    endedAt: known.told ? toInstant(row.endedAt) : null,
    nextWordAt: toInstant(known.nextWordAt),
    answers: row.answers.map(({ text, answer }) => ({ question: text, answer })),
    stages: (await stages(ctx, row.id)).map(({ decidedAt, ...one }) => ({
      ...one,
      decidedAt: isToldOf(decidedAt) ? decidedAt : null,
    })),
    interviews: await exportedInterviews(ctx, row.id),
    notes: await notes(ctx, row.id, by),
    debriefs: await exportedDebriefs(ctx, row.id),
    decisions: (await exportedDecisions(ctx, row.id, by)).filter((one) => isToldOf(one.at)),
    offers: await exportedOffers(ctx, row.id, by),
    rangesShown: await ranges(ctx, row.id),
    adjustments: await adjustments(ctx, row.id),
    feedback: await exportedFeedback(ctx, row, by),
    deviations: await deviations(ctx, row.id, by),
    sealsBroken: await sealsBroken(ctx, row.id, by),
    timeline: (await timeline(ctx, row.id, by)).filter((one) => isToldOf(one.at)),
  };
}

async function stages(ctx: Ctx, id: string): Part<"stages"> {
  const rows = await ctx.read
    .select({
      name: stage.name,
      enteredAt: applicationStage.enteredAt,
      decidedAt: applicationStage.decidedAt,
    })
    .from(applicationStage)
    .innerJoin(
      stage,
      and(eq(stage.orgId, applicationStage.orgId), eq(stage.id, applicationStage.stageId)),
    )
    .where(and(eq(applicationStage.orgId, ctx.org.id), eq(applicationStage.applicationId, id)))
    .orderBy(asc(applicationStage.enteredAt), asc(stage.position));
  return rows.map(({ name, enteredAt, decidedAt }) => ({
    name,
    enteredAt: toInstant(enteredAt),
    decidedAt: toInstant(decidedAt),
  }));
}

async function notes(ctx: Ctx, id: string, by: Duties): Part<"notes"> {
  const rows = await ctx.read
    .select()
    .from(note)
    .where(and(eq(note.orgId, ctx.org.id), eq(note.applicationId, id)))
    .orderBy(asc(note.createdAt));
  return rows.map(({ authorId, createdAt, kind, text }) => ({
    by: by(authorId),
    at: toInstant(createdAt),
    kind,
    text,
  }));
}

async function ranges(ctx: Ctx, id: string): Part<"rangesShown"> {
  const rows = await ctx.read
    .select()
    .from(disclosure)
    .where(and(eq(disclosure.orgId, ctx.org.id), eq(disclosure.applicationId, id)))
    .orderBy(asc(disclosure.at));
  return rows.map(({ how, region, at, payMinMinor, payMaxMinor, payCurrency }) => ({
    how,
    region,
    at: toInstant(at),
    minMinor: payMinMinor,
    maxMinor: payMaxMinor,
    currency: payCurrency,
  }));
}

async function adjustments(ctx: Ctx, id: string): Part<"adjustments"> {
  const rows = await ctx.read
    .select()
    .from(adjustment)
    .where(and(eq(adjustment.orgId, ctx.org.id), eq(adjustment.applicationId, id)))
    .orderBy(asc(adjustment.createdAt));
  return rows.map(({ asked, effect, createdAt, answeredAt }) => ({
    asked,
    effect,
    createdAt: toInstant(createdAt),
    answeredAt: toInstant(answeredAt),
  }));
}

async function deviations(ctx: Ctx, id: string, by: Duties): Part<"deviations"> {
  const rows = await ctx.read
    .select()
    .from(deviation)
    .where(and(eq(deviation.orgId, ctx.org.id), eq(deviation.applicationId, id)))
    .orderBy(asc(deviation.at));
  return rows.map(({ memberId, at, kind, reason }) => ({
    by: by(memberId),
    at: toInstant(at),
    kind,
    reason,
  }));
}

async function sealsBroken(ctx: Ctx, id: string, by: Duties): Part<"sealsBroken"> {
  const rows = await ctx.read
    .select()
    .from(breakGlass)
    .where(and(eq(breakGlass.orgId, ctx.org.id), eq(breakGlass.applicationId, id)))
    .orderBy(asc(breakGlass.at));
  return rows.map(({ memberId, at, reason }) => ({ by: by(memberId), at: toInstant(at), reason }));
}

async function timeline(ctx: Ctx, id: string, by: Duties): Part<"timeline"> {
  const rows = await ctx.read
    .select()
    .from(applicationEvent)
    .where(and(eq(applicationEvent.orgId, ctx.org.id), eq(applicationEvent.applicationId, id)))
    .orderBy(asc(applicationEvent.at), asc(applicationEvent.id));
  const members = await ctx.read
    .select({ name: member.name })
    .from(member)
    .where(eq(member.orgId, ctx.org.id));
  const names = new Set(members.map((one) => one.name));
  return rows.map(({ at, kind, memberId, facts }) => ({
    at: toInstant(at),
    what: kind,
    by: memberId === null ? "you or the system" : by(memberId),
    details: Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [
        key,
        typeof value === "string" && names.has(value) ? "a member" : value,
      ]),
    ),
  }));
}
