import { describe, expect, it } from "vitest";
import { whyNotAsRead, whyNotFlow, whyNotWriteFlow } from "./rules.ts";

const fit = new Set(["ada", "ben", "cleo"]);
const seat = (memberId: string, standInId: string | null = null) => ({ memberId, standInId });

describe("law 8: a flow can be completed", () => {
  it.each([
    ["by one who may", 1, [seat("ada")], null],
    ["by two of three", 2, [seat("ada"), seat("ben"), seat("cleo")], null],
    ["with a stand-in", 1, [seat("ada", "ben")], null],
    ["not by fewer than it needs", 2, [seat("ada")], "FLOW_SHORT"],
    ["not by one who may not", 1, [seat("dana")], "FLOW_MEMBER"],
    ["not with a stand-in who may not", 1, [seat("ada", "dana")], "FLOW_MEMBER"],
    ["not by one person twice", 2, [seat("ada"), seat("ada")], "FLOW_MEMBER"],
    ["not by their own stand-in", 1, [seat("ada", "ada")], "FLOW_MEMBER"],
  ])("%s", (_, approvals, members, code) => {
    const groups = [{ name: "Finance", approvals, members }];
    expect(whyNotFlow(groups, fit)?.code ?? null).toBe(code);
  });

  it.each([
    [0, 0, null],
    [2, 3, "FLOW_CHANGED"],
  ])("written over version %i while version %i holds: %s", (seen, now, code) => {
    expect(whyNotWriteFlow(seen, now)?.code ?? null).toBe(code);
  });
});

it.each([
  [undefined, 4, null],
  [4, 4, null],
  [3, 4, "CHANGED_SINCE_READ"],
])("law 15: read as %j and now %i: %s", (read, now, code) => {
  expect(whyNotAsRead(read, now)?.code ?? null).toBe(code);
});
