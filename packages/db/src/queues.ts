/**
 * The worker's queues; payloads hold ids only. Delays in seconds. Of `tick`, which runs what is due
 * in each organization, `checkpoint`, which anchors the audit chains, and `retention` one job waits
 * or runs at a time, however many workers there are.
 */
export const QUEUES = {
  mail: { retryLimit: 8, retryDelay: 15, retryBackoff: true },
  passwordChanged: { retryLimit: 8, retryDelay: 15, retryBackoff: true },
  erasure: { retryLimit: 8, retryDelay: 15, retryBackoff: true },
  policyTrial: { retryLimit: 3, retryDelay: 15, retryBackoff: true, expireInSeconds: 1800 },
  // Wakes a delivery up; when it is tried again stands in its row.
  webhook: { retryLimit: 3, retryDelay: 15, retryBackoff: true, expireInSeconds: 120 },
  // Asks a source for figures; when it is asked next stands in its row.
  metric: { retryLimit: 1, retryDelay: 60, expireInSeconds: 600 },
  tick: { retryLimit: 0, expireInSeconds: 300, policy: "exclusive", deleteAfterSeconds: 3600 },
  // Once a day: what is to be erased or restricted that day.
  retention: { retryLimit: 3, retryDelay: 300, expireInSeconds: 3600, policy: "exclusive" },
  checkpoint: { retryLimit: 0, expireInSeconds: 60, policy: "exclusive", deleteAfterSeconds: 3600 },
} as const;

export type QueueName = keyof typeof QUEUES;

/** A job whose organization is null belongs to the instance: a password reset or change. */
export type JobPayload = { orgId: string | null; id: string };
