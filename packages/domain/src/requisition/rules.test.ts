import { describe, expect, it } from "vitest";
import type { ApprovalGroup } from "../approval/groups.ts";
import type { Denial } from "../errors.ts";
import {
  type ApproverFacts,
  type RequisitionCommand,
  type RequisitionFacts,
  whyNotApprove,
  whyNotApprover,
  whyNotBand,
  whyNotCancel,
  whyNotChange,
  whyNotFrom,
  whyNotGroups,
  whyNotMakeJob,
  whyNotRequest,
  whyNotSeats,
} from "./rules.ts";
import { REQUISITION_STATES, type RequisitionState } from "./schemas.ts";

const AT = new Date("2030-03-01T12:00:00.000Z");
const group = (memberId: string, approvedAt: Date | null = null, approvals = 1): ApprovalGroup => ({
  name: "Group",
  approvals,
  members: [{ memberId, approvedAt }],
});
const FACTS: RequisitionFacts = {
  state: "draft",
  authorId: "author",
  actorId: "author",
  locations: ["DE"],
  reason: "A second shift.",
  band: { minMinor: 1, maxMinor: 2 },
  raised: false,
  groups: [group("approver")],
  openings: { reserved: 0, filled: 0 },
};
const code = (denial: Denial | null) => denial?.code ?? "ok";

describe("state machine: requisition", () => {
  /** The table, written out again: from which states each command is allowed. */
  const ALLOWED: Record<RequisitionCommand, readonly RequisitionState[]> = {
    change: ["draft"],
    request: ["draft"],
    approve: ["pending"],
    sendBack: ["pending"],
    hold: ["approved"],
    resume: ["on_hold"],
    cancel: ["draft", "pending", "approved", "on_hold"],
  };
  const COMMANDS: readonly RequisitionCommand[] = [
    "change",
    "request",
    "approve",
    "sendBack",
    "hold",
    "resume",
    "cancel",
  ];

  for (const command of COMMANDS) {
    for (const state of REQUISITION_STATES) {
      const expected = ALLOWED[command].includes(state) ? "ok" : "REQUISITION_STATE";
      it(`${command} from ${state}: ${expected}`, () => {
        expect(code(whyNotFrom(state, command))).toBe(expected);
      });
    }
  }
});

describe("a requisition on its way", () => {
  const STEPS = {
    change: (changed: Partial<RequisitionFacts>) => whyNotChange({ ...FACTS, ...changed }),
    request: (changed: Partial<RequisitionFacts>) => whyNotRequest({ ...FACTS, ...changed }),
    approve: (changed: Partial<RequisitionFacts>) =>
      whyNotApprove({ ...FACTS, state: "pending", actorId: "approver", ...changed }),
    cancel: (changed: Partial<RequisitionFacts>) => whyNotCancel({ ...FACTS, ...changed }),
  };

  it.each<[keyof typeof STEPS, Partial<RequisitionFacts>, string]>([
    ["change", {}, "ok"],
    ["change", { actorId: "other" }, "REQUISITION_NOT_YOURS"],
    ["change", { state: "pending" }, "REQUISITION_STATE"],
    ["request", {}, "ok"],
    ["request", { actorId: "other" }, "REQUISITION_NOT_YOURS"],
    ["request", { state: "approved" }, "REQUISITION_STATE"],
    ["request", { locations: [] }, "REQUISITION_INCOMPLETE"],
    ["request", { reason: " x " }, "REQUISITION_INCOMPLETE"],
    ["request", { groups: [] }, "REQUISITION_INCOMPLETE"],
    ["request", { band: null }, "REQUISITION_INCOMPLETE"],
    ["request", { band: null, raised: true }, "ok"],
    ["approve", {}, "ok"],
    ["approve", { actorId: "author" }, "REQUISITION_OWN_APPROVAL"],
    ["approve", { state: "draft" }, "REQUISITION_STATE"],
    ["approve", { actorId: "other" }, "FORBIDDEN"],
    ["approve", { groups: [group("approver", AT, 2)] }, "REQUISITION_APPROVED_ALREADY"],
    ["approve", { groups: [group("first"), group("approver")] }, "REQUISITION_NOT_IN_TURN"],
    ["approve", { groups: [group("first", AT), group("approver")] }, "ok"],
    ["cancel", {}, "ok"],
    ["cancel", { state: "fulfilled" }, "REQUISITION_STATE"],
    ["cancel", { openings: { reserved: 1, filled: 0 } }, "REQUISITION_SEATS_TAKEN"],
    ["cancel", { openings: { reserved: 0, filled: 1 } }, "REQUISITION_SEATS_TAKEN"],
  ])("%s with %j: %s", (step, changed, expected) => {
    expect(code(STEPS[step](changed))).toBe(expected);
  });
});

describe("law 9: seats that offers rest on", () => {
  it.each([
    [3, "ok"],
    [2, "REQUISITION_SEATS_TAKEN"],
  ])("%i of them: %s", (seats, expected) => {
    expect(code(whyNotSeats(seats, { reserved: 1, filled: 2 }))).toBe(expected);
  });
});

describe("what a draft says", () => {
  it.each([
    [null, "ok"],
    [{ minMinor: 5, maxMinor: 5 }, "ok"],
    [{ minMinor: 6, maxMinor: 5 }, "REQUISITION_BAND"],
  ])("has a band %j: %s", (band, expected) => {
    expect(code(whyNotBand(band))).toBe(expected);
  });

  it.each([
    [[], "ok"],
    [[{ approvals: 2, memberIds: ["a", "b"] }], "ok"],
    [[{ approvals: 3, memberIds: ["a", "b"] }], "REQUISITION_GROUPS"],
    [[{ approvals: 1, memberIds: ["a", "a"] }], "REQUISITION_GROUPS"],
  ])("has the groups %j: %s", (groups, expected) => {
    expect(code(whyNotGroups(groups))).toBe(expected);
  });
});

describe("laws 7 and 15: who approves", () => {
  const fit: ApproverFacts = {
    id: "approver",
    name: "Ada",
    active: true,
    roles: ["manager"],
    author: false,
    conflict: false,
    blind: false,
  };
  it.each<[string, ApproverFacts | null, string]>([
    ["a manager", fit, "ok"],
    ["a manager who audits too", { ...fit, roles: ["auditor", "manager"] }, "ok"],
    ["its author", { ...fit, author: true }, "REQUISITION_OWN_APPROVAL"],
    ["nobody that there is", null, "REQUISITION_APPROVER_UNFIT"],
    ["who was disabled", { ...fit, active: false }, "REQUISITION_APPROVER_UNFIT"],
    ["who only audits", { ...fit, roles: ["auditor"] }, "REQUISITION_APPROVER_UNFIT"],
    ["who referred the candidate", { ...fit, conflict: true }, "REQUISITION_APPROVER_UNFIT"],
    ["who owes a scorecard", { ...fit, blind: true }, "REQUISITION_APPROVER_UNFIT"],
  ])("is %s: %s", (_name, approver, expected) => {
    expect(code(whyNotApprover(approver))).toBe(expected);
  });
});

describe("law 9: the job that a requisition becomes", () => {
  it.each([
    [null, "approved", null],
    ["a job", "approved", "REQUISITION_USED"],
    [null, "pending", "REQUISITION_STATE"],
    [null, "on_hold", "REQUISITION_STATE"],
  ] as const)("made already: %s, and it is %s: %s", (jobId, state, code) => {
    expect(whyNotMakeJob({ jobId, state })?.code ?? null).toBe(code);
  });
});
