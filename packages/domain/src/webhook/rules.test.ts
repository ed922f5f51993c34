import { describe, expect, it } from "vitest";
import {
  DELAYS,
  isHopeless,
  nextAttemptAt,
  whyNotAdd,
  whyNotReplay,
  whyNotSend,
  whyNotSwitch,
  whyNotTo,
} from "./rules.ts";

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

  it.each([
    ["is the first", whyNotAdd(0), null],
    ["is the twentieth", whyNotAdd(19), null],
    ["is not the twenty-first", whyNotAdd(20), "WEBHOOK_LIMIT"],
    ["is not one more of too many", whyNotAdd(21), "WEBHOOK_LIMIT"],
    ["is sent to while it is on", whyNotSend("active"), null],
    ["is not sent to while it is off", whyNotSend("off"), "WEBHOOK_OFF"],
    ["is switched off while it is on", whyNotSwitch("active", "off"), null],
    ["is switched on while it is off", whyNotSwitch("off", "active"), null],
    ["is not switched on twice", whyNotSwitch("active", "active"), "WEBHOOK_STATE"],
    ["is not switched off twice", whyNotSwitch("off", "off"), "WEBHOOK_STATE"],
  ])("%s", (_name, denial, expected) => {
    expect(denial?.code ?? null).toBe(expected);
  });
});

describe("what is sent again, and where to", () => {
  it.each([
    ["waiting", null],
    ["sending", "WEBHOOK_SENDING"],
    ["delivered", null],
    ["failed", null],
  ])("a delivery that is %s: %s", (state, code) => {
    expect(whyNotReplay({ state })?.code ?? null).toBe(code);
  });

  it.each([
    [{ ok: true } as const, null],
    [{ ok: false, why: "This address is not public." } as const, "WEBHOOK_URL"],
  ])("%j: %s", (destination, code) => {
    expect(whyNotTo(destination)?.code ?? null).toBe(code);
  });
});
