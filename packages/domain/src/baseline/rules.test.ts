import { describe, expect, it } from "vitest";
import {
  type BaselineFacts,
  type EvidenceFacts,
  managerFrom,
  type Sight,
  whyNotBaseline,
  whyNotObject,
  whyNotOpenBaseline,
  whyNotReadBaseline,
  whyNotShareBaseline,
  whyNotWithdrawObjection,
} from "./rules.ts";

const noon = (day: number) => new Date(Date.UTC(2026, 9, day, 12));
const counts: EvidenceFacts = {
  hired: true,
  noticeAt: noon(1),
  startsAt: noon(2),
  interview: "held",
  submitted: true,
  shadow: false,
  inFramework: true,
  rated: true,
};

describe("law 10: only what was announced before the interview becomes a baseline", () => {
  it.each<[string, Partial<EvidenceFacts>, string | null]>([
    ["all that counts", {}, null],
    ["an interview that goes on", { interview: "scheduled" }, null],
    ["of an application that hired nobody", { hired: false }, "not_hired"],
    ["without a notice", { noticeAt: null }, "no_notice"],
    ["told after it began", { noticeAt: noon(3) }, "no_notice"],
    ["told when it began", { noticeAt: noon(2) }, "no_notice"],
    ["where nobody came", { interview: "absent" }, "not_held"],
    ["cancelled", { interview: "cancelled" }, "not_held"],
    ["that never had a time", { startsAt: null }, "not_held"],
    ["not submitted, or struck", { submitted: false }, "not_submitted"],
    ["of a shadow", { shadow: true }, "shadow"],
    ["on what is not in the framework", { inFramework: false }, "other_framework"],
    ["not assessed", { rated: false }, "not_assessed"],
  ])("%s", (_, over, why) => {
    const denial = whyNotBaseline({ ...counts, ...over });
    expect(denial).toEqual(why === null ? null : { code: "BASELINE_LEFT_OUT", facts: { why } });
  });
});

const fresh: BaselineFacts = { empty: false, openedAt: null, sharedAt: null, objectedAt: null };
const opened = { ...fresh, openedAt: noon(1) };
const WEEK: { sees: Sight; graceDays: number } = { sees: "ratings", graceDays: 7 };

describe("law 10: the person sees their baseline before their manager", () => {
  it.each<[string, BaselineFacts, Sight, Date, string | null]>([
    ["nothing before it was opened", fresh, "ratings", noon(30), "BASELINE_SEALED"],
    ["nothing within the days set aside", opened, "ratings", noon(7), "BASELINE_SEALED"],
    ["from their end on", opened, "ratings", noon(8), null],
    [
      "at once where the person lets them",
      { ...opened, sharedAt: noon(2) },
      "ratings",
      noon(2),
      null,
    ],
    [
      "nothing while the person objects",
      { ...opened, objectedAt: noon(3) },
      "ratings",
      noon(30),
      "BASELINE_SEALED",
    ],
    ["nothing where the policy shows nothing", opened, "nothing", noon(30), "BASELINE_SEALED"],
    [
      "nothing where there is none",
      { ...opened, empty: true },
      "ratings",
      noon(30),
      "BASELINE_SEALED",
    ],
  ])("%s", (_, facts, sees, now, code) => {
    expect(whyNotReadBaseline(facts, { ...WEEK, sees }, now)?.code ?? null).toBe(code);
  });

  it("counts the days from the opening, and no longer than to the sharing", () => {
    expect(managerFrom(fresh, 7)).toBeNull();
    expect(managerFrom(opened, 7)).toEqual(noon(8));
    expect(managerFrom({ ...opened, sharedAt: noon(20) }, 7)).toEqual(noon(8));
    expect(managerFrom({ ...opened, sharedAt: noon(2) }, 7)).toEqual(noon(2));
  });
});

describe("what the person does with it", () => {
  it.each([
    ["opens it", whyNotOpenBaseline, fresh, null],
    ["opens none", whyNotOpenBaseline, { ...fresh, empty: true }, "BASELINE_EMPTY"],
    ["opens it again", whyNotOpenBaseline, opened, "BASELINE_OPENED"],
    ["shares it", whyNotShareBaseline, opened, null],
    ["shares none", whyNotShareBaseline, { ...opened, empty: true }, "BASELINE_EMPTY"],
    ["shares it unread", whyNotShareBaseline, fresh, "BASELINE_UNOPENED"],
    [
      "shares and objects",
      whyNotShareBaseline,
      { ...opened, objectedAt: noon(2) },
      "BASELINE_OBJECTED",
    ],
    ["objects unread", whyNotObject, fresh, null],
    ["objects to none", whyNotObject, { ...fresh, empty: true }, "BASELINE_EMPTY"],
    ["objects twice", whyNotObject, { ...opened, objectedAt: noon(2) }, "BASELINE_OBJECTED"],
    ["withdraws", whyNotWithdrawObjection, { ...opened, objectedAt: noon(2) }, null],
    ["withdraws what is not there", whyNotWithdrawObjection, opened, "BASELINE_NOT_OBJECTED"],
  ])("%s", (_, rule, facts, code) => {
    expect(rule(facts)?.code ?? null).toBe(code);
  });
});
