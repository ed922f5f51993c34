import { scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockInterview, planOf, updateInterview } from "./access.ts";
import { ALLOWED_FROM, whyNotArrange, whyNotInState, whyNotSwap } from "./rules.ts";
import type { InterviewView, SwapInterviewerInput } from "./schemas.ts";
import { assignSeats, requireFit } from "./seats.ts";
import { shareLoad, whenOf } from "./share-load.ts";
import { seatedIn, tellCandidate, tellMembers } from "./tell.ts";
import { tellPassedOn } from "./tell-passed-on.ts";
import { interviewView } from "./view.ts";

/**
 * Replaces somebody who was to interview by another person, before the interview begins: the one
 * scorecard is void, another is assigned. SEQUENCE rises, and all are told.
 */
export async function swapInterviewer(
  ctx: CommandCtx,
  input: z.infer<typeof SwapInterviewerInput>,
): Promise<InterviewView> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  refuseIf(whyNotInState("swap", row, ctx.clock));
  refuseIf(whyNotArrange(application.state));
  const names = await requireFit(ctx.tx, ctx.org.id, application, [input.in]);
  const seated = await seatedIn(ctx, row.id);
  refuseIf(whyNotSwap({ ...input, seated }));
  const staying = seated.filter((id) => id !== input.out);

  const [freed] = await ctx.tx
    .update(scorecard)
    .set({ state: "void" })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.interviewId, row.id),
        eq(scorecard.authorId, input.out),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .returning({ shadow: scorecard.shadow });
  if (freed === undefined) return refuse("INTERVIEWER_NOT_SEATED", {});
  const { seats, passedOn } = await shareLoad(ctx, {
    row,
    application,
    seats: [{ memberId: input.in, shadow: freed.shadow }],
    ...whenOf(row),
  });
  const coming = seats.map((seat) => seat.memberId);
  await updateInterview(ctx, row.id, ALLOWED_FROM.swap, { sequence: row.sequence + 1 });
  await assignSeats(ctx, row, seats);
  await tellMembers(ctx, "interview.cancelled", [input.out], row.id);
  await tellMembers(ctx, "interview.scheduled", coming, row.id);
  await tellMembers(ctx, "interview.moved", staying, row.id);
  if (!freed.shadow) await tellCandidate(ctx, "interview.moved", application.candidateId, row.id);
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await tellPassedOn(ctx, row, plan.name, passedOn);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.swapped",
    facts: { interviewId: row.id, name: plan.name, in: names.get(input.in) ?? "" },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { interviewer: input.out },
    after: {
      interviewer: input.in,
      shadow: freed.shadow,
      ...(passedOn.length === 0 ? {} : { passedOn }),
    },
    candidateId: application.candidateId,
  });
  return interviewView(ctx.tx, ctx.org.id, row.id);
}
