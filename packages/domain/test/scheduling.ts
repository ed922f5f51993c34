import { cancelInterview } from "../src/interview/cancel.ts";
import { chooseTime } from "../src/interview/choose-time.ts";
import { moveInterview } from "../src/interview/move.ts";
import { proposeInterview } from "../src/interview/propose.ts";
import { scheduleInterview } from "../src/interview/schedule.ts";
import { swapInterviewer } from "../src/interview/swap.ts";
import type { Actor, Member, Org } from "../src/context.ts";
import { type Cast, type MadeJob, makeApplication } from "./factories.ts";
import { auditTrail, command, type Harness } from "./harness.ts";
import { makePlanned } from "./interviews.ts";

/** An instant some hours from now, as it is on the wire. */
export const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** People as an interview takes them. */
export const people = (interviewers: readonly Member[], shadows: readonly Member[] = []) => ({
  interviewers: interviewers.map((one) => one.memberId),
  shadows: shadows.map((one) => one.memberId),
});

export const details = { minutes: 60, place: "Room 1" };

/** The commands that arrange an interview, given by the recruiter of a made job. */
export function scheduling(harness: Harness, at: () => { org: Org; cast: Cast; made: MadeJob }) {
  async function planned(job = at().made) {
    const { applicationId, candidateId } = await makeApplication(harness, at().org, job, {
      stage: "loop",
    });
    const interviewId = await makePlanned(harness, at().org, job, applicationId, "loopA");
    return { applicationId, candidateId, interviewId };
  }

  const schedule = (
    interviewId: string,
    seats = people([at().cast.interviewer]),
    actor: Member = at().cast.recruiter,
    startsAt = soon(24),
  ) =>
    command(harness, at().org, actor, "interview.schedule", scheduleInterview, {
      interviewId,
      startsAt,
      ...details,
      ...seats,
    });
  const propose = (interviewId: string, times: string[], seats = people([at().cast.interviewer])) =>
    command(harness, at().org, at().cast.recruiter, "interview.propose", proposeInterview, {
      interviewId,
      times,
      ...details,
      ...seats,
    });
  const choose = (actor: Actor, interviewId: string, startsAt: string) =>
    command(harness, at().org, actor, "interview.chooseTime", chooseTime, {
      interviewId,
      startsAt,
    });
  const swap = (interviewId: string, out: Member, to: Member) =>
    command(harness, at().org, at().cast.recruiter, "interview.swap", swapInterviewer, {
      interviewId,
      out: out.memberId,
      in: to.memberId,
    });
  const move = (interviewId: string, startsAt = soon(48)) =>
    command(harness, at().org, at().cast.recruiter, "interview.move", moveInterview, {
      interviewId,
      startsAt,
      minutes: 75,
      place: "Room 2",
    });
  const cancel = (interviewId: string) =>
    command(harness, at().org, at().cast.recruiter, "interview.cancel", cancelInterview, {
      interviewId,
      reason: "The interviewer is ill.",
    });

  async function actions(interviewId: string) {
    return (await auditTrail(harness, at().org.id))
      .filter((entry) => entry.subjectId === interviewId)
      .map((entry) => entry.action);
  }
  return { planned, schedule, propose, choose, swap, move, cancel, actions };
}
