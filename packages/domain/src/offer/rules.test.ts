import { describe, expect, it } from "vitest";
import type { Denial } from "../errors.ts";
import {
  OFFER_FROM,
  type OfferCommand,
  type OfferFacts,
  outsideOf,
  whyNotAccept,
  whyNotApprove,
  whyNotApprover,
  whyNotAskChange,
  whyNotAskToWithdraw,
  whyNotChange,
  whyNotDraft,
  whyNotFrom,
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
  amountMinor: 7_000_000,
  currency: "EUR",
  rangeReason: "",
  expiresAt: new Date("2030-03-08T12:00:00.000Z"),
  authorId: "author",
  approverId: "approver",
  withdrawalAskedBy: "asker",
  actorId: "author",
  range: { minMinor: 6_000_000, maxMinor: 8_000_000, currency: "EUR" },
  application: "active",
  job: "open",
  decided: true,
  others: [],
  now: NOW,
};
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
  confirm: (state) => whyNotFrom(state, "confirm"),
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
  const at = (amountMinor: number, currency = "EUR") =>
    outsideOf({ amountMinor, currency }, FACTS.range);

  it("says on which side of the range last shown an amount lies", () => {
    expect([at(5_999_999), at(6_000_000), at(8_000_000), at(8_000_001)]).toEqual([
      "below",
      null,
      null,
      "above",
    ]);
    expect(at(7_000_000, "USD")).toBe("currency");
    expect(outsideOf({ amountMinor: 1, currency: "EUR" }, null)).toBeNull();
  });

  const above = { ...FACTS, amountMinor: 8_000_001 };
  const inPast = { ...FACTS, expiresAt: NOW };

  it.each([
    ["inside the range", FACTS, "ok"],
    ["at its upper end", { ...FACTS, amountMinor: 8_000_000 }, "ok"],
    ["above it", above, "RANGE_REASON_MISSING"],
    ["above it, with two characters", { ...above, rangeReason: " no " }, "RANGE_REASON_MISSING"],
    ["above it, with a reason", { ...above, rangeReason: "Rare skill." }, "ok"],
    ["below it", { ...FACTS, amountMinor: 5_999_999 }, "RANGE_REASON_MISSING"],
    ["in another currency", { ...FACTS, currency: "USD" }, "RANGE_REASON_MISSING"],
    ["above it, and past", { ...above, expiresAt: NOW }, "RANGE_REASON_MISSING"],
    ["answered by this millisecond", inPast, "OFFER_EXPIRY_PAST"],
    ["answered by the next", { ...FACTS, expiresAt: new Date(+NOW + 1) }, "ok"],
  ])("terms %s: %s", (_name, terms, expected) => {
    expect(code(whyNotTerms(terms, FACTS.range, NOW))).toBe(expected);
    expect(code(whyNotTerms({ ...terms, expiresAt: FACTS.expiresAt }, null, NOW))).toBe("ok");
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
  const above = { amountMinor: 9_000_000 };
  const other = { actorId: "other" };

  it.each<[keyof typeof STEPS, Partial<OfferFacts>, string]>([
    ["draft", {}, "ok"],
    ["draft", { application: "on_hold" }, "ok"],
    ["draft", { application: "hired" }, "APPLICATION_STATE"],
    ["draft", withdrawn, "APPLICATION_STATE"],
    ["draft", undecided, "OFFER_UNDECIDED"],
    ["change", above, "ok"],
    ["change", other, "OFFER_NOT_YOURS"],
    ["change", undecided, "OFFER_UNDECIDED"],
    ["change", withdrawn, "APPLICATION_STATE"],
    ["change", { state: "pending" }, "OFFER_STATE"],
    ["request", other, "OFFER_NOT_YOURS"],
    ["request", undecided, "OFFER_UNDECIDED"],
    ["request", withdrawn, "APPLICATION_STATE"],
    ["request", above, "RANGE_REASON_MISSING"],
    ["request", { expiresAt: NOW }, "OFFER_EXPIRY_PAST"],
    ["request", { state: "approved" }, "OFFER_STATE"],
    ["approve", { actorId: "author" }, "OFFER_OWN_APPROVAL"],
    ["approve", { actorId: "author", state: "draft" }, "OFFER_OWN_APPROVAL"],
    ["approve", undecided, "OFFER_UNDECIDED"],
    ["approve", withdrawn, "APPLICATION_STATE"],
    ["approve", above, "RANGE_REASON_MISSING"],
    ["approve", { expiresAt: NOW }, "OFFER_EXPIRY_PAST"],
    ["approve", { state: "sent" }, "OFFER_STATE"],
    ["sendBack", { actorId: "approver" }, "ok"],
    ["sendBack", other, "OFFER_NOT_YOURS"],
    ["sendBack", { state: "sent" }, "OFFER_STATE"],
    ["send", {}, "ok"],
    ["send", undecided, "OFFER_UNDECIDED"],
    ["send", withdrawn, "APPLICATION_STATE"],
    ["send", above, "RANGE_REASON_MISSING"],
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
