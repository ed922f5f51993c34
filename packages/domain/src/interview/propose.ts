import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockInterview, planOf, updateInterview } from "./access.ts";
import { invite } from "./invite.ts";
import { ALLOWED_FROM, whyNotArrange, whyNotInState, whyNotPropose, whyNotSeat } from "./rules.ts";
import type { InterviewView, ProposeInterviewInput } from "./schemas.ts";
import { requireFit, seatsFor } from "./seats.ts";
import { shareLoad } from "./share-load.ts";
import { tellCandidate } from "./tell.ts";
import { tellPassedOn } from "./tell-passed-on.ts";
import { interviewView } from "./view.ts";

/**
 * Offers the candidate times to choose from, with the people who would interview; other times
 * replace those that were proposed before. Nobody is assigned until one is chosen.
 */
export async function proposeInterview(
  ctx: CommandCtx,
  input: z.infer<typeof ProposeInterviewInput>,
): Promise<InterviewView> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  const times = input.times.map((time) => new Date(time)).toSorted((a, b) => +a - +b);
  refuseIf(whyNotInState("propose", row, ctx.clock));
  refuseIf(whyNotArrange(application.state));
  refuseIf(whyNotPropose(times, ctx.clock));
  refuseIf(whyNotSeat(input.interviewers, input.shadows));
  await requireFit(ctx.tx, ctx.org.id, application, [...input.interviewers, ...input.shadows]);
  await invite(ctx, application);
  const { seats, passedOn } = await shareLoad(ctx, {
    row,
    application,
    seats: seatsFor(input),
    times,
    minutes: input.minutes,
  });

  await updateInterview(ctx, row.id, ALLOWED_FROM.propose, {
    state: "proposed",
    proposedTimes: times.map((time) => time.toISOString()),
    place: input.place,
    proposal: {
      minutes: input.minutes,
      seats,
    },
  });
  await tellCandidate(ctx, "interview.proposed", application.candidateId, row.id);
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await tellPassedOn(ctx, row, plan.name, passedOn);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.proposed",
    facts: { interviewId: row.id, name: plan.name, times: times.length },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { state: row.state },
    after: {
      state: "proposed",
      times: input.times,
      minutes: input.minutes,
      place: input.place,
      interviewers: input.interviewers,
      shadows: input.shadows,
      ...(passedOn.length === 0 ? {} : { passedOn }),
    },
    candidateId: application.candidateId,
  });
  return interviewView(ctx.tx, ctx.org.id, row.id);
}
