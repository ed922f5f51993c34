import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockInterview, planOf, updateInterview } from "./access.ts";
import { invite } from "./invite.ts";
import { ALLOWED_FROM, whyNotArrange, whyNotAt, whyNotInState, whyNotSeat } from "./rules.ts";
import type { InterviewView, ScheduleInterviewInput } from "./schemas.ts";
import { assignSeats, requireFit, seatsFor } from "./seats.ts";
import { shareLoad } from "./share-load.ts";
import { tellCandidate, tellMembers } from "./tell.ts";
import { tellPassedOn } from "./tell-passed-on.ts";
import { interviewView } from "./view.ts";

/**
 * Gives a planned or proposed interview its time and its people. Their scorecards are assigned,
 * so the seal begins (law 1); who is conflicted is refused (law 7); all get an invitation.
 */
export async function scheduleInterview(
  ctx: CommandCtx,
  input: z.infer<typeof ScheduleInterviewInput>,
): Promise<InterviewView> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  const startsAt = new Date(input.startsAt);
  const named = [...input.interviewers, ...input.shadows];
  refuseIf(whyNotInState("schedule", row, ctx.clock));
  refuseIf(whyNotArrange(application.state));
  refuseIf(whyNotAt(startsAt, ctx.clock));
  refuseIf(whyNotSeat(input.interviewers, input.shadows));
  await requireFit(ctx.tx, ctx.org.id, application, named);
  await invite(ctx, application);
  const { seats, passedOn } = await shareLoad(ctx, {
    row,
    application,
    seats: seatsFor(input),
    times: [startsAt],
    minutes: input.minutes,
  });
  const people = seats.map((seat) => seat.memberId);

  const set = await updateInterview(ctx, row.id, ALLOWED_FROM.schedule, {
    state: "scheduled",
    startsAt,
    endsAt: new Date(startsAt.getTime() + input.minutes * 60_000),
    place: input.place,
    proposedTimes: [],
    proposal: null,
  });
  await assignSeats(ctx, set, seats);
  await tellCandidate(ctx, "interview.scheduled", application.candidateId, row.id);
  await tellMembers(ctx, "interview.scheduled", people, row.id);
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await tellPassedOn(ctx, row, plan.name, passedOn);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.scheduled",
    facts: { interviewId: row.id, name: plan.name, startsAt: input.startsAt },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { state: row.state },
    after: {
      state: "scheduled",
      startsAt: input.startsAt,
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
