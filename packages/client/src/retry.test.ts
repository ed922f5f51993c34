import { describe, expect, it } from "vitest";
import {
  type Attempts,
  type Failure,
  MOST_PATIENCE_MS,
  retryAfterMs,
  waitBefore,
} from "./retry.ts";

const first: Attempts = { sent: 1, retries: 3, repeatable: true, unanswered: false };
const silent: Failure = { kind: "silent" };
const answered = (status: number, retryAfter: number | null = null, running = false): Failure => ({
  kind: "answered",
  status,
  retryAfterMs: retryAfter,
  running,
});

describe("whether a call is sent again", () => {
  it.each([429, 502, 503, 504])("after %i", (status) => {
    expect(waitBefore(answered(status), first, 0)).not.toBeNull();
  });

  it.each([400, 401, 403, 404, 409, 412, 422, 500])("never after %i", (status) => {
    expect(waitBefore(answered(status), first, 0)).toBeNull();
  });

  it("never if it could have a second effect, and never more often than it may", () => {
    expect(waitBefore(silent, { ...first, repeatable: false }, 0)).toBeNull();
    expect(waitBefore(silent, { ...first, sent: 3 }, 0)).not.toBeNull();
    expect(waitBefore(silent, { ...first, sent: 4 }, 0)).toBeNull();
    expect(waitBefore(silent, { ...first, retries: 0 }, 0)).toBeNull();
  });

  it("while its own unanswered attempt still runs, and not while another's does", () => {
    const running = answered(409, null, true);
    expect(waitBefore(running, { ...first, unanswered: true }, 0)).not.toBeNull();
    expect(waitBefore(running, first, 0)).toBeNull();
  });
});

describe("how long it waits", () => {
  it("doubles, half of it by chance, and never above ten seconds", () => {
    const at = (sent: number, random: number) =>
      waitBefore(silent, { ...first, sent, retries: 20 }, random);
    expect([at(1, 0), at(1, 1), at(2, 0), at(3, 1)]).toEqual([125, 250, 250, 1000]);
    expect(at(20, 1)).toBe(10_000);
  });

  it("is no less than the server asked for, and it is not waited for without end", () => {
    expect(waitBefore(answered(429, 4000), first, 1)).toBe(4000);
    expect(waitBefore(answered(429, 10), first, 0)).toBe(125);
    expect(waitBefore(answered(429, MOST_PATIENCE_MS), first, 0)).toBe(MOST_PATIENCE_MS);
    expect(waitBefore(answered(429, MOST_PATIENCE_MS + 1), first, 0)).toBeNull();
  });

  it("reads seconds and dates", () => {
    const now = new Date("2026-03-01T12:00:00Z");
    expect(retryAfterMs("7", now)).toBe(7000);
    expect(retryAfterMs("Sun, 01 Mar 2026 12:00:30 GMT", now)).toBe(30_000);
    expect(retryAfterMs("Sun, 01 Mar 2026 11:00:00 GMT", now)).toBe(0);
    expect(retryAfterMs("soon", now)).toBeNull();
    expect(retryAfterMs(null, now)).toBeNull();
  });
});
