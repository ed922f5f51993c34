import { describe, expect, it } from "vitest";
import { isSilentConsent, objectsUntil, whyNotSettle } from "./condition-rules.ts";

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

describe("law 11: a works council's time to object", () => {
  const week = { count: 1, unit: "week" } as const;
  const days = (count: number) => ({ count, unit: "business_day" }) as const;

  it.each<[string, string, Parameters<typeof objectsUntil>[1], string | null, string | null]>([
    ["is the week of the law", "2026-11-23", [week], null, "2026-11-30"],
    ["ends in the next year", "2026-12-28", [week], null, "2027-01-04"],
    ["ends on the leap day", "2028-02-22", [week], null, "2028-02-29"],
    ["runs on over a clock change", "2026-10-24", [week], null, "2026-10-31"],
    ["is the shortest of several laws'", "2026-11-23", [week, days(3)], null, "2026-11-26"],
    [
      "is what the offer says, if that is earlier",
      "2026-11-23",
      [week],
      "2026-11-25",
      "2026-11-25",
    ],
    [
      "is the law's, if the offer says a later day",
      "2026-11-23",
      [week],
      "2026-12-24",
      "2026-11-30",
    ],
    ["is what the offer says, where no law does", "2026-11-23", [], "2026-12-24", "2026-12-24"],
    ["is nothing, where nobody says", "2026-11-23", [], null, null],
  ])("%s", (_, askedOn, periods, named, expected) => {
    expect(objectsUntil(askedOn, periods, named)).toBe(expected);
  });

  type Asked = Parameters<typeof isSilentConsent>[0];
  const asked: Asked = { ...council, askedOn: "2026-11-23", dueOn: "2026-11-30" };
  it.each<[string, Partial<Asked>, State, string, boolean]>([
    ["on the day after its last", {}, "sent", "2026-12-01", true],
    ["not on its last", {}, "sent", "2026-11-30", false],
    ["while the offer is not sent yet", {}, "pending", "2026-12-01", true],
    ["once it is accepted", {}, "accepted", "2026-12-01", true],
    ["not of a version that was superseded", {}, "superseded", "2026-12-01", false],
    ["not of an offer that was declined", {}, "declined", "2026-12-01", false],
    ["not if it objected", { state: "failed" }, "sent", "2026-12-01", false],
    ["not if it was not asked", { askedOn: null }, "sent", "2026-12-01", false],
    ["not if nothing says until when", { dueOn: null }, "sent", "2026-12-01", false],
    ["not where no law demands its consent", { demandedBy: null }, "sent", "2026-12-01", false],
    ["not of a check", { kind: "background_check" }, "sent", "2026-12-01", false],
  ])("makes its silence consent: %s", (_, changed, offer, today, expected) => {
    expect(isSilentConsent({ ...asked, ...changed }, offer, today)).toBe(expected);
  });
});
