import type { ReadCtx } from "../context.ts";
import { explain } from "../errors.ts";
import { planCriteria } from "./criteria.ts";
import { decidingOf } from "./deciding.ts";
import { loadStage, requireApplication } from "./facts.ts";
import { agreementOf, isRated, raterView, rowsOf } from "./grid.ts";
import { ratedCards } from "./ratings.ts";
import { debriefState } from "./rules.ts";
import type { DebriefView } from "./schemas.ts";
import { candidateName, memberName, sessionsOf, visitedStages } from "./sessions.ts";

/** The debrief of a stage as its reader may see it; the application's own stage by default. */
export async function debriefView(
  ctx: ReadCtx,
  applicationId: string,
  stageId: string | null,
): Promise<DebriefView> {
  const row = await requireApplication(ctx, applicationId);
  const loaded = await loadStage(ctx, row, stageId ?? row.stageId);
  const { facts, seal, visit } = loaded;
  const sealed = seal.whyNot(row.id, loaded.stage.id);
  const open = sealed === null;
  const leads = ctx.duties.has("job_manager") || ctx.duties.has("job_recruiter");
  const cards = await ratedCards(ctx.read, ctx.org.id, {
    applicationId: row.id,
    stageId: loaded.stage.id,
  });
  const criteria = await planCriteria(ctx.read, ctx.org.id, {
    planId: loaded.stage.planId,
    applicationId: row.id,
  });
  return {
    application: {
      id: row.id,
      candidateId: row.candidateId,
      candidate: await candidateName(ctx, row.candidateId),
      jobId: row.jobId,
      job: loaded.job.title,
      state: row.state,
    },
    stage: {
      id: loaded.stage.id,
      name: loaded.stage.name,
      current: facts.stage.current,
      interviewed: facts.stage.interviewed,
      asksForDebrief: loaded.stage.debrief,
      decided: facts.stage.decided,
    },
    stages: await visitedStages(ctx, row),
    state: debriefState(facts),
    sealed: sealed && explain(sealed),
    quorum: {
      ...facts.quorum,
      met: facts.quorum.counted >= facts.quorum.needed,
      lowered:
        visit.quorumLoweredTo === null
          ? null
          : {
              to: visit.quorumLoweredTo,
              reason: visit.quorumReason ?? "",
              by: await memberName(ctx, visit.quorumBy),
            },
    },
    raters: cards.map((card) =>
      raterView(ctx, card, { open, leads: leads && seal.blind === null }),
    ),
    rows: open ? rowsOf(cards, criteria) : [],
    agreement: open ? agreementOf(cards, criteria) : "",
    sessions: open ? await sessionsOf(ctx, row.id, loaded.stage.id) : [],
    ...(await decidingOf(
      ctx,
      loaded,
      criteria.map((one) => ({ ...one, rated: !open || isRated(cards, one.id) })),
    )),
  };
}
