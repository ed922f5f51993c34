import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";

const Facts = z.strictObject({
  /** Interviews of one person in the fullest week that this one may fall in, itself left out. */
  interviews: z.int(),
  /** The Monday of that week. */
  week: z.string(),
  /** Which of so many interviewers it is, by the order in which they are named. */
  seat: z.int(),
  of: z.int(),
  /** The candidate chooses the time: what they hear says nothing of anybody's week. */
  candidate: z.boolean(),
});

/** The interview goes to somebody else of the job's interviewers. */
type PassOn = { effect: "pass_on"; facts: { interviews: number; week: string } };

/** So many interviews a week for one person: one more is refused, or passed to the next in the pool. */
export const interviewLoadRule = defineRule({
  name: "interview.load",
  points: [
    "interview.schedule",
    "interview.propose",
    "interview.swap",
    "interview.move",
    "interview.chooseTime",
  ],
  laws: [],
  kinds: ["validation", "flow"],
  template: {
    validation: "Nobody interviews more than {perWeek} times a week.",
    flow: "An interview of somebody who has {perWeek} in that week already goes to the next of the job's interviewers.",
  },
  facts: Facts,
  parameters: z.strictObject({
    perWeek: z.int().min(1).max(100).meta({ title: "Interviews a week", unit: "interviews" }),
  }),
  defaults: { perWeek: 20 },
  effects: {
    pass_on: ({ interviews, week }) =>
      `Somebody has ${String(interviews)} interviews in the week of ${String(week)} already: the next of the job's interviewers takes this one.`,
  },
  judge: ({ interviews, week, seat, of, candidate }, { perWeek }, kind) => {
    if (interviews < perWeek) return null;
    if (kind === "flow") {
      return { effect: "pass_on", facts: { interviews, week } } satisfies PassOn;
    }
    return candidate
      ? deny("INTERVIEWERS_GONE", {})
      : deny("INTERVIEWER_LOAD", { interviews, week, seat, of });
  },
  tests: "interview/load.test.ts",
});
