import { describe, expect, it } from "vitest";
import {
  owes,
  quorumOf,
  type Seat,
  type StageSeal,
  whyBlind,
  whyNotRead,
  whyNotReadAgain,
} from "./seal.ts";

const seat = (over: Partial<Seat> = {}): Seat => ({
  scorecardId: "card",
  authorId: "ann",
  applicationId: "app",
  stageId: "loop",
  state: "submitted",
  shadow: false,
  countsToQuorum: true,
  interviewState: "held",
  ...over,
});

const stage = (over: Partial<StageSeal> = {}): StageSeal => ({
  applicationId: "app",
  stageId: "loop",
  position: 2,
  decided: false,
  quorumLoweredTo: null,
  hasInterviews: true,
  unseated: 0,
  left: false,
  ...over,
});

const screen = stage({ stageId: "screen", position: 1 });
const loop = stage();
const left = stage({ left: true });
const otherJob = stage({ applicationId: "other", stageId: "other-screen", position: 1 });
const stages = [screen, loop, otherJob];

const me = { memberId: "me", leads: false, decides: false };
const lead = { ...me, leads: true };
const decider = { ...lead, decides: true };
const inLoop = seat({ authorId: "ann" });
const mine = (over: Partial<Seat> = {}) => seat({ authorId: "me", scorecardId: "mine", ...over });

describe("law 1: who owes", () => {
  it.each([
    ["assigned", "scheduled", true],
    ["draft", "scheduled", true],
    ["assigned", "held", true],
    ["draft", "held", true],
    ["assigned", "cancelled", false],
    ["draft", "absent", false],
    ["submitted", "held", false],
    ["excused", "held", false],
    ["void", "held", false],
    ["struck", "held", false],
  ] as const)(
    "a %s scorecard of an interview that is %s: %s",
    (state, interviewState, expected) => {
      expect(owes(seat({ state, interviewState }))).toBe(expected);
    },
  );
});

