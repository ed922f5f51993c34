import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import { Day } from "../wire.ts";
import { holidaysWithin } from "./due.ts";

/** Days that do not count: those of the policy's list that fall among the business days. */
type SkipHolidays = { effect: "skip_holidays"; facts: { holidays: string[] } };

/**
 * Law 11: where a law counts business days, the organization names the public holidays of the place,
 * which count no more than a weekend does.
 */
export const holidaysRule = defineRule({
  name: "deadline.holidays",
  points: ["deadline.record"],
  laws: [11],
  kinds: ["flow"],
  template: {
    flow: "Business days are Monday to Friday without these public holidays: {holidays}.",
  },
  facts: z.strictObject({
    /** The organization's day on which it begins, and how many business days there are. */
    from: Day,
    days: z.int().min(0).max(1000),
  }),
  parameters: z.strictObject({
    holidays: z.array(Day).max(200).meta({ title: "Public holidays, each as 2030-12-25" }),
  }),
  defaults: { holidays: [] },
  effects: { skip_holidays: ({ holidays }) => notCounted(holidays) },
  judge: ({ from, days }, { holidays }): SkipHolidays | null => {
    const skipped = holidaysWithin(from, days, holidays);
    return skipped.length === 0 ? null : { effect: "skip_holidays", facts: { holidays: skipped } };
  },
  tests: "deadline/holidays.test.ts",
});

/** Says which days were passed over. */
export function notCounted(holidays: unknown): string {
  return `Not counted, as public holidays: ${Array.isArray(holidays) ? holidays.join(", ") : ""}.`;
}
