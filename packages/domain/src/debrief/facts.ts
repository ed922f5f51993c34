import {
  application,
  applicationStage,
  debrief,
  decision,
  job,
  planInterview,
  stage,
} from "@rubric/db/schema";
import { and, asc, desc, eq } from "drizzle-orm";
import { appliedAgain } from "../application/applied-again.ts";
import { isOfferOut } from "../application/offer-out.ts";
import { managersOf } from "../application/placed-rows.ts";
import type { ApplicationRow, StageRow } from "../application/rows.ts";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { type CandidateSeal, sealOf } from "../scorecard/seal-facts.ts";
import { isCounted } from "../scorecard/counting.ts";
import { deciderOf, type SessionState, type StageFacts } from "./rules.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject">;

/** A stage that an application has been in, with what the rules on it ask for. */
export type LoadedStage = {
  row: ApplicationRow;
  job: typeof job.$inferSelect;
  stage: StageRow;
  visit: typeof applicationStage.$inferSelect;
  /** The stages of the plan that the application is judged by, in order. */
  plan: readonly StageRow[];
  next: StageRow | null;
  seal: CandidateSeal;
  session: typeof debrief.$inferSelect | null;
  facts: StageFacts;
};

/** The application of a call; NOT_FOUND outside the organization. */
export async function requireApplication(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
): Promise<ApplicationRow> {
  const [row] = await ctx.read
    .select()
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** Loads a visited stage of an application for its rules; NOT_FOUND for a stage never entered. */
export async function loadStage(
  ctx: Ctx,
  row: ApplicationRow,
  stageId: string,
): Promise<LoadedStage> {
  const { read, org } = ctx;
  const [found] = await read
    .select({ stage, visit: applicationStage, job })
    .from(applicationStage)
    .innerJoin(
      stage,
      and(eq(stage.orgId, applicationStage.orgId), eq(stage.id, applicationStage.stageId)),
    )
    .innerJoin(job, and(eq(job.orgId, applicationStage.orgId), eq(job.id, row.jobId)))
    .where(
      and(
        eq(applicationStage.orgId, org.id),
        eq(applicationStage.applicationId, row.id),
        eq(applicationStage.stageId, stageId),
      ),
    );
  if (found === undefined) return refuse("NOT_FOUND", {});
  const plan = await read
    .select()
    .from(stage)
    .where(and(eq(stage.orgId, org.id), eq(stage.planId, row.planId)))
    .orderBy(asc(stage.position));
  const seal = await sealOf(ctx, row.candidateId);
  const [session] = await read
    .select()
    .from(debrief)
    .where(
      and(
        eq(debrief.orgId, org.id),
        eq(debrief.applicationId, row.id),
        eq(debrief.stageId, stageId),
      ),
    )
    .orderBy(desc(debrief.session))
    .limit(1);
  const here = plan.find((one) => one.key === found.stage.key) ?? found.stage;
  const next = plan.find((one) => one.position > here.position) ?? null;
  const loaded = { row, ...found, plan, next, seal, session: session ?? null };
  return { ...loaded, facts: await factsOf(ctx, loaded) };
}

async function factsOf(ctx: Ctx, loaded: Omit<LoadedStage, "facts">): Promise<StageFacts> {
  const { row, job: of, stage: at, visit, plan, next, seal } = loaded;
  const seated = seal.seats.filter(
    (seat) => seat.applicationId === row.id && seat.state !== "void",
  );
  const interviewed =
    seated.some((seat) => seat.stageId === at.id) || (await hasInterviews(ctx, at.id));
  const quorum = seal.quorum(row.id, at.id);
  const session: SessionState = loaded.session?.state ?? "none";
  return {
    application: row.state,
    job: { ...of, manager: await managersOf(ctx, of.id) },
    stage: {
      name: at.name,
      kind: at.kind,
      asksForDebrief: at.debrief,
      interviewed,
      current: row.stageId === at.id,
      decided: visit.decidedAt !== null,
    },
    now: plan.find((one) => one.id === row.stageId)?.name ?? at.name,
    next,
    quorum: {
      counted: quorum.counted,
      needed: interviewed ? Math.max(1, quorum.needed) : quorum.needed,
    },
    session,
    people: new Set(seated.filter(isCounted).map((seat) => seat.authorId)).size,
    seal: interviewed ? seal.whyNot(row.id, at.id) : null,
    decider: deciderOf(ctx.duties, of.recruiterDecides),
    offerOut: await isOfferOut(ctx, row.id),
    offerDecided: (await recordedOffer(ctx, row.id)) !== null,
    appliedAgain: await appliedAgain(ctx, row),
  };
}

async function hasInterviews(ctx: Ctx, stageId: string): Promise<boolean> {
  const rows = await ctx.read
    .select({ id: planInterview.id })
    .from(planInterview)
    .where(and(eq(planInterview.orgId, ctx.org.id), eq(planInterview.stageId, stageId)))
    .limit(1);
  return rows.length > 0;
}

/** The decision to offer that is in force, or null. */
export async function recordedOffer(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
): Promise<typeof decision.$inferSelect | null> {
  const [row] = await ctx.read
    .select()
    .from(decision)
    .where(
      and(
        eq(decision.orgId, ctx.org.id),
        eq(decision.applicationId, applicationId),
        eq(decision.kind, "offer"),
        eq(decision.state, "recorded"),
      ),
    )
    .orderBy(desc(decision.decidedAt))
    .limit(1);
  return row ?? null;
}