describe("law 1: who reads a stage", () => {
  const read = (
    reader: typeof me,
    seats: readonly Seat[],
    at: StageSeal = loop,
    all: readonly StageSeal[] = stages,
  ) => whyNotRead(reader, seats, all, at)?.code ?? "open";

  it.each<[string, string, typeof me, Seat[], StageSeal?, StageSeal[]?]>([
    ["open", "who rated, once the quorum is in", me, [inLoop, mine()]],
    ["open", "who leads, once the quorum is in", lead, [inLoop]],
    ["open", "a shadow who wrote theirs", me, [inLoop, mine({ shadow: true })]],
    ["SEALED_OTHERS", "anybody else", me, [inLoop]],
    [
      "SEALED_QUORUM",
      "who rated, while another is missing",
      me,
      [mine(), seat({ state: "draft" })],
    ],
    ["SEALED_QUORUM", "who leads, while one is missing", lead, [seat({ state: "assigned" })]],
    ["open", "who leads, of a stage that was left before anyone sat there", lead, [], left],
    [
      "open",
      "who leads, of a stage that was left with its interview cancelled",
      lead,
      [seat({ state: "assigned", interviewState: "cancelled" })],
      left,
    ],
    ["SEALED_OTHERS", "anybody else, of a stage that was left", me, [], left],
    [
      "SEALED_QUORUM",
      "who leads, of a stage that was left while one is missing",
      lead,
      [inLoop, seat({ state: "assigned" })],
      left,
    ],
    [
      "SEALED_QUORUM",
      "who leads, of a stage that was left with too little to count",
      lead,
      [seat({ countsToQuorum: false })],
      left,
    ],
    ["SEALED_QUORUM", "who leads, of a stage in which nobody sits yet", lead, []],
    ["SEALED_OWES", "who owes in this stage", me, [inLoop, mine({ state: "assigned" })]],
    ["SEALED_OWES", "who leads and owes here", decider, [inLoop, mine({ state: "draft" })]],
    ["SEALED_OWES", "a shadow who owes", me, [inLoop, mine({ state: "draft", shadow: true })]],
    [
      "SEALED_OWES",
      "who leads and owes in an earlier stage",
      decider,
      [inLoop, mine({ state: "draft", stageId: "screen" })],
    ],
    [
      "SEALED_OWES",
      "who leads and owes in another application of the person",
      decider,
      [inLoop, mine({ state: "draft", applicationId: "other", stageId: "other-screen" })],
    ],
    [
      "SEALED_OWES",
      "who rated here and owes later",
      me,
      [seat({ stageId: "screen" }), mine({ stageId: "screen" }), mine({ state: "assigned" })],
      screen,
    ],
    [
      "open",
      "who must decide this stage and owes a later one",
      decider,
      [seat({ stageId: "screen" }), mine({ state: "assigned" })],
      screen,
    ],
    [
      "SEALED_OWES",
      "who leads and does not decide, and owes a later one",
      lead,
      [seat({ stageId: "screen" }), mine({ state: "assigned" })],
      screen,
    ],
    [
      "SEALED_OWES",
      "who decided the earlier stage already and owes a later one",
      decider,
      [seat({ stageId: "screen" }), mine({ state: "assigned" })],
      { ...screen, decided: true },
      [{ ...screen, decided: true }, loop],
    ],
    [
      "open",
      "who owed in an interview that was cancelled",
      lead,
      [inLoop, mine({ state: "assigned", interviewState: "cancelled" })],
    ],
    ["SEALED_EXCUSED", "who was excused here", lead, [inLoop, mine({ state: "excused" })]],
    [
      "SEALED_EXCUSED",
      "who was excused in another undecided stage",
      lead,
      [inLoop, mine({ state: "excused", stageId: "screen" })],
    ],
    [
      "open",
      "who leads and was excused in a stage that is decided",
      lead,
      [inLoop, mine({ state: "excused", stageId: "screen" })],
      loop,
      [{ ...screen, decided: true }, loop],
    ],
    [
      "SEALED_OTHERS",
      "who was excused and does not lead, even when it is decided",
      me,
      [inLoop, mine({ state: "excused" })],
      { ...loop, decided: true },
      [{ ...loop, decided: true }],
    ],
    [
      "SEALED_OTHERS",
      "whose own scorecard was struck",
      me,
      [inLoop, mine({ state: "struck" })],
      { ...loop, decided: true },
      [{ ...loop, decided: true }],
    ],
  ])("%s to %s", (expected, _who, reader, seats, at, all) => {
    expect(read(reader, seats, at, all)).toBe(expected);
  });

  it("gives nobody a way in by their duties while they owe", () => {
    for (const leads of [false, true]) {
      for (const decides of [false, true]) {
        const reader = { memberId: "me", leads, decides };
        expect(read(reader, [inLoop, mine({ state: "assigned" })])).toBe("SEALED_OWES");
      }
    }
  });
});

describe("law 1: who reads nothing at all", () => {
  const decided = [{ ...screen, decided: true }, loop];

  it.each<[string, Seat[], readonly StageSeal[], string | null]>([
    ["who has no seat", [inLoop], stages, null],
    ["who submitted", [mine()], stages, null],
    ["who owes", [mine({ state: "assigned" })], stages, "SEALED_OWES"],
    ["whose interview was cancelled", [mine({ interviewState: "cancelled" })], stages, null],
    [
      "who was excused, the stage undecided",
      [mine({ state: "excused" })],
      stages,
      "SEALED_EXCUSED",
    ],
    [
      "who was excused, the stage decided",
      [mine({ state: "excused", stageId: "screen" })],
      decided,
      null,
    ],
    [
      "who was excused in a stage that is not known",
      [mine({ state: "excused" })],
      [],
      "SEALED_EXCUSED",
    ],
    [
      "who was excused and owes elsewhere",
      [mine({ state: "excused" }), mine({ state: "draft", stageId: "screen" })],
      stages,
      "SEALED_OWES",
    ],
  ])("%s", (_name, seats, all, expected) => {
    expect(whyBlind("me", seats, all)?.code ?? null).toBe(expected);
  });
});

