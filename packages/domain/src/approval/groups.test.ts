import { describe, expect, it } from "vitest";
import { type ApprovalGroup, groupInTurn, isApproved, approvalHindrance } from "./groups.ts";

const at = new Date("2030-03-01T12:00:00.000Z");
/** A group by the members in it; a capital letter has approved. */
const group = (members: string, approvals = 1): ApprovalGroup => ({
  name: "Group",
  approvals,
  members: members.split("").map((one) => ({
    memberId: one.toLowerCase(),
    approvedAt: one === one.toLowerCase() ? null : at,
  })),
});

describe("approvals in groups", () => {
  it.each<[string, ApprovalGroup[], number | null, boolean]>([
    ["nobody", [], null, false],
    ["the first", [group("ab"), group("c")], 0, false],
    ["the second", [group("Ab"), group("c")], 1, false],
    ["all that is required of a group", [group("Ab", 2), group("c")], 0, false],
    ["all", [group("AB", 2), group("C")], null, true],
  ])("ask %s", (_, groups, turn, approved) => {
    expect([groupInTurn(groups), isApproved(groups)]).toEqual([turn, approved]);
  });

  it.each<[string, ApprovalGroup[], string | null]>([
    ["counts of whom the group in turn names", [group("ab")], null],
    ["waits for the group before", [group("b"), group("a")], "not_in_turn"],
    ["counts once", [group("Ab", 2)], "approved"],
    ["was counted in a group before", [group("A"), group("b")], "approved"],
    ["counts in each group that names them", [group("A"), group("a")], null],
    ["is not asked for", [group("b")], "not_named"],
    ["is asked for no more, its group is done", [group("aB"), group("c")], "not_named"],
  ])("one's approval %s", (_, groups, expected) => {
    expect(approvalHindrance(groups, "a")).toBe(expected);
  });
});
