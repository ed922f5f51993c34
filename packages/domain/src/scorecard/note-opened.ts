import { application, applicationStage } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { type Quorum, quorumOf } from "./seal.ts";
import { seatsOf, stagesOf } from "./seal-facts.ts";

/**
 * Notes since when a stage's scorecards are open, if its quorum is in with this command. Call it
 * after whatever may complete a quorum: a submission, an excuse, a void seat, a lowered quorum.
 */
export async function noteOpened(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  applicationId: string,
  stageId: string,
): Promise<Quorum> {
  const { tx, org } = ctx;
  const [found] = await tx
    .select({ candidateId: application.candidateId })
    .from(application)
    .where(and(eq(application.orgId, org.id), eq(application.id, applicationId)));
  if (found === undefined) return { needed: 0, counted: 0, met: false };
  const seats = await seatsOf(tx, org.id, [found.candidateId]);
  const stages = await stagesOf(tx, org.id, [found.candidateId]);
  const stage = stages.find((s) => s.applicationId === applicationId && s.stageId === stageId);
  if (stage === undefined) return { needed: 0, counted: 0, met: false };
  const quorum = quorumOf(seats, stage);
  if (quorum.met && quorum.counted > 0 && stage.openedAt === null) {
    await tx
      .update(applicationStage)
      .set({ openedAt: ctx.clock })
      .where(
        and(
          eq(applicationStage.orgId, org.id),
          eq(applicationStage.applicationId, applicationId),
          eq(applicationStage.stageId, stageId),
          isNull(applicationStage.openedAt),
        ),
      );
  }
  return quorum;
}
