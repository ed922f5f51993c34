import { describe, expect, it } from "vitest";
import type { Denial } from "../errors.ts";
import type { GroupState } from "./approval-rules.ts";
import {
  OFFER_FROM,
  type OfferCommand,
  type OfferFacts,
  whyNotAccept,
  whyNotApprove,
  whyNotApprover,
  whyNotAskChange,
  whyNotAskToWithdraw,
  whyNotChange,
  whyNotConfirm,
  whyNotDraft,
  whyNotFrom,
  whyNotPlace,
  whyNotRequest,
  whyNotSend,
  whyNotSendBack,
  whyNotTerms,
  whyNotWithdraw,
} from "./rules.ts";
import { OFFER_STATES, type OfferState } from "./schemas.ts";

const NOW = new Date("2030-03-01T12:00:00.000Z");
const FACTS: OfferFacts = {
  state: "draft",
  expiresAt: new Date("2030-03-08T12:00:00.000Z"),
  authorId: "author",
  approverId: "approver",
  groups: [],
  openConditions: [],
  withdrawalAskedBy: "asker",
  actorId: "author",
  application: "active",
  job: "open",
  decided: true,
  others: [],
  now: NOW,
};
/** A group that waits for one approval, or has that of all its people. */
const group = (position: number, memberId: string, approvedAt: Date | null = null): GroupState => ({
  position,
  name: `Group ${position}`,
  approvals: 2,
  exception: false,
  flowId: null,
  completedAt: null,
  members: [{ memberId, insteadOf: null, approvedAt, replacedAt: null }],
});
const code = (denial: Denial | null) => denial?.code ?? "ok";

/** Each command as its best placed actor would give it. */
const COMMANDS: Record<OfferCommand, (state: OfferState) => Denial | null> = {
  change: (state) => whyNotChange({ ...FACTS, state }),
  request: (state) => whyNotRequest({ ...FACTS, state }),
  approve: (state) => whyNotApprove({ ...FACTS, state, actorId: "approver" }),
  sendBack: (state) => whyNotSendBack({ ...FACTS, state }),
  send: (state) => whyNotSend({ ...FACTS, state }),
  askChange: (state) => whyNotAskChange({ ...FACTS, state, actorId: null }),
  accept: (state) => whyNotAccept({ ...FACTS, state, actorId: null }),
  decline: (state) => whyNotFrom(state, "decline"),
  expire: (state) => whyNotFrom(state, "expire"),
  askToWithdraw: (state) => whyNotAskToWithdraw({ ...FACTS, state, withdrawalAskedBy: null }),
  withdraw: (state) => whyNotWithdraw({ ...FACTS, state, actorId: "approver" }),
  confirm: (state) => whyNotConfirm({ ...FACTS, state }),
  fellThrough: (state) => whyNotFrom(state, "fellThrough"),
};

/** The offer table, written out again: from which states each command is allowed. */
const ALLOWED: Record<OfferCommand, readonly OfferState[]> = {
  change: ["draft"],
  request: ["draft"],
  approve: ["pending"],
  sendBack: ["pending", "approved"],
  send: ["approved"],
  askChange: ["sent"],
  accept: ["sent", "change_asked"],
  decline: ["sent", "change_asked"],
  expire: ["sent", "change_asked"],
  askToWithdraw: ["sent", "change_asked"],
  withdraw: ["sent", "change_asked"],
  confirm: ["accepted"],
  fellThrough: ["accepted", "confirmed"],
};
const NAMES = Object.keys(OFFER_FROM).filter((name): name is OfferCommand => name in ALLOWED);

describe("state machine: offer", () => {
  it("has a rule for each of its commands", () => {
    expect(NAMES).toHaveLength(13);
  });

  for (const command of NAMES) {
    for (const state of OFFER_STATES) {
      const expected = ALLOWED[command].includes(state) ? "ok" : "OFFER_STATE";
      it(`${command} from ${state}: ${expected}`, () => {
        expect(code(COMMANDS[command](state))).toBe(expected);
      });
    }
  }
});

