import { morningAfter } from "./mornings.ts";

/**
 * Who is reminded now of an owed scorecard: its author at the end of the interview and on the next
 * morning, the hiring manager on the morning after that; null if that was done.
 */
export function dueReminder(
  owed: { endsAt: Date; remindedAt: Date | null },
  timeZone: string,
  hour: number,
  now: Date,
): "author" | "manager" | null {
  const first = morningAfter(owed.endsAt, timeZone, hour);
  const second = morningAfter(first, timeZone, hour);
  const last = owed.remindedAt;
  if (now < owed.endsAt) return null;
  if (last === null) return "author";
  if (now >= second) return last < second ? "manager" : null;
  return now >= first && last < first ? "author" : null;
}
