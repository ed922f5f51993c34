import { describe, expect, it } from "vitest";
import {
  type GroupState,
  whyNotGroups,
  whyNotInPlace,
  whyNotReplace,
  whyNotTheirTurn,
} from "./approval-rules.ts";

const AT = new Date("2030-03-01T12:00:00.000Z");
type Member = GroupState["members"][number];

const waits = (memberId: string): Member => ({
  memberId,
  insteadOf: null,
  approvedAt: null,
  replacedAt: null,
});
const done = (memberId: string): Member => ({ ...waits(memberId), approvedAt: AT });
const replaced = (memberId: string): Member => ({ ...waits(memberId), replacedAt: AT });

/** Groups in order; one is complete once all its people have approved or were replaced. */
const asked = (...groups: Member[][]): GroupState[] =>
  groups.map((members, position) => ({
    position,
    name: `Group ${position}`,
    approvals: members.length,
    exception: false,
    flowId: null,
    completedAt: members.some((one) => one.approvedAt === null && one.replacedAt === null)
      ? null
      : AT,
    members,
  }));

describe("law 8: one group after the other", () => {
  it.each<[string, GroupState[], string]>([
    ["whom the open group names", asked([waits("ada")]), "ok"],
    ["anyone, where no group was kept", [], "ok"],
    ["whom the second group names too", asked([done("ada")], [waits("ada")]), "ok"],
    ["who approved in the open group", asked([done("ada"), waits("bo")]), "APPROVAL_GIVEN"],
    ["who approved in one before", asked([done("ada")], [waits("bo")]), "APPROVAL_GIVEN"],
    ["whose group comes later", asked([waits("bo")], [waits("ada")]), "APPROVAL_NOT_YET"],
    ["who was replaced", asked([replaced("ada"), waits("bo")]), "FORBIDDEN"],
    ["whom nobody asked", asked([waits("bo")]), "FORBIDDEN"],
  ])("%s approves or does not", (_name, groups, expected) => {
    expect(whyNotTheirTurn(groups, "ada")?.code ?? "ok").toBe(expected);
  });
});

describe("law 8: an approver who cannot", () => {
  it.each<[string, GroupState[], boolean, string]>([
    ["waited for in vain", asked([waits("ada")]), false, "ok"],
    ["of a group to come", asked([waits("bo")], [waits("ada")]), false, "ok"],
    ["who still can", asked([waits("ada")]), true, "APPROVER_FIT"],
    ["who approved", asked([done("ada"), waits("bo")]), false, "APPROVER_NOT_ASKED"],
    ["replaced before", asked([replaced("ada"), waits("bo")]), false, "APPROVER_NOT_ASKED"],
    ["whom nobody asked", asked([waits("bo")]), true, "APPROVER_NOT_ASKED"],
  ])("is replaced or not: one %s", (_name, groups, fit, expected) => {
    expect(whyNotReplace(groups, "ada", fit)?.code ?? "ok").toBe(expected);
  });
});

describe("law 8: who is asked to approve", () => {
  it.each([
    [0, 1, "APPROVAL_SHORT"],
    [1, 1, null],
    [1, 2, "APPROVAL_SHORT"],
    [3, 2, null],
  ])("%i who may, %i needed: %s", (may, approvals, code) => {
    const groups = [{ name: "Finance", approvals, members: Array(may).fill("somebody") }];
    expect(whyNotGroups(groups)?.code ?? null).toBe(code);
  });

  it.each([
    ["the stand-in", "lucia", { id: "lucia", name: "Lucia" }, null],
    [
      "another where there is a stand-in",
      "noor",
      { id: "lucia", name: "Lucia" },
      "APPROVER_STAND_IN",
    ],
    ["anybody where there is none", "noor", null, null],
    ["who is asked already", "ingrid", null, "APPROVER_UNFIT"],
  ])("%s: %s", (_, byMemberId, standIn, code) => {
    const members = [{ memberId: "ingrid" }];
    expect(whyNotInPlace(byMemberId, { standIn, members })?.code ?? null).toBe(code);
  });
});
