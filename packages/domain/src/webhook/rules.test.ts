import { describe, expect, it } from "vitest";
import { DELAYS, isHopeless, nextAttemptAt, whyNotAdd, whyNotSend, whyNotSwitch } from "./rules.ts";

const at = new Date("2030-01-01T00:00:00.000Z");

describe("when a delivery is tried again", () => {
  it.each([
    [1, 5],
    [2, 60],
    [3, 300],
    [4, 1800],
    [5, 7200],
    [6, 18_000],
    [7, 36_000],
    [8, 36_000],
  ])("after attempt %i in about %i seconds", (tried, seconds) => {
    const after = (random: number) =>
      ((nextAttemptAt(tried, at, random)?.getTime() ?? 0) - at.getTime()) / 1000;
    expect(after(0.5)).toBe(seconds);
    expect(after(0)).toBeCloseTo(seconds * 0.9, 2);
    expect(after(1)).toBeCloseTo(seconds * 1.1, 2);
  });

  it("is never after the ninth attempt, more than a day after the first", () => {
    expect(nextAttemptAt(9, at, 0.5)).toBeNull();
    expect(DELAYS.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(24 * 3_600_000);
  });
});

describe("an endpoint", () => {
  it("is hopeless once it has taken nothing for three days", () => {
    const since = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
    expect(isHopeless(since(71.9), at)).toBe(false);
    expect(isHopeless(since(72), at)).toBe(true);
  });

  it("is one of twenty at most, is sent to while it is on, and switched to what it is not", () => {
    expect(whyNotAdd(19)).toBeNull();
    expect(whyNotAdd(20)?.code).toBe("WEBHOOK_LIMIT");
    expect(whyNotSend("active")).toBeNull();
    expect(whyNotSend("off")?.code).toBe("WEBHOOK_OFF");
    expect(whyNotSwitch("active", "off")).toBeNull();
    expect(whyNotSwitch("off", "off")?.code).toBe("WEBHOOK_STATE");
  });
});
