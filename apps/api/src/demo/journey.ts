import type { Database } from "@rubric/db";
import type { Member, Org } from "@rubric/domain/context";
import {
  closeDebrief,
  decideStage,
  openDebrief,
  rateAgain,
  saveDebriefNotes,
} from "@rubric/domain/debrief";
import { excuseScorecard, saveScorecardDraft, submitScorecard } from "@rubric/domain/scorecard";
import { proposeInterview, scheduleInterview } from "@rubric/domain/interview";
import type { Acting } from "./acting.ts";
import { judged, type LoadedPlan, plannedInterviews, seatOf } from "./kits.ts";
import type { Tone } from "./words.ts";

const DAY = 86_400_000;

export type OpenJob = {
  jobId: string;
  postId: string;
  levelKey: string;
  plan: LoadedPlan;
  recruiter: Member;
  manager: Member;
  approver: Member;
};

export type World = { db: Database; org: Org; acting: Acting; now: Date };

/** One application on its way; `clock` is the instant up to which its story has been told. */
export type Case = {
  world: World;
  job: OpenJob;
  applicationId: string;
  candidateId: string;
  turn: number;
  clock: Date;
};

/** Goes on some days later at an hour of a working day (UTC), at the latest half an hour ago. */
export function later(one: Case, days: number, hour = 9): Date {
  const at = new Date(one.clock.getTime() + days * DAY);
  at.setUTCHours(hour, (one.turn * 7) % 60, 0, 0);
  const weekend = [1, 0, 0, 0, 0, 0, 2][at.getUTCDay()] ?? 0;
  const wanted = at.getTime() + weekend * DAY;
  const latest = one.world.now.getTime() - 30 * 60_000;
  one.clock = new Date(Math.max(one.clock.getTime() + 60_000, Math.min(wanted, latest)));
  return one.clock;
}

/** Some minutes from now, on a full quarter of an hour; negative for the past. */
export function fromNow(one: Case, hours: number): Date {
  const quarter = 15 * 60_000;
  return new Date(Math.ceil((one.world.now.getTime() + hours * 3_600_000) / quarter) * quarter);
}

/** The hiring manager takes the application on at a stage without interviews. */
export async function takeOn(one: Case, at: Date): Promise<void> {
  await decide(one, at, "review", "advance", {
    requirement: "Three years or more of owning a service that handles money or stock.",
    reason: "Has run what the post asks for, and says what became of it.",
  });
}

/** The hiring manager turns the application down on reading it. */
export async function turnDown(one: Case, at: Date): Promise<void> {
  await decide(one, at, "review", "reject", {
    requirement: "Three years or more of owning a service that handles money or stock.",
    reason: "The experience described is in frontends; nothing on the server side yet.",
  });
}

/** Decides a stage on merit. The grounds are criteria that were rated there, unless it has none. */
export async function decide(
  one: Case,
  at: Date,
  stageKey: string,
  kind: "advance" | "reject" | "offer",
  words: { requirement?: string; reason: string },
  criterionIds: string[] = [],
): Promise<void> {
  const { acting } = one.world;
  await acting.act(one.job.manager, at, "debrief.decide", decideStage, {
    applicationId: one.applicationId,
    stageId: stageId(one, stageKey),
    kind,
    levelKey: one.job.levelKey,
    levelReason: "",
    criterionIds,
    requirement: words.requirement ?? "",
    reason: words.reason,
  });
}

/** Schedules a planned interview; returns its id. */
export async function schedule(
  one: Case,
  at: Date,
  name: string,
  startsAt: Date,
  minutes: number,
  interviewers: readonly Member[],
): Promise<string> {
  const { acting } = one.world;
  const interviewId = await planned(one, name);
  await acting.act(one.job.recruiter, at, "interview.schedule", scheduleInterview, {
    interviewId,
    startsAt: startsAt.toISOString(),
    minutes,
    place: "https://meet.northwind.example/hiring",
    interviewers: interviewers.map((member) => member.memberId),
    shadows: [],
  });
  return interviewId;
}

/** Offers the candidate three times to choose from. */
export async function propose(one: Case, at: Date, name: string, who: Member): Promise<void> {
  const { acting } = one.world;
  await acting.act(one.job.recruiter, at, "interview.propose", proposeInterview, {
    interviewId: await planned(one, name),
    times: [47, 50, 73].map((hours) => fromNow(one, hours).toISOString()),
    minutes: 45,
    place: "https://meet.northwind.example/hiring",
    interviewers: [who.memberId],
    shadows: [],
  });
}

/** One submits the scorecard of an interview. */
export async function submit(
  one: Case,
  at: Date,
  interviewId: string,
  who: Member,
  tone: Tone,
): Promise<void> {
  const { acting, db, org } = one.world;
  const seat = await seatOf(db, org.id, interviewId, who.memberId);
  await acting.act(who, at, "scorecard.submit", submitScorecard, {
    scorecardId: seat.scorecardId,
    content: judged(one.job.plan, seat.planInterviewId, tone, one.turn),
  });
}

/** One has written a part of the scorecard and not submitted it. */
export async function startDraft(
  one: Case,
  at: Date,
  interviewId: string,
  who: Member,
): Promise<void> {
  const { acting, db, org } = one.world;
  const seat = await seatOf(db, org.id, interviewId, who.memberId);
  const whole = judged(one.job.plan, seat.planInterviewId, "fair", one.turn);
  await acting.act(who, at, "scorecard.saveDraft", saveScorecardDraft, {
    scorecardId: seat.scorecardId,
    revision: 0,
    content: { ...whole, ratings: whole.ratings.slice(0, 1), recommendation: null, summary: "" },
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
  const { second } = options;
  if (second !== undefined) {
    await acting.act(second.who, new Date(at.getTime() + 600_000), "debrief.rate", rateAgain, {
      scorecardId: second.scorecardId,
      criterionId: second.criterionId,
      rating: "yes",
      reason: "The others saw in code what I had only heard about.",
    });
  }
  await acting.act(
    manager,
    new Date(at.getTime() + 900_000),
    "debrief.saveNotes",
    saveDebriefNotes,
    {
      ...of,
      previous: "",
      notes:
        "We agree on the way to reason about money under concurrency. Open question: how much of the growth topic was nerves. Priya will look after that in the first quarter.",
    },
  );
  if (!options.close) return;
  await acting.act(manager, new Date(at.getTime() + 1_800_000), "debrief.close", closeDebrief, of);
}
export type Second = { who: Member; scorecardId: string; criterionId: string };

/** The id of a stage by its key in the plan. */
export function stageId(one: Case, key: string): string {
  const id = one.job.plan.stages.get(key);
  if (id === undefined) throw new Error(`The plan has no stage ${key}.`);
  return id;
}

async function planned(one: Case, name: string): Promise<string> {
  const { db, org } = one.world;
  const interviews = await plannedInterviews(db, org.id, one.applicationId);
  const id = interviews.get(name);
  if (id === undefined) throw new Error(`No interview "${name}" is planned.`);
  return id;
}
