import type { ReadCtx } from "../context.ts";
import { rejectionDelay } from "../application/rejection-delay.ts";
import { askMay } from "../may.ts";
import { whyNotBreakGlass } from "../scorecard/rules.ts";
import { type PlanCriterion, planLevels } from "./criteria.ts";
import { decisionsOf } from "./decisions.ts";
import { type LoadedStage, loadStage } from "./facts.ts";
import {
  whyNotDecide,
  whyNotLowerQuorum,
  whyNotOpen,
  whyNotReopen,
  whyNotReverse,
  whyNotSkip,
  whyNotSpeak,
} from "./rules.ts";
import { DECISION_KINDS, type DebriefView, type DecisionKind } from "./schemas.ts";

/** The decisions that the reader may read, the form's facts, and what the reader may do. */
export async function decidingOf(
  ctx: ReadCtx,
  loaded: LoadedStage,
  criteria: readonly (PlanCriterion & { rated: boolean })[],
): Promise<Pick<DebriefView, "decisions" | "form" | "may">> {
  const { row, facts, seal } = loaded;
  const duties = isRater(ctx, loaded) ? new Set([...ctx.duties, "author" as const]) : ctx.duties;
  const ask = await askMay({ ...ctx, duties }, row.candidateId);
  const levels = await planLevels(ctx.read, ctx.org.id, row.planId);
  const all = await decisionsOf(ctx.read, ctx.org.id, row.id, levels);
  const latest = all.find((one) => one.state === "recorded");
  const decisions = [];
  for (const one of all.filter((found) => seal.whyNot(row.id, found.stageId) === null)) {
    const of = { ...one, laterStage: one.id === latest?.id ? null : (latest?.stage ?? null) };
    // Only the latest that stands is reversed: the facts of other stages are not asked for.
    const settled = of.state === "superseded" || of.laterStage !== null;
    const at =
      settled || one.stageId === loaded.stage.id
        ? facts
        : (await loadStage(ctx, row, one.stageId)).facts;
    const ways = DECISION_KINDS.map((kind) => whyNotReverse(at, of, kind, ctx.limits));
    const denied = ways.some((way) => way === null) ? null : (ways[0] ?? null);
    decisions.push({ ...one, mayReverse: ask("debrief.reverse", denied) });
  }
  const decide = (kind: DecisionKind) =>
    ask("debrief.decide", whyNotDecide(facts, kind, ctx.limits));
  return {
    decisions,
    form: {
      decides: facts.decider !== null,
      leads: ctx.duties.has("job_manager") || ctx.duties.has("job_recruiter"),
      manages: ctx.duties.has("job_manager"),
      levels,
      jobLevelKey: loaded.job.levelKey,
      criteria: criteria
        .filter((one) => !one.withdrawn)
        .map(({ id, name, rated }) => ({ criterionId: id, name, rated })),
      people: { counted: facts.people, needed: ctx.limits.peopleForOffer },
      next: loaded.next?.name ?? null,
      nextIsOffer: loaded.next?.kind === "offer",
      rejectionMailDelay: rejectionDelay(ctx, {
        locations: loaded.job.locations,
        applicationId: row.id,
      }),
    },
    may: {
      open: ask("debrief.open", whyNotOpen(facts)),
      rate: ask("debrief.rate", whyNotSpeak(facts)),
      saveNotes: ask("debrief.saveNotes", whyNotSpeak(facts)),
      close: ask("debrief.close", whyNotSpeak(facts)),
      skip: ask("debrief.skip", whyNotSkip(facts)),
      reopen: ask("debrief.reopen", whyNotReopen(facts)),
      lowerQuorum: ask("debrief.lowerQuorum", whyNotLowerQuorum(facts, 1)),
      breakGlass: ask(
        "scorecard.breakGlass",
        whyNotBreakGlass(seal.whyNot(row.id, loaded.stage.id) !== null, othersIn(ctx, loaded)),
      ),
      advance: decide("advance"),
      reject: decide("reject"),
      offer: decide("offer"),
    },
  };
}

function isRater(ctx: ReadCtx, { row, stage, seal }: LoadedStage): boolean {
  const { actor } = ctx;
  return seal.seats.some(
    (seat) =>
      actor.kind === "member" &&
      seat.authorId === actor.memberId &&
      seat.applicationId === row.id &&
      seat.stageId === stage.id &&
      seat.state === "submitted",
  );
}

/** How many others submitted a scorecard in the stage. */
function othersIn({ actor }: ReadCtx, { row, stage, seal }: LoadedStage): number {
  return seal.seats.filter(
    (seat) =>
      seat.applicationId === row.id &&
      seat.stageId === stage.id &&
      seat.state === "submitted" &&
      !(actor.kind === "member" && actor.memberId === seat.authorId),
  ).length;
}
