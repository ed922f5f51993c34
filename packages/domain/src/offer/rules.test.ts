import { describe, expect, it } from "vitest";
import type { Denial } from "../errors.ts";
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
  whyNotFrom,
  whyNotRequest,
  whyNotSend,
  whyNotSendBack,
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
  it("is approved by someone fit who is not its author", () => {
    const approver = {
      id: "approver",
      active: true,
      roles: ["manager"],
      conflict: false,
      blind: false,
    };
    expect(code(whyNotApprover(approver, "author"))).toBe("ok");
    expect(code(whyNotApprover(approver, "approver"))).toBe("OFFER_OWN_APPROVAL");
    expect(code(whyNotApprover(null, "author"))).toBe("APPROVER_UNFIT");
    expect(code(whyNotApprover({ ...approver, active: false }, "author"))).toBe("APPROVER_UNFIT");
    expect(code(whyNotApprover({ ...approver, roles: ["auditor"] }, "author"))).toBe(
      "APPROVER_UNFIT",
    );
    expect(code(whyNotApprover({ ...approver, conflict: true }, "author"))).toBe("APPROVER_UNFIT");
    expect(code(whyNotApprover({ ...approver, blind: true }, "author"))).toBe("APPROVER_UNFIT");
    expect(code(whyNotApprove({ ...FACTS, state: "pending" }))).toBe("OFFER_OWN_APPROVAL");
  });
});

describe("law 9: what binds", () => {
  it("is accepted and changed before its expiry only", () => {
    const expired = { ...FACTS, state: "sent" as const, expiresAt: NOW };
    expect(code(whyNotAccept(expired))).toBe("OFFER_EXPIRED");
    expect(code(whyNotAskChange(expired))).toBe("OFFER_EXPIRED");
    expect(code(whyNotSend({ ...expired, state: "approved" }))).toBe("OFFER_EXPIRY_PAST");
  });

  it("is not sent beside one that is out unanswered, nor in a job on hold", () => {
    const approved = { ...FACTS, state: "approved" as const };
    expect(code(whyNotSend({ ...approved, others: ["sent"] }))).toBe("OFFER_UNANSWERED");
    expect(code(whyNotSend({ ...approved, others: ["change_asked"] }))).toBe("ok");
    expect(code(whyNotSend({ ...approved, job: "on_hold" }))).toBe("JOB_ON_HOLD");
    expect(code(whyNotSend({ ...approved, decided: false }))).toBe("OFFER_UNDECIDED");
    expect(code(whyNotSend({ ...approved, application: "withdrawn" }))).toBe("APPLICATION_STATE");
  });

  it("is withdrawn by two people", () => {
    const sent = { ...FACTS, state: "sent" as const };
    expect(code(whyNotWithdraw({ ...sent, withdrawalAskedBy: null }))).toBe("WITHDRAWAL_NOT_ASKED");
    expect(code(whyNotWithdraw({ ...sent, actorId: "asker" }))).toBe("WITHDRAWAL_BY_ONE");
    expect(code(whyNotAskToWithdraw({ ...sent, actorId: "approver" }))).toBe("WITHDRAWAL_BY_ONE");
    expect(code(whyNotAskToWithdraw(sent))).toBe("WITHDRAWAL_ASKED");
  });

  it("is changed by its author, sent back by author or approver", () => {
    expect(code(whyNotChange({ ...FACTS, actorId: "other" }))).toBe("OFFER_NOT_YOURS");
    const pending = { ...FACTS, state: "pending" as const };
    expect(code(whyNotSendBack({ ...pending, actorId: "other" }))).toBe("OFFER_NOT_YOURS");
    expect(code(whyNotSendBack({ ...pending, actorId: "approver" }))).toBe("ok");
  });
});
