import { together } from "@rubric/db";
import { application, candidate, job, plan, stage } from "@rubric/db/schema";
import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { decisionForms } from "./decision-forms.ts";
import { marksOf, recommendationsOf, seatsAt } from "./marks.ts";
import { decideDenial, movesOf } from "./moves.ts";
import { nextStep } from "./next-step.ts";
import { type Placed, placeAll } from "./placed.ts";
import { Refusals } from "./refusals.ts";
import type { StageRow } from "./rows.ts";
import type { ApplicationState } from "./rules.ts";
import type { BoardInput, BoardView, CardView } from "./schemas.ts";
import { notOwnApplication } from "./visible-jobs.ts";

const SHOWN = 600;
const DAY = 86_400_000;

/** The pipeline of a job. What judges a candidate is on a card only where it is open (law 1). */
export async function showBoard(
  ctx: ReadCtx,
  input: z.infer<typeof BoardInput>,
): Promise<BoardView> {
  const [[of], shown, many, current] = await together([
    ctx.read
      .select()
      .from(job)
      .where(and(eq(job.orgId, ctx.org.id), eq(job.id, input.jobId))),
    underWay(ctx, input.jobId).limit(SHOWN),
    countByState(ctx, input.jobId),
    currentStages(ctx, input.jobId),
  ]);
  if (of === undefined) return refuse("NOT_FOUND", {});
  const rows = shown.map((one) => one.row);
  const [placed, plans] = await together([
    placeAll(ctx, of, rows),
    decisionForms(ctx, [...new Set(rows.map((row) => row.planId))]),
  ]);
  const names = new Map(shown.map((one) => [one.row.id, one]));
  const refusals = new Refusals();
  const open = await recommendationsOf(
    ctx,
    placed
      .filter((at) => at.facts.stage.interviewed && at.facts.seal === null)
      .flatMap((at) => seatsAt(at.seal.seats, at.row.id, at.stage.id))
      .map((seat) => seat.scorecardId),
  );
  const cards = placed.map((at) => ({
    ...cardOf(ctx, at, names.get(at.row.id), refusals),
    marks: marksOf(seatsAt(at.seal.seats, at.row.id, at.stage.id), open),
  }));
  return {
    job: {
      id: of.id,
      slug: of.slug,
      title: of.title,
      team: of.team,
      state: of.state,
      levelKey: of.levelKey,
    },
    columns: columnsOf(current, placed, cards),
    cards,
    refusals: refusals.all,
    hidden: Math.max(0, many("active") + many("on_hold") - shown.length),
    ended: {
      rejected: many("rejected"),
      withdrawn: many("withdrawn"),
      transferred: many("transferred"),
      hired: many("hired"),
    },
    plans,
    may: {
      decide: ctx.duties.has("job_manager") || ctx.duties.has("job_recruiter"),
      move: ctx.duties.has("job_manager"),
      add: ctx.duties.has("job_manager") || ctx.duties.has("job_recruiter"),
    },
  };
}

/** Those under way in a job, who wait longest in their stage first. */
export function underWay(ctx: Pick<ReadCtx, "read" | "org" | "actor">, jobId: string) {
  return ctx.read
    .select({ row: application, name: candidate.name, headline: candidate.headline })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.jobId, jobId),
        notOwn(ctx),
        inArray(application.state, ["active", "on_hold"]),
      ),
    )
    .orderBy(asc(application.enteredStageAt), asc(application.id));
}

function notOwn(ctx: Pick<ReadCtx, "read" | "org" | "actor">) {
  return ctx.actor.kind === "member"
    ? notOwnApplication(ctx.org.id, ctx.actor.memberId)
    : undefined;
}

function cardOf(
  ctx: ReadCtx,
  at: Placed,
  person: { name: string; headline: string } | undefined,
  refusals: Refusals,
): Omit<CardView, "marks"> {
  const { row } = at;
  const sealed = at.facts.seal;
  return {
    applicationId: row.id,
    candidateId: row.candidateId,
    name: person?.name ?? "",
    headline: person?.headline ?? "",
    column: at.stage.key,
    stageId: row.stageId,
    planId: row.planId,
    interviewed: at.facts.stage.interviewed,
    state: row.state === "on_hold" ? "on_hold" : "active",
    source: row.source,
    createdAt: toInstant(row.createdAt),
    enteredStageAt: toInstant(row.enteredStageAt),
    daysInStage: daysSince(row.enteredStageAt, ctx.clock),
    nextWordAt: toInstant(row.nextWordAt),
    late: row.nextWordAt !== null && row.nextWordAt < ctx.clock,
    sealed: refusals.at(sealed),
    next: nextStepOf(ctx, at),
    moves: movesOf(ctx, at).map(({ to, how, denial }) => ({
      column: to.key,
      stageId: to.id,
      how,
      refusal: refusals.at(denial),
    })),
    reject: refusals.at(decideDenial(ctx, at, "reject")),
  };
}

/** What the application waits for now. */
export function nextStepOf(ctx: Pick<ReadCtx, "duties">, at: Placed) {
  const manages = ctx.duties.has("job_manager");
  const leads = manages || ctx.duties.has("job_recruiter");
  return nextStep({
    reader: {
      decides: at.facts.decider !== null,
      manages,
      leads,
      schedules: leads || ctx.duties.has("job_coordinator"),
    },
    manager: at.facts.job.manager,
    offerDecided: at.facts.offerDecided,
    state: at.row.state,
    nextWordAt: at.row.nextWordAt,
    stageKind: at.stage.kind,
    interviews: at.interviews.filter((one) => one.stageId === at.stage.id),
    owed: at.owed.length,
    quorumMet: at.facts.quorum.counted >= at.facts.quorum.needed,
    asksForDebrief: at.stage.debrief,
    session: at.facts.session,
    offer: at.seal.blind === null ? at.offer : "sealed",
  });
}

async function currentStages(ctx: ReadCtx, jobId: string): Promise<StageRow[]> {
  const rows = await ctx.read
    .select({ stage })
    .from(stage)
    .innerJoin(plan, and(eq(plan.orgId, stage.orgId), eq(plan.id, stage.planId)))
    .where(and(eq(stage.orgId, ctx.org.id), eq(plan.jobId, jobId), eq(plan.state, "current")))
    .orderBy(asc(stage.position));
  return rows.map((row) => row.stage);
}

/** The current plan's stages; a stage of an earlier plan that someone is still in stands at the end. */
function columnsOf(
  current: readonly StageRow[],
  placed: readonly Placed[],
  cards: readonly CardView[],
): BoardView["columns"] {
  const stages = [...current];
  for (const { stage: at } of placed) {
    if (!stages.some((one) => one.key === at.key)) stages.push(at);
  }
  return stages.map(({ key, name, kind }) => {
    const days = cards.filter((card) => card.column === key).map((card) => card.daysInStage);
    return { key, name, kind, count: days.length, medianDays: median(days) };
  });
}

function median(days: readonly number[]): number | null {
  const sorted = days.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) / 2);
}

/** How many applications to the job are in a state. */
async function countByState(
  ctx: ReadCtx,
  jobId: string,
): Promise<(state: ApplicationState) => number> {
  const rows = await ctx.read
    .select({ state: application.state, many: count() })
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.jobId, jobId), notOwn(ctx)))
    .groupBy(application.state);
  return (state) => rows.find((row) => row.state === state)?.many ?? 0;
}

/** Whole days since then. */
function daysSince(then: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - then.getTime()) / DAY));
}
