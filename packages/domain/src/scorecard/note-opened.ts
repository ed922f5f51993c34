import { type Given, prepared, put, together } from "@rubric/db";
import { application, applicationStage } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { type Quorum, quorumOf } from "./seal.ts";
import { seatsOf, stagesOf } from "./seal-facts.ts";

const candidateOf = prepared((db, of: Given<{ orgId: string; applicationId: string }>) =>
  db
    .select({ candidateId: application.candidateId })
    .from(application)
    .where(and(eq(application.orgId, of.orgId), eq(application.id, of.applicationId))),
);
type Opening = { orgId: string; applicationId: string; stageId: string; at: Date };
const markOpened = prepared((db, of: Given<Opening>) =>
  db
    .update(applicationStage)
    .set({ openedAt: put(applicationStage.openedAt, of.at) })
    .where(
      and(
        eq(applicationStage.orgId, of.orgId),
        eq(applicationStage.applicationId, of.applicationId),
        eq(applicationStage.stageId, of.stageId),
        isNull(applicationStage.openedAt),
      ),
    ),
);

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
  const orgId = org.id;
  const [found] = await candidateOf(tx, { orgId, applicationId });
  if (found === undefined) return { needed: 0, counted: 0, met: false };
  const [seats, stages] = await together([
    seatsOf(tx, orgId, found.candidateId),
    stagesOf(tx, orgId, found.candidateId),
  ]);
  const stage = stages.find((s) => s.applicationId === applicationId && s.stageId === stageId);
  if (stage === undefined) return { needed: 0, counted: 0, met: false };
  const quorum = quorumOf(seats, stage);
  if (quorum.met && quorum.counted > 0 && stage.openedAt === null) {
    await markOpened(tx, { orgId, applicationId, stageId, at: ctx.clock });
  }
  return quorum;
}