describe("law 8: pay", () => {
  const inPast = { ...FACTS, expiresAt: NOW };

  it.each([
    ["that can be answered", FACTS, "ok"],
    ["answered by this millisecond", inPast, "OFFER_EXPIRY_PAST"],
    ["answered by the next", { ...FACTS, expiresAt: new Date(+NOW + 1) }, "ok"],
  ])("terms %s: %s", (_name, terms, expected) => {
    expect(code(whyNotTerms(terms, NOW))).toBe(expected);
  });

  const fit = { id: "approver", active: true, roles: ["manager"], conflict: false, blind: false };
  it.each([
    ["a manager", fit, "ok"],
    ["a manager who audits too", { ...fit, roles: ["auditor", "manager"] }, "ok"],
    ["its author", { ...fit, id: "author" }, "OFFER_OWN_APPROVAL"],
    ["nobody that there is", null, "APPROVER_UNFIT"],
    ["who was disabled", { ...fit, active: false }, "APPROVER_UNFIT"],
    ["who only audits", { ...fit, roles: ["auditor"] }, "APPROVER_UNFIT"],
    ["who referred the candidate", { ...fit, conflict: true }, "APPROVER_UNFIT"],
    ["who owes a scorecard", { ...fit, blind: true }, "APPROVER_UNFIT"],
  ])("is approved by %s: %s", (_name, approver, expected) => {
    expect(code(whyNotApprover(approver, "author"))).toBe(expected);
  });
});

describe("law 8: what an offer is conditional on", () => {
  it.each<[Partial<OfferFacts>, string]>([
    [{ state: "accepted" }, "ok"],
    [{ state: "accepted", openConditions: ["references"] }, "CONDITION_OPEN"],
    [{ state: "sent", openConditions: ["references"] }, "OFFER_STATE"],
  ])("is confirmed with %j: %s", (changed, expected) => {
    expect(code(whyNotConfirm({ ...FACTS, ...changed }))).toBe(expected);
  });
});

describe("each step before an offer is sent", () => {
  const STEPS = {
    draft: (changed: Partial<OfferFacts>) => whyNotDraft({ ...FACTS, ...changed }),
    change: (changed: Partial<OfferFacts>) => whyNotChange({ ...FACTS, ...changed }),
    request: (changed: Partial<OfferFacts>) => whyNotRequest({ ...FACTS, ...changed }),
    approve: (changed: Partial<OfferFacts>) =>
      whyNotApprove({ ...FACTS, state: "pending", actorId: "approver", ...changed }),
    sendBack: (changed: Partial<OfferFacts>) =>
      whyNotSendBack({ ...FACTS, state: "pending", ...changed }),
    send: (changed: Partial<OfferFacts>) => whyNotSend({ ...FACTS, state: "approved", ...changed }),
  };
  const undecided = { decided: false };
  const withdrawn = { application: "withdrawn" } as const;
  const other = { actorId: "other" };

  it.each<[keyof typeof STEPS, Partial<OfferFacts>, string]>([
    ["draft", {}, "ok"],
    ["draft", { application: "on_hold" }, "ok"],
    ["draft", { application: "hired" }, "APPLICATION_STATE"],
    ["draft", withdrawn, "APPLICATION_STATE"],
    ["draft", undecided, "OFFER_UNDECIDED"],
    ["change", other, "OFFER_NOT_YOURS"],
    ["change", undecided, "OFFER_UNDECIDED"],
    ["change", withdrawn, "APPLICATION_STATE"],
    ["change", { state: "pending" }, "OFFER_STATE"],
    ["request", other, "OFFER_NOT_YOURS"],
    ["request", undecided, "OFFER_UNDECIDED"],
    ["request", withdrawn, "APPLICATION_STATE"],
    ["request", { expiresAt: NOW }, "OFFER_EXPIRY_PAST"],
    ["request", { state: "approved" }, "OFFER_STATE"],
    ["approve", { actorId: "author" }, "OFFER_OWN_APPROVAL"],
    ["approve", { actorId: "author", state: "draft" }, "OFFER_OWN_APPROVAL"],
    ["approve", undecided, "OFFER_UNDECIDED"],
    ["approve", withdrawn, "APPLICATION_STATE"],
    ["approve", { expiresAt: NOW }, "OFFER_EXPIRY_PAST"],
    ["approve", { state: "sent" }, "OFFER_STATE"],
    ["approve", { groups: [group(0, "approver")] }, "ok"],
    ["approve", { groups: [group(0, "approver", NOW)] }, "APPROVAL_GIVEN"],
    ["approve", { groups: [group(0, "first"), group(1, "approver")] }, "APPROVAL_NOT_YET"],
    ["approve", { groups: [group(0, "first")] }, "FORBIDDEN"],
    ["sendBack", { actorId: "approver" }, "ok"],
    ["sendBack", other, "OFFER_NOT_YOURS"],
    ["sendBack", { state: "sent" }, "OFFER_STATE"],
    ["send", {}, "ok"],
    ["send", undecided, "OFFER_UNDECIDED"],
    ["send", withdrawn, "APPLICATION_STATE"],
    ["send", { expiresAt: NOW }, "OFFER_EXPIRY_PAST"],
    ["send", { job: "on_hold" }, "JOB_ON_HOLD"],
    ["send", { others: ["draft", "sent"] }, "OFFER_UNANSWERED"],
    ["send", { others: ["change_asked", "declined"] }, "ok"],
    ["send", { state: "pending" }, "OFFER_STATE"],
  ])("%s with %j: %s", (step, changed, expected) => {
    expect(code(STEPS[step](changed))).toBe(expected);
  });
});

