import { describe, expect, it } from "vitest";
import { type InterviewSign, isSilent } from "./silence.ts";

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const NOW = at(10);

const sign = (over: Partial<InterviewSign>): InterviewSign => ({
  planInterviewId: "screen",
  state: "planned",
  absentSide: null,
  startsAt: null,
  proposedTimes: [],
  ...over,
});
const missed = sign({ state: "absent", absentSide: "candidate", startsAt: at(3) });
const times = (...days: number[]) => days.map((day) => at(day).toISOString());

describe("law 4: a candidate gave no answer", () => {
  it.each<[string, InterviewSign[], boolean]>([
    ["not while nothing was asked", [sign({})], false],
    [
      "once all proposed times passed",
      [sign({ state: "proposed", proposedTimes: times(4, 5) })],
      true,
    ],
    ["not while a time is left", [sign({ state: "proposed", proposedTimes: times(4, 11) })], false],
    ["when they missed an interview", [missed], true],
    ["not when the interviewer did", [{ ...missed, absentSide: "interviewer" }], false],
    ["when its repetition waits to be planned", [missed, sign({})], true],
    [
      "not when they came to its repetition",
      [missed, sign({ state: "held", startsAt: at(6) })],
      false,
    ],
    [
      "not when they came and nobody noted it yet",
      [missed, sign({ state: "scheduled", startsAt: at(9) })],
      false,
    ],
    ["not before its repetition", [missed, sign({ state: "scheduled", startsAt: at(12) })], false],
    [
      "not while a time of its repetition is left",
      [missed, sign({ state: "proposed", proposedTimes: times(12) })],
      false,
    ],
    ["when they missed its repetition too", [missed, { ...missed, startsAt: at(6) }], true],
    ["when they had come before", [sign({ state: "held", startsAt: at(2) }), missed], true],
    [
      "not when they came to another one since",
      [missed, sign({ planInterviewId: "loop", state: "held", startsAt: at(6) })],
      false,
    ],
    [
      "though another one is to come",
      [missed, sign({ planInterviewId: "loop", state: "scheduled", startsAt: at(12) })],
      true,
    ],
    [
      "when its repetition was called off",
      [missed, sign({ state: "cancelled", startsAt: at(6) })],
      true,
    ],
  ])("%s", (_name, interviews, silent) => {
    expect(isSilent(interviews, NOW)).toBe(silent);
    expect(isSilent(interviews.toReversed(), NOW)).toBe(silent);
  });
});
