import { error } from "../error-table.ts";

export const webhookErrors = {
  WEBHOOK_URL: error<{ fields: Record<string, string> }>({
    kind: "rule",
    say: ({ fields }) => Object.values(fields)[0] ?? "Nothing can be sent to this address.",
    lift: "Give a public https address, or ask the operator to allow its network.",
  }),
  WEBHOOK_LIMIT: error<{ most: number }>({
    kind: "rule",
    say: ({ most }) => `There are ${most} endpoints already.`,
    lift: "Remove one that is not used any more.",
  }),
  WEBHOOK_OFF: error({
    kind: "conflict",
    say: () => "This endpoint is off.",
    lift: "Switch it on first.",
  }),
  WEBHOOK_STATE: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This endpoint is ${state === "active" ? "on" : "off"} already.`,
  }),
  WEBHOOK_SENDING: error({
    kind: "conflict",
    say: () => "This delivery is being sent right now.",
    lift: "See what comes of it first.",
  }),
} as const;
