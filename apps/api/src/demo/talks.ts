import {
  closeDebrief,
  lowerQuorum as lowerQuorumTo,
  openDebrief,
  rateAgain,
  saveDebriefNotes,
} from "@rubric/domain/debrief";
import type { Member } from "@rubric/domain/context";
import { breakTheGlass, excuseScorecard } from "@rubric/domain/scorecard";
import { after, type Case, stageId } from "./journey.ts";
import { rated, seatOf } from "./kits.ts";
import { saying } from "./sayings.ts";

/** Who rates one criterion of their interview again after hearing the others. */
export type Second = { who: Member; interviewId: string; interview: string };

/** The debrief of the loop: opened, talked over and, unless it still runs, closed. */
export async function debrief(
  one: Case,
  at: Date,
  options: { close: boolean; second?: Second },
): Promise<void> {
  const { acting } = one.world;
  const { manager } = one.job;
  const of = { applicationId: one.applicationId, stageId: stageId(one, "loop") };
  await acting.act(manager, at, "debrief.open", openDebrief, of);
  if (options.second !== undefined) await rateOnceMore(one, after(at, 10), options.second);
  await acting.act(manager, after(at, 15), "debrief.saveNotes", saveDebriefNotes, {
    ...of,
    previous: "",
    notes: saying("debrief", one.turn),
  });
  if (options.close) await acting.act(manager, after(at, 30), "debrief.close", closeDebrief, of);
}

async function rateOnceMore(one: Case, at: Date, second: Second): Promise<void> {
  const { acting, db, org } = one.world;
  const [criterionId = ""] = rated(one.job.plan, second.interview);
  const { scorecardId } = await seatOf(db, org.id, second.interviewId, second.who.memberId);
  await acting.act(second.who, at, "debrief.rate", rateAgain, {
    scorecardId,
    criterionId,
    rating: "strong_yes",
    reason: "What the others saw explains the step that I had taken for luck.",
  });
}

/** The recruiter lowers the quorum of the loop to two. */
export async function lowerQuorum(one: Case, at: Date): Promise<void> {
  await one.world.acting.act(one.job.recruiter, at, "debrief.lowerQuorum", lowerQuorumTo, {
    applicationId: one.applicationId,
    stageId: stageId(one, "loop"),
    to: 2,
    reason: "One of three is on leave until next week; the other two asked about other things.",
  });
}

/** The hiring manager reads the sealed scorecards of the loop before its quorum is in. */
export async function breakGlass(one: Case, at: Date): Promise<void> {
  await one.world.acting.act(one.job.manager, at, "scorecard.breakGlass", breakTheGlass, {
    applicationId: one.applicationId,
    stageId: stageId(one, "loop"),
    reason: "Has to answer another offer tonight and asked whether waiting for us makes sense.",
  });
}

/** The recruiter excuses somebody from the scorecard of a held interview. */
export async function excuse(one: Case, at: Date, interviewId: string, who: Member): Promise<void> {
  const { acting, db, org } = one.world;
  const seat = await seatOf(db, org.id, interviewId, who.memberId);
  await acting.act(one.job.recruiter, at, "scorecard.excuse", excuseScorecard, {
    scorecardId: seat.scorecardId,
    why: "ill",
    reason: "Off sick since the day after the interview.",
  });
}
