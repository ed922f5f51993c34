import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { lockInterview, planOf, updateInterview } from "./access.ts";
import { ALLOWED_FROM, whyNotArrange, whyNotAt, whyNotInState } from "./rules.ts";
import type { InterviewView, MoveInterviewInput } from "./schemas.ts";
import { interviewersOf, passSeats } from "./seats.ts";
import { shareLoad } from "./share-load.ts";
import { seatedIn, tellCandidate, tellMembers } from "./tell.ts";
import { tellPassedOn } from "./tell-passed-on.ts";
import { interviewView } from "./view.ts";

/** Gives a scheduled interview another time or place, before it begins; SEQUENCE rises. */
export async function moveInterview(
  ctx: CommandCtx,
  input: z.infer<typeof MoveInterviewInput>,
): Promise<InterviewView> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  const startsAt = new Date(input.startsAt);
  refuseIf(whyNotInState("move", row, ctx.clock));
  refuseIf(whyNotArrange(application.state));
  refuseIf(whyNotAt(startsAt, ctx.clock));
  const { seats, passedOn } = await shareLoad(ctx, {
    row,
    application,
    seats: await interviewersOf(ctx, row.id),
    times: [startsAt],
    minutes: input.minutes,
  });

  await updateInterview(ctx, row.id, ALLOWED_FROM.move, {
    startsAt,
    endsAt: new Date(startsAt.getTime() + input.minutes * 60_000),
    place: input.place,
    sequence: row.sequence + 1,
  });
  await passSeats(ctx, row, seats, passedOn);
  await tellCandidate(ctx, "interview.moved", application.candidateId, row.id);
  const came = passedOn.map((one) => one.in);
  const stayed = (await seatedIn(ctx, row.id)).filter((id) => !came.includes(id));
  await tellMembers(ctx, "interview.scheduled", came, row.id);
  await tellMembers(ctx, "interview.moved", stayed, row.id);
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await tellPassedOn(ctx, row, plan.name, passedOn);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.moved",
    facts: {
      interviewId: row.id,
      name: plan.name,
      from: toInstant(row.startsAt),
      startsAt: input.startsAt,
    },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { startsAt: toInstant(row.startsAt), endsAt: toInstant(row.endsAt), place: row.place },
    after: {
      startsAt: input.startsAt,
      minutes: input.minutes,
      place: input.place,
      ...(passedOn.length === 0 ? {} : { passedOn }),
    },
    candidateId: application.candidateId,
  });
  return interviewView(ctx.tx, ctx.org.id, row.id);
}
