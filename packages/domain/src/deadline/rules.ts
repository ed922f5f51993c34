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
