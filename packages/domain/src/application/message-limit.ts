import { z } from "zod";
import { deny } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { defineRule } from "../policy/rule.ts";

/** Messages are not without end: each is an e-mail. */
export const messageLimitRule = defineRule({
  name: "application.messageLimit",
  points: ["application.message"],
  laws: [],
  kinds: ["validation"],
  template: { validation: "At most {most} messages are written to a candidate within a day." },
  facts: z.strictObject({
    /** Messages written to the candidate within the last 24 hours. */
    withinDay: z.int(),
  }),
  parameters: z.strictObject({
    most: z.int().min(1).max(50).meta({ title: "At most", unit: "messages" }),
  }),
  defaults: { most: LIMITS.messagesPerDay },
  effects: {},
  judge: ({ withinDay }, { most }) => (withinDay < most ? null : deny("MESSAGES_MANY", { most })),
  tests: "application/message-limit.test.ts",
});
