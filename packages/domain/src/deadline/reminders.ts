import { hourOnDay } from "./due.ts";
import { KINDS } from "./kinds.ts";
import type { DeadlineKind } from "./schemas.ts";

type Timed = { kind: DeadlineKind; dueAt: Date };

/**
 * When somebody is reminded of a deadline after an instant, for the first time: on mornings before
 * the due day, on it, and after it, by its kind; null if none is left. Those that were missed
 * because it began late are not made up for.
 */
export function nextReminder(
  { kind, dueAt }: Timed,
  timeZone: string,
  hour: number,
  after: Date,
): Date | null {
  const mornings = KINDS[kind].reminders.map((days) => hourOnDay(dueAt, timeZone, days, hour));
  return mornings.find((at) => at > after) ?? null;
}
