import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import { notToldOf } from "../application/told.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { lockInterview, planOf, updateInterview } from "./access.ts";
import {
  ALLOWED_FROM,
  whyNotArrange,
  whyNotAt,
  whyNotChoose,
  whyNotInState,
  whyNotSeated,
} from "./rules.ts";
import type { ChosenTimeView, ChooseTimeInput } from "./schemas.ts";
import { assignSeats, unfit } from "./seats.ts";
import { shareLoad } from "./share-load.ts";
import { tellCandidate, tellMembers } from "./tell.ts";
import { tellPassedOn } from "./tell-passed-on.ts";

/**
 * The candidate takes one of the proposed times: the interview is scheduled with the people who
 * were proposed, save those who may no longer sit in it (law 7, disabled).
 */
export async function chooseTime(
  ctx: CommandCtx,
  input: z.infer<typeof ChooseTimeInput>,
): Promise<z.infer<typeof ChosenTimeView>> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  const startsAt = new Date(input.startsAt);
  // Their page shows what is cancelled as it was until they are told, and so must this.
  const untold = await notToldOf(ctx, "interview.cancelled", [row.id]);
  refuseIf(whyNotChoose({ proposed: untold.size === 0 }));
  refuseIf(whyNotInState("chooseTime", row, ctx.clock));
  refuseIf(whyNotArrange(application.state));
  const { proposal } = row;
  refuseIf(whyNotChoose({ proposed: row.proposedTimes.includes(startsAt.toISOString()) }));
  if (proposal === null) return refuse("INTERVIEW_TIME_NOT_PROPOSED", {});
  refuseIf(whyNotAt(startsAt, ctx.clock));
  const { conflicted, inactive } = await unfit(
    ctx.tx,
    ctx.org.id,
    application,
    proposal.seats.map((seat) => seat.memberId),
  );
  const fit = proposal.seats.filter(
    ({ memberId }) => !conflicted.includes(memberId) && !inactive.includes(memberId),
  );
  refuseIf(whyNotSeated(fit.filter((seat) => !seat.shadow).length));
  const { seats, passedOn } = await shareLoad(ctx, {
    row,
    application,
    seats: fit,
    times: [startsAt],
    minutes: proposal.minutes,
  });

  const endsAt = new Date(startsAt.getTime() + proposal.minutes * 60_000);
  const set = await updateInterview(ctx, row.id, ALLOWED_FROM.chooseTime, {
    state: "scheduled",
    startsAt,
    endsAt,
    proposedTimes: [],
    proposal: null,
  });
  await assignSeats(ctx, set, seats);
  await tellCandidate(ctx, "interview.scheduled", application.candidateId, row.id);
  await tellMembers(
    ctx,
    "interview.scheduled",
    seats.map((seat) => seat.memberId),
    row.id,
  );
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await tellPassedOn(ctx, row, plan.name, passedOn);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.time_chosen",
    facts: { interviewId: row.id, name: plan.name, startsAt: toInstant(startsAt) },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { state: row.state },
    after: {
      state: "scheduled",
      startsAt: toInstant(startsAt),
      seats,
      ...(passedOn.length === 0 ? {} : { passedOn }),
      leftOut: [...new Set([...conflicted, ...inactive])],
    },
    candidateId: application.candidateId,
  });
  return {
    interviewId: row.id,
    startsAt: toInstant(startsAt),
    endsAt: toInstant(endsAt),
    place: set.place,
  };
}
