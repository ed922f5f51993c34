import { interview, member, planInterview, scorecard } from "@rubric/db/schema";
import { and, asc, eq, ne, notInArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { explain } from "../errors.ts";
import { sealOf } from "../scorecard/seal-facts.ts";
import { criteriaNames, openScorecards } from "../scorecard/view.ts";
import type { KitView } from "./schemas.ts";

/** The stage's other scorecards: who sits in it, and what they say once that is open (law 1). */
export async function othersOf(
  ctx: ReadCtx,
  candidateId: string,
  of: { applicationId: string; stageId: string },
  ownId: string | null,
): Promise<KitView["others"]> {
  const seal = await sealOf(ctx, candidateId);
  const denial = seal.whyNot(of.applicationId, of.stageId);
  const { needed, counted } = seal.quorum(of.applicationId, of.stageId);
  const seats = await seatsOfStage(ctx, of);
  if (denial !== null) {
    return { needed, counted, seats, sealed: explain(denial), scorecards: [], criteria: [] };
  }
  const open = await openScorecards(
    ctx.read,
    ctx.org.id,
    seats
      .filter((seat) => seat.state === "submitted" && seat.scorecardId !== ownId)
      .map((seat) => seat.scorecardId),
  );
  return {
    needed,
    counted,
    seats,
    sealed: null,
    scorecards: open.map(({ stageId: _, ...card }) => card),
    criteria: await criteriaNames(ctx.read, ctx.org.id, open),
  };
}

async function seatsOfStage(ctx: ReadCtx, of: { applicationId: string; stageId: string }) {
  return ctx.read
    .select({
      scorecardId: scorecard.id,
      name: member.name,
      interview: planInterview.name,
      shadow: scorecard.shadow,
      state: scorecard.state,
    })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.applicationId, of.applicationId),
        eq(scorecard.stageId, of.stageId),
        ne(scorecard.state, "void"),
        notInArray(interview.state, ["cancelled", "absent"]),
      ),
    )
    .orderBy(asc(interview.startsAt), asc(scorecard.shadow), asc(member.name));
}
