import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { LIMITS } from "../limits.ts";
import { defineRule } from "../policy/rule.ts";

type MailAfter = { effect: "mail_after"; facts: { minutes: number } };

/** How long the e-mail of a rejection waits; until it leaves the rejection can be taken back. */
export const rejectionDelayRule = defineRule({
  name: "application.rejectionDelay",
  points: [
    "application.reject",
    "debrief.decide",
    "debrief.reverse",
    "debrief.show",
    "offer.fellThrough",
  ],
  laws: [],
  kinds: ["flow"],
  template: {
    flow: "A candidate hears of a rejection {minutes} minutes after it.",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    minutes: z.int().min(5).max(10_080).meta({ title: "Wait", unit: "minutes" }),
  }),
  defaults: { minutes: LIMITS.rejectionMailDelayMinutes },
  effects: {
    mail_after: ({ minutes }) => `The candidate hears of it ${String(minutes)} minutes later.`,
  },
  judge: (_, { minutes }) => ({ effect: "mail_after", facts: { minutes } }) satisfies MailAfter,
  tests: "application/rejection-delay.test.ts",
});

/** Of what a rejection is told when: the places of its job, and the application that is varied. */
type About = { locations: readonly string[]; applicationId: string };

/** In how many minutes a rejection would be told of; leaves no trace. */
export function rejectionDelay(
  ctx: Pick<ReadCtx, "policy">,
  { locations, applicationId }: About,
): number {
  const about = { regions: locations, subjectId: applicationId };
  return longest(ctx.policy.effects(rejectionDelayRule, {}, about));
}

/** When the e-mail of a rejection leaves; of several places the longest wait. */
export function rejectionMailAt(
  ctx: Pick<ReadCtx, "policy" | "clock">,
  { locations, applicationId }: About,
): Date {
  const about = { regions: locations, subjectId: applicationId };
  const minutes = longest(ctx.policy.judge(rejectionDelayRule, {}, about));
  return new Date(ctx.clock.getTime() + minutes * 60_000);
}

function longest(effects: readonly MailAfter[]): number {
  return Math.max(...effects.map(({ facts }) => facts.minutes));
}
