import { dateWords } from "../../ui/time-words.ts";

/** A week by its Monday, and how far it is from the one of `today`: "This week, from 16 Nov 2026". */
export function weekWords(monday: string, today: string): string {
  const weeks = Math.floor((Date.parse(today) - Date.parse(monday)) / (7 * 86_400_000));
  const from = `from ${dateWords(monday)}`;
  if (weeks === 0) return `This week, ${from}`;
  if (weeks === 1) return `Last week, ${from}`;
  return `${weeks} weeks ago, ${from}`;
}

/** What each step of how sure one is to get there says. */
export const CONFIDENCE: Readonly<Record<number, string>> = {
  1: "1 – not at all",
  2: "2 – hardly",
  3: "3 – perhaps",
  4: "4 – likely",
  5: "5 – surely",
};
