import { describe, expect, it } from "vitest";
import { whyNotSettle } from "./condition-rules.ts";

type Condition = Parameters<typeof whyNotSettle>[0];
type As = Parameters<typeof whyNotSettle>[1];
type State = Parameters<typeof whyNotSettle>[2];

const council: Condition = {
  kind: "works_council",
  state: "open",
  demandedBy: "DE",
  afterAcceptance: false,
};
const check: Condition = { ...council, kind: "background_check", demandedBy: "US-CA" };
const late: Condition = { ...check, afterAcceptance: true };

describe("law 8: a condition is settled", () => {
  it.each<[string, Condition, As, State, string]>([
    ["while the offer is out", check, "met", "sent", "ok"],
    ["while a change is asked for", check, "waived", "change_asked", "ok"],
    ["once", { ...check, state: "met" }, "met", "sent", "CONDITION_STATE"],
    ["not before the offer is sent", check, "met", "approved", "OFFER_STATE"],
    ["not after it was declined", check, "failed", "declined", "OFFER_STATE"],
    ["for a works council that is asked, at any time", council, "asked", "draft", "ok"],
    ["for its answer, once the offer is out", council, "met", "draft", "OFFER_STATE"],
    ["after the acceptance, where a region says so", late, "met", "accepted", "ok"],
    ["not before it there", late, "met", "sent", "CONDITION_EARLY"],
  ])("%s", (_name, condition, as, offer, expected) => {
    expect(whyNotSettle(condition, as, offer)?.code ?? "ok").toBe(expected);
  });
});
