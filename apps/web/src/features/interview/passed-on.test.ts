import { describe, expect, it } from "vitest";
import { passedOnWords } from "./passed-on.ts";

const NAMES: Record<string, string> = { j: "Jonas", p: "Priya", s: "Samuel", n: "Noor" };
const nameOf = (id: string) => NAMES[id] ?? "";
const seat = (memberId: string, shadow = false) => ({
  scorecardId: memberId,
  memberId,
  name: nameOf(memberId),
  shadow,
  state: "assigned" as const,
});

describe("who is asked instead", () => {
  it.each([
    ["all who were named", ["j", "p"], [seat("j"), seat("p")], null],
    [
      "one for one",
      ["j", "p"],
      [seat("s"), seat("p")],
      "Samuel is asked instead of Jonas, who has enough interviews that week.",
    ],
    [
      "two for two",
      ["j", "p"],
      [seat("s"), seat("n")],
      "Samuel and Noor are asked instead of Jonas and Priya, who have enough interviews that week.",
    ],
    ["a shadow is nobody's replacement", ["j"], [seat("j"), seat("s", true)], null],
  ])("%s", (_, named, seats, words) => {
    expect(passedOnWords(named, { seats, proposed: null }, nameOf)).toBe(words);
  });

  it("goes by whom the candidate is offered, before a time is chosen", () => {
    const people = [{ memberId: "s", name: "Samuel", shadow: false }];
    const view = { seats: [], proposed: { minutes: 60, people } };
    expect(passedOnWords(["j"], view, nameOf)).toMatch(/^Samuel is asked instead of Jonas/);
  });
});