describe("law 9: what binds", () => {
  const STEPS = {
    askChange: whyNotAskChange,
    accept: whyNotAccept,
    askToWithdraw: whyNotAskToWithdraw,
    withdraw: whyNotWithdraw,
  };
  const last = { expiresAt: new Date(+NOW + 1) };

  it.each<[keyof typeof STEPS, Partial<OfferFacts>, string]>([
    ["askChange", last, "ok"],
    ["askChange", { expiresAt: NOW }, "OFFER_EXPIRED"],
    ["askChange", { state: "change_asked" }, "OFFER_STATE"],
    ["accept", last, "ok"],
    ["accept", { expiresAt: NOW }, "OFFER_EXPIRED"],
    ["accept", { state: "change_asked" }, "ok"],
    ["accept", { state: "withdrawn" }, "OFFER_STATE"],
    ["askToWithdraw", { withdrawalAskedBy: null }, "ok"],
    ["askToWithdraw", { withdrawalAskedBy: null, actorId: "approver" }, "WITHDRAWAL_BY_ONE"],
    ["askToWithdraw", {}, "WITHDRAWAL_ASKED"],
    ["askToWithdraw", { state: "accepted" }, "OFFER_STATE"],
    ["withdraw", { actorId: "approver" }, "ok"],
    ["withdraw", { actorId: "asker" }, "WITHDRAWAL_BY_ONE"],
    ["withdraw", { withdrawalAskedBy: null }, "WITHDRAWAL_NOT_ASKED"],
    ["withdraw", { state: "accepted" }, "OFFER_STATE"],
  ])("%s of one that is sent, with %j: %s", (step, changed, expected) => {
    expect(code(STEPS[step]({ ...FACTS, state: "sent", ...changed }))).toBe(expected);
  });
});

describe("law 8: the place of work that an offer names", () => {
  it.each<[string | null, string[], string]>([
    [null, ["DE-BE"], "ok"],
    ["DE-BE", ["DE-BE", "CA-ON"], "ok"],
    ["US-CO", ["DE-BE", "CA-ON"], "OFFER_PLACE"],
    ["DE", ["DE-BE"], "OFFER_PLACE"],
    ["DE-BE", [], "OFFER_PLACE"],
  ])("%s of %j: %s", (place, places, expected) => {
    expect(whyNotPlace(place, places)?.code ?? "ok").toBe(expected);
  });
});
