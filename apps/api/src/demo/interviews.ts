import type { Member } from "@rubric/domain/context";
import { proposeInterview, scheduleInterview } from "@rubric/domain/interview";
import { correctScorecard, saveScorecardDraft, submitScorecard } from "@rubric/domain/scorecard";
import { after, type Case, decide, fromNow, later, onQuarter, takeOn } from "./journey.ts";
import { judged, plannedInterviews, rated, seatOf } from "./kits.ts";
import { saying } from "./sayings.ts";
import type { Tone } from "./words.ts";

/** Who interviews in the demo: the first call, each part of the loop, and who listens. */
export type Panel = {
  call: Member;
  design: Member;
  code: Member;
  security: Member;
  shadow?: Member;
};

export type Slot = {
  name: string;
  startsAt: Date;
  minutes: number;
  who: Member;
  shadow?: Member | undefined;
};

const PLACE = "https://meet.northwind.example/hiring";

/** Schedules a planned interview; returns its id. */
export async function schedule(one: Case, at: Date, slot: Slot): Promise<string> {
  const interviewId = await planned(one, slot.name);
  await one.world.acting.act(one.job.recruiter, at, "interview.schedule", scheduleInterview, {
    interviewId,
    startsAt: slot.startsAt.toISOString(),
    minutes: slot.minutes,
    place: PLACE,
    interviewers: [slot.who.memberId],
    shadows: slot.shadow === undefined ? [] : [slot.shadow.memberId],
  });
  return interviewId;
}

/** Offers the candidate three times to choose from. */
export async function propose(one: Case, at: Date, name: string, who: Member): Promise<void> {
  const { acting, calendar } = one.world;
  const times =
    calendar === undefined
      ? [47, 50, 73].map((hours) => fromNow(one, hours))
      : [calendar.coming(2, 10), calendar.coming(2, 14), calendar.coming(3, 11, 30)];
  await acting.act(one.job.recruiter, at, "interview.propose", proposeInterview, {
    interviewId: await planned(one, name),
    times: times.map((time) => time.toISOString()),
    minutes: 45,
    place: PLACE,
    interviewers: [who.memberId],
    shadows: [],
  });
}

/** The end of an interview has passed. */
export async function held(one: Case, slot: Slot): Promise<void> {
  if (one.world.calendar === undefined) return;
  await one.world.acting.holdDue(after(slot.startsAt, slot.minutes));
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

/** One adds a version to the scorecard that they submitted, before anybody else's was open. */
export async function correct(
  one: Case,
  at: Date,
  interviewId: string,
  who: Member,
  tone: Tone,
): Promise<void> {
  const { acting, db, org } = one.world;
  const seat = await seatOf(db, org.id, interviewId, who.memberId);
  const content = judged(one.job.plan, seat.planInterviewId, tone, one.turn);
  await acting.act(who, at, "scorecard.correct", correctScorecard, {
    scorecardId: seat.scorecardId,
    reason: "The last sentence belonged to my notes on the week's other interview.",
    content: { ...content, summary: `${content.summary} They asked for the failure case first.` },
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

/** The first call at an instant. */
export function callSlot(panel: Panel, startsAt: Date): Slot {
  return { name: "First call", startsAt, minutes: 45, who: panel.call };
}

/** The parts of the loop, each at its instant. */
export function loopSlots(panel: Panel, times: readonly Date[]): Slot[] {
  const parts = [
    { name: "System design", minutes: 75, who: panel.design },
    { name: "A change in code", minutes: 75, who: panel.code },
    { name: "Security and personal data", minutes: 60, who: panel.security },
  ];
  return parts.flatMap((part, index) => {
    const startsAt = times[index];
    return startsAt === undefined ? [] : [{ ...part, startsAt }];
  });
}

/** Taken on, invited and called; the scorecard of the call is in. */
export async function holdCall(one: Case, panel: Panel, tone: Tone): Promise<void> {
  await takeOn(one, later(one, 2, 10));
  const arranged = later(one, 1, 11);
  const hour = one.world.calendar === undefined ? 13 : 9 + (one.turn % 7);
  const slot = callSlot(panel, onQuarter(later(one, 3, hour)));
  const id = await schedule(one, arranged, slot);
  await held(one, slot);
  one.clock = after(slot.startsAt, 70);
  await submit(one, one.clock, id, slot.who, tone);
}

/** The same, and passed. */
export async function passCall(one: Case, panel: Panel): Promise<void> {
  await holdCall(one, panel, "strong");
  const grounds = rated(one.job.plan, "First call").slice(0, 2);
  const reason = saying("passedCall", one.turn);
  await decide(one, later(one, 1, 16), "call", "advance", reason, grounds);
}

/** How a loop went: the opinion of each interviewer, null for who has not written yet. */
export type Loop = {
  tones: readonly (Tone | null)[];
  /** The first one's scorecard was corrected, before the others' were in. */
  corrected?: boolean;
};

/** Passed the call and went through the loop; returns the ids of its interviews. */
export async function holdLoop(one: Case, panel: Panel, loop: Loop): Promise<string[]> {
  await passCall(one, panel);
  const at = later(one, 1, 10);
  const afternoon = one.world.calendar !== undefined && one.turn % 2 === 1;
  const start = onQuarter(later(one, 4, afternoon ? 13 : 9));
  const slots = loopSlots(panel, [start, after(start, 90), after(start, 180)]);
  const ids: string[] = [];
  for (const slot of slots) ids.push(await schedule(one, at, slot));
  for (const [index, slot] of slots.entries()) {
    const tone = loop.tones[index] ?? null;
    const id = ids[index] ?? "";
    await held(one, slot);
    if (tone === null) continue;
    const written = after(slot.startsAt, slot.minutes + 12);
    await submit(one, written, id, slot.who, tone);
    if (loop.corrected === true && index === 0) {
      await correct(one, after(written, 2), id, slot.who, tone);
    }
  }
  return ids;
}

async function planned(one: Case, name: string): Promise<string> {
  const { db, org } = one.world;
  const interviews = await plannedInterviews(db, org.id, one.applicationId);
  const id = interviews.get(name);
  if (id === undefined) throw new Error(`No interview "${name}" is planned.`);
  return id;
}
