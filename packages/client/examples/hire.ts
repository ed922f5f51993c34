import { setTimeout as sleep } from "node:timers/promises";
import { createRubricClient as as } from "@rubric/client";
import type { Plan } from "./plan.ts";

/** Takes somebody from added to hired, each step by whom it belongs to. */
export async function hire({ manager, approver, interview, content, ...plan }: Plan) {
  const { applicationId, candidateId } = await as(manager).candidate.add.mutate(plan.person);
  const { stages } = await as(manager).application.move.mutate({ applicationId, ...plan.move });
  const interviewId = stages.find(({ id }) => id === plan.move.toStageId)?.interviews[0]?.id ?? "";
  const at = { interviewId, startsAt: new Date(Date.now() + 2000).toISOString() };
  const { seats } = await as(manager).interview.schedule.mutate({ ...at, ...interview });
  await sleep(2000);
  for (const { scorecardId, memberId } of seats)
    await as(plan.interviewer(memberId)).scorecard.submit.mutate({ scorecardId, content });
  await as(manager).debrief.decide.mutate({ applicationId, ...plan.decision });
  const { versions } = await as(manager).offer.draft.mutate({ applicationId, ...plan.terms });
  const offerId = versions[0]?.id ?? "";
  await as(manager).offer.request.mutate({ offerId });
  await as(approver).offer.approve.mutate({ offerId });
  await as(manager).offer.send.mutate({ offerId });
  await as(await plan.linkOf(candidateId)).offer.accept.mutate({ offerId });
}
