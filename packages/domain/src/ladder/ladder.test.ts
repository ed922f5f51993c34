import { describe, expect, test } from "vitest";
import {
  type LadderLevel,
  ladderOf,
  lateralMoves,
  nextLevels,
  pathBetween,
  trackOf,
} from "./ladder.ts";

type Written = Omit<LadderLevel, "name">;
const named = (levels: readonly Written[]): LadderLevel[] =>
  levels.map((level) => ({ ...level, name: level.key }));

/** The project's own ladder: two ways on from senior, and moves between them. */
const OWN = named([
  { key: "junior", track: "engineer" },
  { key: "engineer", track: "engineer", follows: ["junior"] },
  { key: "senior", track: "engineer", follows: ["engineer"] },
  { key: "staff", track: "technical", follows: ["senior"], lateral: ["manager"] },
  { key: "principal", track: "technical", follows: ["staff"], lateral: ["vp"] },
  { key: "manager", track: "management", follows: ["senior"], lateral: ["staff"] },
  { key: "vp", track: "management", follows: ["manager"] },
]);
const PLAIN = named([{ key: "one" }, { key: "two" }, { key: "three" }]);
/** Tracks without `follows`; the empty lists and nulls are those of a row of the database. */
const TRACKS_ALONE = named([
  { key: "a1", track: "engineer", follows: [], lateral: [] },
  { key: "b1", track: "management", follows: [], lateral: [] },
  { key: "a2", track: "engineer", follows: [], lateral: [] },
  { key: "none", track: null, follows: [], lateral: [] },
  { key: "b2", track: "management", follows: ["b1", "a2"], lateral: [] },
]);
/** Two ways of one length; the top names the later level first. */
const DIAMOND = named([
  { key: "bottom" },
  { key: "left", follows: ["bottom"] },
  { key: "right", follows: ["bottom"] },
  { key: "top", follows: ["right", "left"] },
]);
/** A short way and a long way to the top, the long one first in the list. */
const TWO_WAYS = named([
  { key: "start", follows: ["nowhere"] },
  { key: "slow", follows: ["start"] },
  { key: "slower", follows: ["slow"] },
  { key: "quick", follows: ["start"] },
  { key: "top", follows: ["slower", "quick"] },
]);
const CIRCLE = named([{ key: "x", follows: ["y"] }, { key: "y", follows: ["x"] }, { key: "z" }]);

const keys = (levels: readonly LadderLevel[] | null) => levels?.map(({ key }) => key) ?? null;

describe("nextLevels", () => {
  test.each<[string, LadderLevel[], string, string[]]>([
    ["the next of the track", OWN, "junior", ["engineer"]],
    ["two ways on", OWN, "senior", ["staff", "manager"]],
    ["no promotion over a lateral move", OWN, "staff", ["principal"]],
    ["nothing at the top", OWN, "vp", []],
    ["nothing after a level that is not there", OWN, "fellow", []],
    ["the one after it where nothing is written", PLAIN, "one", ["two"]],
    ["nothing after the last of a plain list", PLAIN, "three", []],
    ["the next of its own track, over another's", TRACKS_ALONE, "a1", ["a2"]],
    ["the one that names it, in another track", TRACKS_ALONE, "a2", ["b2"]],
    ["nothing for a level apart from the tracks", TRACKS_ALONE, "none", []],
  ])("%s", (_name, levels, key, expected) => {
    expect(keys(nextLevels(levels, key))).toEqual(expected);
  });
});

describe("lateralMoves", () => {
  test.each<[string, LadderLevel[], string, string[]]>([
    ["named at both ends", OWN, "staff", ["manager"]],
    ["named at this end alone", OWN, "principal", ["vp"]],
    ["named at the other end alone", OWN, "vp", ["principal"]],
    ["none", OWN, "senior", []],
    ["none in a plain list", PLAIN, "two", []],
    ["none of a level that is not there", OWN, "fellow", []],
    ["none to itself", named([{ key: "own", lateral: ["own"] }]), "own", []],
  ])("%s", (_name, levels, key, expected) => {
    expect(keys(lateralMoves(levels, key))).toEqual(expected);
  });
});

describe("trackOf", () => {
  test.each<[string, LadderLevel[], string, string | null]>([
    ["of an engineer", OWN, "senior", "engineer"],
    ["of technical direction", OWN, "principal", "technical"],
    ["of management", OWN, "manager", "management"],
    ["of a plain list", PLAIN, "one", null],
    ["of a level that is not there", OWN, "fellow", null],
  ])("%s", (_name, levels, key, expected) => {
    expect(trackOf(levels, key)).toBe(expected);
  });
});

describe("pathBetween", () => {
  test.each<[string, LadderLevel[], string, string, string[] | null]>([
    ["up one track", OWN, "junior", "senior", ["junior", "engineer", "senior"]],
    ["over to management", OWN, "engineer", "vp", ["engineer", "senior", "manager", "vp"]],
    ["to the level itself", OWN, "staff", "staff", ["staff"]],
    ["not down", OWN, "senior", "junior", null],
    ["not across", OWN, "staff", "manager", null],
    ["not between the tops", OWN, "principal", "vp", null],
    ["not to a level that is not there", OWN, "junior", "fellow", null],
    ["not from a level that is not there", OWN, "fellow", "vp", null],
    ["not from it to itself", OWN, "fellow", "fellow", null],
    ["through a plain list", PLAIN, "one", "three", ["one", "two", "three"]],
    ["the shorter way", TWO_WAYS, "start", "top", ["start", "quick", "top"]],
    [
      "of two ways alike that through the earlier level",
      DIAMOND,
      "bottom",
      "top",
      ["bottom", "left", "top"],
    ],
    ["out of a circle never", CIRCLE, "x", "nowhere", null],
    ["round a circle", CIRCLE, "x", "z", ["x", "y", "z"]],
  ])("%s", (_name, levels, from, to, expected) => {
    expect(keys(pathBetween(levels, from, to))).toEqual(expected);
  });
});

describe("ladderOf", () => {
  test("says what holds, and of its own answer the same", () => {
    const ladder = ladderOf(OWN);
    expect(ladder[6]).toEqual({
      key: "vp",
      name: "vp",
      track: "management",
      follows: ["manager"],
      lateral: ["principal"],
    });
    for (const levels of [OWN, PLAIN, TRACKS_ALONE, TWO_WAYS, CIRCLE]) {
      expect(ladderOf(ladderOf(levels))).toEqual(ladderOf(levels));
    }
  });

  test("leaves out what is not there, and takes each level once, in their order", () => {
    const [, , top] = ladderOf(
      named([
        { key: "a" },
        { key: "b" },
        { key: "top", follows: ["b", "gone", "a", "b"], lateral: ["top"] },
      ]),
    );
    expect(top).toMatchObject({ follows: ["a", "b"], lateral: [] });
  });
});
