import { deny, type Denial } from "../errors.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after an attempt the next one comes; nine attempts over about 28 hours. */
export const DELAYS: readonly number[] = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
];

/** Share of a delay by which it may be shorter or longer, so that receivers are not met at once. */
const JITTER = 0.1;

/** When the attempt after the nth comes, `random` in 0 to 1; null after the last. */
export function nextAttemptAt(tried: number, at: Date, random: number): Date | null {
  const delay = DELAYS[tried - 1];
  if (delay === undefined) return null;
  return new Date(at.getTime() + Math.round(delay * (1 + JITTER * (2 * random - 1))));
}

/** How long an endpoint may take nothing before it is switched off. */
export const FAILING_DAYS = 3;

/** Whether an endpoint that has taken nothing since an instant is to be switched off. */
export function isHopeless(failingSince: Date, at: Date): boolean {
  return at.getTime() - failingSince.getTime() >= FAILING_DAYS * 24 * HOUR;
}

/** How many endpoints an organization may have. */
export const MOST_ENDPOINTS = 20;

export function whyNotAdd(endpoints: number): Denial | null {
  return endpoints >= MOST_ENDPOINTS ? deny("WEBHOOK_LIMIT", { most: MOST_ENDPOINTS }) : null;
}

/** Why nothing can be sent to an endpoint in this state, or null. */
export function whyNotSend(state: "active" | "off"): Denial | null {
  return state === "off" ? deny("WEBHOOK_OFF", {}) : null;
}

/** Why an endpoint cannot be switched to a state, or null. */
export function whyNotSwitch(from: "active" | "off", to: "active" | "off"): Denial | null {
  return from === to ? deny("WEBHOOK_STATE", { state: from }) : null;
}

/** For how long the secrets before sign, too, after a rotation, and how many of them. */
export const OLD_SECRET_HOURS = 24;
export const OLD_SECRETS = 3;

/** How long deliveries are kept. */
export const KEPT_DAYS = 30;

/** What is on its way is not sent a second time. */
export function whyNotReplay(delivery: { state: string }): Denial | null {
  return delivery.state === "sending" ? deny("WEBHOOK_SENDING", {}) : null;
}

/** Events go only to where they may be sent. */
export function whyNotTo(destination: { ok: true } | { ok: false; why: string }): Denial | null {
  return destination.ok ? null : deny("WEBHOOK_URL", { fields: { url: destination.why } });
}