describe("law 1: what was answered once is not answered again to who was seated since", () => {
  const NOON = new Date("2030-01-01T12:00:00.000Z");
  const since = (minutes: number, over: Partial<Seat>) => ({
    ...mine(over),
    assignedAt: new Date(+NOON + minutes * 60_000),
  });

  it.each<[string, ReturnType<typeof since>[], string | null]>([
    ["who has no seat", [], null],
    ["who owes since", [since(1, { state: "assigned" })], "SEALED_OWES"],
    ["who was excused since", [since(1, { state: "excused" })], "SEALED_EXCUSED"],
    ["who submitted since", [since(1, {})], null],
    ["who owed then already", [since(-1, { state: "assigned" })], null],
    ["who owed from that instant on", [since(0, { state: "assigned" })], null],
    [
      "who had submitted then and owes another since",
      [since(-9, {}), since(1, { state: "draft", stageId: "screen" })],
      "SEALED_OWES",
    ],
  ])("%s", (_name, seats, expected) => {
    expect(whyNotReadAgain("me", seats, stages, NOON)?.code ?? null).toBe(expected);
  });
});

describe("law 4: quorum", () => {
  it.each<[string, Seat[], Partial<StageSeal>, { needed: number; counted: number; met: boolean }]>([
    ["nobody seated yet", [], {}, { needed: 1, counted: 0, met: false }],
    [
      "a stage without interviews",
      [],
      { hasInterviews: false },
      { needed: 0, counted: 0, met: true },
    ],
    [
      "one of two in",
      [seat(), seat({ state: "draft" })],
      {},
      { needed: 2, counted: 1, met: false },
    ],
    ["all in", [seat(), seat()], {}, { needed: 2, counted: 2, met: true }],
    ["one excused", [seat(), seat({ state: "excused" })], {}, { needed: 1, counted: 1, met: true }],
    ["all excused", [seat({ state: "excused" })], {}, { needed: 1, counted: 0, met: false }],
    [
      "a shadow in",
      [seat(), seat({ shadow: true, state: "draft" })],
      {},
      { needed: 1, counted: 1, met: true },
    ],
    [
      "only a shadow in",
      [seat({ state: "draft" }), seat({ shadow: true })],
      {},
      { needed: 1, counted: 0, met: false },
    ],
    [
      "too little rated",
      [seat({ countsToQuorum: false })],
      {},
      { needed: 1, counted: 0, met: false },
    ],
    [
      "an interview without a time",
      [seat()],
      { unseated: 1 },
      { needed: 2, counted: 1, met: false },
    ],
    [
      "a cancelled interview",
      [seat(), seat({ state: "void", interviewState: "cancelled" })],
      {},
      { needed: 1, counted: 1, met: true },
    ],
    [
      "all interviews cancelled",
      [seat({ state: "void", interviewState: "cancelled" })],
      {},
      { needed: 1, counted: 0, met: false },
    ],
    ["one struck", [seat(), seat({ state: "struck" })], {}, { needed: 2, counted: 1, met: false }],
    [
      "one struck after the decision",
      [seat(), seat({ state: "struck" })],
      { decided: true },
      { needed: 1, counted: 1, met: true },
    ],
    [
      "a lowered one",
      [seat(), seat({ state: "draft" })],
      { quorumLoweredTo: 1 },
      { needed: 1, counted: 1, met: true },
    ],
    [
      "never raised by lowering",
      [seat()],
      { quorumLoweredTo: 3 },
      { needed: 1, counted: 1, met: true },
    ],
    [
      "seats of another stage",
      [seat(), seat({ stageId: "screen", state: "draft" })],
      {},
      { needed: 1, counted: 1, met: true },
    ],
  ])("%s", (_name, seats, over, expected) => {
    expect(quorumOf(seats, stage(over))).toEqual(expected);
  });
});
