import { type Denial, deny } from "../errors.ts";
import { KINDS } from "./kinds.ts";
import { DEADLINE_KINDS, type DeadlineKind, type When } from "./schemas.ts";

/** Whether a text is a kind of deadline that this version knows. */
export function isDeadlineKind(kind: string): kind is DeadlineKind {
  return DEADLINE_KINDS.some((one) => one === kind);
}

/**
 * Whether somebody meets it by saying how. A works council's answer is said where the offer states
 * its consent, if it is asked by one.
 */
export function isByHand(kind: DeadlineKind, recordedBy: string | null): boolean {
  if (kind === "works_council") return recordedBy !== null;
  return KINDS[kind].byHand === true;
}

type State = "open" | "done" | "late" | "void";

/** Why a deadline cannot be met by hand, or null. */
export function whyNotComplete(state: State, byHand: boolean): Denial | null {
  if (state !== "open") return deny("DEADLINE_STATE", { state });
  return byHand ? null : deny("DEADLINE_OF_COMMAND", {});
}

/** Why a deadline cannot be given to somebody else, or null. */
export function whyNotReassign(
  state: State,
  to: { memberId: string; ownerId: string | null; authorOnly: boolean },
): Denial | null {
  if (state !== "open") return deny("DEADLINE_STATE", { state });
  if (to.authorOnly) return deny("DEADLINE_OF_AUTHOR", {});
  return to.memberId === to.ownerId ? deny("DEADLINE_THEIRS", {}) : null;
}

/** Where an open deadline stands; `day` is today's, in the organization's time zone. */
export function whenOf(dueAt: Date, now: Date, day: { to: Date }): Exclude<When, "past"> {
  if (dueAt < now) return "late";
  if (dueAt < day.to) return "today";
  return dueAt < weekEnd(day) ? "week" : "later";
}

/** The end of the seventh day from today, in whole days of 24 hours after today's end. */
export function weekEnd({ to }: { to: Date }): Date {
  return new Date(to.getTime() + 6 * 86_400_000);
}

/** Law 11: one is away until a day to come, and somebody else who is active stands in. */
export function whyNotAway(
  away: {
    memberId: string;
    from: Date;
    until: Date;
    standIn: { id: string; active: boolean } | null;
  },
  now: Date,
): Denial | null {
  if (away.until <= away.from || away.until <= now) return deny("ABSENCE_UNFIT", { why: "past" });
  if (away.standIn?.id === away.memberId) return deny("ABSENCE_UNFIT", { why: "self" });
  return away.standIn?.active === false ? deny("ABSENCE_UNFIT", { why: "inactive" }) : null;
}

/** A deadline goes to somebody who may have it: by law 1, 7 and who leads the job. */
export function whyNotGive(memberId: string, people: readonly string[]): Denial | null {
  return people.includes(memberId) ? null : deny("DEADLINE_UNFIT", {});
}

/** How far from today a deadline that is written down begins and ends, in years. */
const NEAR_YEARS = 20;

/** What is written down says all that its kind needs, and began already; days are `2030-01-31`. */
export function whyNotRecord(
  said: {
    kind: string;
    title: string;
    since: string;
    due: string | null;
    applicationId: string | null;
  },
  today: { begun: boolean; year: number; onOffer: boolean },
): Denial | null {
  const { kind, title, since, due, applicationId } = said;
  const isFar = (day: string) => Math.abs(Number(day.slice(0, 4)) - today.year) > NEAR_YEARS;
  if (isFar(since)) return needs("since", `It began at most ${NEAR_YEARS} years ago.`);
  if (due !== null && isFar(due)) return needs("due", `It ends within ${NEAR_YEARS} years.`);
  if (kind === "own") {
    if (title === "") return needs("title", "Say what is to be done.");
    if (due === null) return needs("due", "Say by when.");
    if (due < since) return needs("due", "It ends no earlier than it begins.");
  } else if (due !== null) return needs("due", "The law settles when this is due.");
  const aboutSomebody = kind === "works_council" || kind === "access_request";
  if (aboutSomebody && applicationId === null) {
    return needs("applicationId", "Say whom it is about.");
  }
  if (kind === "works_council" && today.onOffer) {
    return needs(
      "kind",
      "The offer states the works council's consent: say there that it was asked.",
    );
  }
  return today.begun ? null : needs("since", "The day on which it began has come already.");
}

/** Of a law's kind it is only where a law of the job's places sets it. */
export function whyNotSet(sources: number): Denial | null {
  return sources > 0
    ? null
    : needs("kind", "No law of the job's places sets this one: write it down as your own.");
}

function needs(field: string, sentence: string): Denial {
  return deny("DEADLINE_NEEDS", { fields: { [field]: sentence } });
}
