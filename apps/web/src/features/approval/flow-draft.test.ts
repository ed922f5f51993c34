import { describe, expect, it } from "vitest";
import { draftOf, EMPTY_GROUP, flowOfJob, type GroupDraft, lacksInFlow } from "./flow-draft.ts";

const LUCIA = "01900000-0000-7000-8000-000000000001";
const TOMAS = "01900000-0000-7000-8000-000000000002";
const person = (id: string) => ({ id, name: "Somebody", active: true });
const finance: GroupDraft = {
  name: "Finance",
  approvals: 1,
  members: [{ memberId: LUCIA, standInId: TOMAS }],
};

describe("law 8: the form of an approval flow", () => {
  it("begins with the groups of the version that is changed", () => {
    const groups = [
      {
        name: "Finance",
        approvals: 1,
        members: [{ member: person(LUCIA), standIn: person(TOMAS) }],
      },
    ];
    expect(draftOf({ groups })).toEqual([finance]);
    expect(draftOf({ groups: [] })).toEqual([]);
    expect(draftOf(undefined)).toEqual([EMPTY_GROUP]);
  });

  it.each<[GroupDraft[], string, string | null]>([
    [[finance], "Directors left", null],
    [[], "Back to the organization's", null],
    [[EMPTY_GROUP], "Directors left", "Give each group a name and members."],
    [[{ ...finance, name: " " }], "Directors left", "Give each group a name and members."],
    [[{ ...finance, members: [] }], "Directors left", "Give each group a name and members."],
    [
      [{ ...finance, approvals: 2 }],
      "Directors left",
      "A group needs at least as many members as approvals.",
    ],
    [[finance], " x ", "Say why."],
  ])("%j, because %j: %j", (groups, reason, lacks) => {
    expect(lacksInFlow(groups, reason)).toBe(lacks);
  });
});

describe("law 8: the flow that a job's offers take", () => {
  const none = { groups: [] };
  const own = { groups: ["own"] };
  const earlier = { groups: ["earlier"] };
  const organization = { groups: ["organization"] };

  it.each<[string, { groups: string[] }[], { groups: string[] } | null, string, unknown]>([
    ["its own before the organization's", [own, earlier], organization, "job", own],
    ["its own alone", [own], null, "job", own],
    [
      "the organization's where its own has no group",
      [none, own],
      organization,
      "organization",
      organization,
    ],
    ["the organization's where it never had one", [], organization, "organization", organization],
    ["none where the organization's has no group", [], none, "offer", null],
    ["none", [], null, "offer", null],
  ])("%s", (_, versions, ofOrganization, by, version) => {
    expect(flowOfJob({ versions, organization: ofOrganization })).toEqual({ by, version });
  });
});
