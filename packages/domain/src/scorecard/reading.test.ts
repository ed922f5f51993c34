import { describe, expect, it } from "vitest";
import { type OwedSpan, type ReadableStage, readingOf } from "./reading.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const NOW = at(20);

const between = (from: number, to: number | null) => ({
  from: at(from),
  to: to === null ? null : at(to),
});
const always = [between(0, null)];

const stage = (over: Partial<ReadableStage> = {}): ReadableStage => ({
  applicationId: "app",
  name: "Screen",
  position: 1,
  openedAt: at(10),
  decidedAt: null,
  othersIn: at(9),
  ownIn: null,
  led: [],
  decided: [],
  ...over,
});

const span = (from: number, to: number | null, over: Partial<OwedSpan> = {}): OwedSpan => ({
  applicationId: "app",
  position: 2,
  from: at(from),
  to: to === null ? null : at(to),
  ...over,
});

describe("laws 1 and 3: what the author of a scorecard could read before", () => {
  it.each<[string, ReadableStage[], OwedSpan[], number | null]>([
    ["nothing, without a part in the stage", [stage()], [span(12, null)], null],
    [
      "nothing, while it never opened",
      [stage({ openedAt: null, led: always })],
      [span(12, null)],
      null,
    ],
    [
      "what was open to its lead before they were assigned",
      [stage({ led: always })],
      [span(12, null)],
      10,
    ],
    [
      "what opened to its rater before they were assigned",
      [stage({ ownIn: at(8) })],
      [span(12, null)],
      10,
    ],
    ["nothing that opened while they owed", [stage({ led: always })], [span(8, null)], null],
    [
      "nothing that opened to a rater while they owed",
      [stage({ ownIn: at(7) })],
      [span(8, null)],
      null,
    ],
    [
      "the earlier stage that they had to decide, though they owe later",
      [stage({ led: always, decided: always })],
      [span(8, null)],
      10,
    ],
    [
      "nothing of a stage they decide that was decided before it opened to them",
      [stage({ led: always, decided: always, decidedAt: at(9) })],
      [span(8, null)],
      null,
    ],
    [
      "nothing of a stage they decide while they owe in that very stage",
      [stage({ led: always, decided: always, position: 2 })],
      [span(8, null)],
      null,
    ],
    [
      "nothing of a stage they decide while they owe in another application",
      [stage({ led: always, decided: always })],
      [span(8, null), span(8, null, { applicationId: "other" })],
      null,
    ],
    ["what opened between two spans", [stage({ led: always })], [span(8, 12), span(14, null)], 12],
    ["nothing where spans touch", [stage({ led: always })], [span(8, 12), span(12, null)], null],
    ["others once one's own is in", [stage({ position: 2, ownIn: at(11) })], [span(8, 11)], 11],
    ["what opened to a lead whose duty ended", [stage({ led: [between(0, 11)] })], [], 10],
    ["nothing to a lead whose duty had ended", [stage({ led: [between(0, 9)] })], [], null],
    [
      "nothing to a lead whose duty ended while they owed",
      [stage({ led: [between(0, 11)] })],
      [span(9, 12)],
      null,
    ],
    ["nothing before the duty began", [stage({ led: [between(13, null)] })], [], 13],
    ["what a second duty opened", [stage({ led: [between(0, 9), between(15, null)] })], [], 15],
    [
      "nothing of a stage whose decider they were no more when it opened",
      [stage({ led: [between(0, 9)], decided: [between(0, 9)] })],
      [span(8, null)],
      null,
    ],
    ["nobody's before the first came in", [stage({ led: always, othersIn: at(13) })], [], 13],
  ])("%s", (_name, stages, owed, hour) => {
    const reading = readingOf(stages, owed, [], NOW);
    expect(reading).toEqual(hour === null ? null : { at: at(hour), stages: ["Screen"] });
  });

  it("counts broken glass, whatever else was sealed, and names each stage once", () => {
    const reading = readingOf(
      [stage({ led: always })],
      [span(12, null)],
      [
        { at: at(9), stage: "Loop" },
        { at: at(15), stage: "Loop" },
      ],
      NOW,
    );
    expect(reading).toEqual({ at: at(9), stages: ["Loop", "Screen"] });
  });
});
