import type { z } from "zod";
import { applicationStage, member, scorecard, stage } from "@rubric/db/schema";
import { and, asc, eq, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { explain, refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import type { ListScorecardsInput, ScorecardListView } from "./schemas.ts";
import { sealOf } from "./seal-facts.ts";
import { brokenGlass, criteriaNames, openScorecards } from "./view.ts";

/** The scorecards of an application by stage: sealed with the reason, or open (law 1). */
export async function listScorecards(
  ctx: ReadCtx,
  input: z.infer<typeof ListScorecardsInput>,
): Promise<ScorecardListView> {
  const { read, org } = ctx;
  const candidateId = ctx.subject.candidateId ?? refuse("NOT_FOUND", {});
  const seal = await sealOf(ctx, candidateId);
  const stages = await read
    .select({
      stageId: stage.id,
      name: stage.name,
      loweredBecause: applicationStage.quorumReason,
    })
    .from(applicationStage)
    .innerJoin(
      stage,
      and(eq(stage.orgId, applicationStage.orgId), eq(stage.id, applicationStage.stageId)),
    )
    .where(
      and(
        eq(applicationStage.orgId, org.id),
        eq(applicationStage.applicationId, input.applicationId),
        eq(stage.kind, "interview"),
      ),
    )
    .orderBy(asc(stage.position));
  const seats = await read
    .select({
      id: scorecard.id,
      stageId: scorecard.stageId,
      name: member.name,
      shadow: scorecard.shadow,
      state: scorecard.state,
    })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .where(
      and(
        eq(scorecard.orgId, org.id),
        eq(scorecard.applicationId, input.applicationId),
        ne(scorecard.state, "void"),
      ),
    )
    .orderBy(asc(scorecard.assignedAt), asc(scorecard.id));
  const sealed = stages.map(({ stageId }) => seal.whyNot(input.applicationId, stageId));
  const open = stages.filter((_, index) => sealed[index] === null).map(({ stageId }) => stageId);
  const cards = await openScorecards(
    read,
    org.id,
    seats.filter((seat) => open.includes(seat.stageId)).map((seat) => seat.id),
  );
  const broken = await brokenGlass(read, org.id, [input.applicationId]);
  return {
    criteria: await criteriaNames(read, org.id, cards),
    stages: stages.map(({ stageId, name, loweredBecause }, index) => {
      const denial = sealed[index] ?? null;
      return {
        stageId,
        name,
        quorum: { ...seal.quorum(input.applicationId, stageId), loweredBecause },
        seats: seats
          .filter((seat) => seat.stageId === stageId)
          .map(({ name: author, shadow, state }) => ({ name: author, shadow, state })),
        sealed: denial === null ? null : sentenceOf(denial),
        scorecards:
          denial === null
            ? cards.filter((c) => c.stageId === stageId).map(({ stageId: _, ...card }) => card)
            : [],
        glassBroken:
          denial === null
            ? broken
                .filter((one) => one.stageId === stageId)
                .map(({ by, at, reason }) => ({ by, at: toInstant(at), reason }))
            : [],
      };
    }),
  };
}

function sentenceOf(denial: Parameters<typeof explain>[0]) {
  const { sentence, lift } = explain(denial);
  return { sentence, lift };
}
