import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotAdd, whyNotReplay, whyNotSend, whyNotSwitch, whyNotTo } from "./rules.ts";

const tests = "webhook/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const WEBHOOK_RULES: readonly FixedRule[] = [
  fixed("webhook", whyNotAdd, {
    says: "An organization has only so many webhook endpoints.",
    points: ["webhook.create"],
    codes: ["WEBHOOK_LIMIT"],
    laws: [],
    tests,
  }),
  fixed("webhook", whyNotSend, {
    says: "Nothing is sent to an endpoint that is switched off.",
    points: ["webhook.ping", "webhook.replay", "webhook.replayFailed"],
    codes: ["WEBHOOK_OFF"],
    laws: [],
    tests,
  }),
  fixed("webhook", whyNotSwitch, {
    says: "An endpoint is switched to a state that it is not in.",
    points: ["webhook.enable", "webhook.disable", "webhook.switchOff"],
    codes: ["WEBHOOK_STATE"],
    laws: [],
    tests,
  }),
  fixed("webhook", whyNotReplay, {
    says: "What is on its way to an endpoint is not sent a second time.",
    points: ["webhook.replay"],
    codes: ["WEBHOOK_SENDING"],
    laws: [],
    tests,
  }),
  fixed("webhook", whyNotTo, {
    says: "Events go only to where they may be sent.",
    points: ["webhook.create", "webhook.update"],
    codes: ["WEBHOOK_URL"],
    laws: [],
    tests,
  }),
];
