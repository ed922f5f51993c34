import type { Database } from "@rubric/db";
import { decideStage } from "@rubric/domain/debrief";
import type { Member, Org } from "@rubric/domain/context";
import type { Acting } from "./acting.ts";
import type { Calendar } from "./calendar.ts";
import type { LoadedPlan } from "./kits.ts";
import { saying } from "./sayings.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

export type OpenJob = {
  jobId: string;
  slug: string;
  postId: string;
  levelKey: string;
  plan: LoadedPlan;
  recruiter: Member;
  manager: Member;
  approver: Member;
};

export type World = {
  db: Database;
  org: Org;
  acting: Acting;
  now: Date;
  /** With it stories go by the days on which people work, and their interviews are held in time. */
  calendar?: Calendar;
};

/** One application on its way; `clock` is the instant up to which its story has been told. */
export type Case = {
  world: World;
  job: OpenJob;
  applicationId: string;
  candidateId: string;
  /** Makes the words and the minutes of a story its own. */
  turn: number;
  clock: Date;
};

/** Goes on some days later at an hour of a working day, at the latest half an hour ago. */
export function later(one: Case, days: number, hour = 9): Date {
  const { calendar, now } = one.world;
  const minute = (one.turn * 7) % 60;
  const wanted =
    calendar === undefined
      ? daysLater(one.clock, days, hour, minute)
      : calendar.after(one.clock, days, hour, minute);
  const latest = now.getTime() - 30 * MINUTE;
  one.clock = new Date(Math.max(one.clock.getTime() + MINUTE, Math.min(wanted.getTime(), latest)));
  return one.clock;
}

function daysLater(from: Date, days: number, hour: number, minute: number): Date {
  const at = new Date(from.getTime() + days * DAY);
  at.setUTCHours(hour, minute, 0, 0);
  const weekend = [1, 0, 0, 0, 0, 0, 2][at.getUTCDay()] ?? 0;
  return new Date(at.getTime() + weekend * DAY);
}

/** Some hours from now, on a full quarter of an hour; negative for the past. */
export function fromNow(one: Case, hours: number): Date {
  const quarter = 15 * MINUTE;
  return new Date(Math.ceil((one.world.now.getTime() + hours * 60 * MINUTE) / quarter) * quarter);
}

/** Goes on in the last hours of work; without a calendar like `later`. */
export function lately(one: Case, hours: number, otherwise: () => Date): Date {
  const { calendar } = one.world;
  if (calendar === undefined) return otherwise();
  one.clock = calendar.recent(hours);
  return one.clock;
}

/** The full quarter of an hour before an instant: when appointments begin. */
export function onQuarter(at: Date): Date {
  const quarter = 15 * MINUTE;
  return new Date(Math.floor(at.getTime() / quarter) * quarter);
}

/** So many minutes after an instant. */
export function after(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE);
}

const REQUIREMENT = "Three years or more of owning a service that handles money or stock.";

/** The hiring manager takes the application on at a stage without interviews. */
export async function takeOn(one: Case, at: Date): Promise<void> {
  await decide(one, at, "review", "advance", saying("takenOn", one.turn));
}

/** The hiring manager turns the application down on reading it. */
export async function turnDown(one: Case, at: Date): Promise<void> {
  await decide(one, at, "review", "reject", saying("turnedDown", one.turn));
}

/** Decides a stage on merit. The grounds are criteria that were rated there, unless it has none. */
export async function decide(
  one: Case,
  at: Date,
  stageKey: string,
  kind: "advance" | "reject" | "offer",
  reason: string,
  criterionIds: string[] = [],
): Promise<void> {
  await one.world.acting.act(one.job.manager, at, "debrief.decide", decideStage, {
    applicationId: one.applicationId,
    stageId: stageId(one, stageKey),
    kind,
    levelKey: one.job.levelKey,
    levelReason: "",
    criterionIds,
    requirement: criterionIds.length > 0 ? "" : REQUIREMENT,
    reason,
  });
}

/** The id of a stage by its key in the plan. */
export function stageId(one: Case, key: string): string {
  const id = one.job.plan.stages.get(key);
  if (id === undefined) throw new Error(`The plan has no stage ${key}.`);
  return id;
}
