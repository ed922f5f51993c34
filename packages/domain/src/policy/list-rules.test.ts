import { describe, expect, it } from "vitest";
import { FIXED_RULES } from "./fixed-rules.ts";
import { listRules } from "./list-rules.ts";
import { allRules } from "./rulebook.ts";
import { RuleListView } from "./schemas.ts";

describe("policy.listRules", () => {
  it("lists what the code runs, what a policy may set first", async () => {
    const { rules, maySettings } = RuleListView.parse(
      await listRules({ duties: new Set(["admin"]) }),
    );
    const settable = allRules().map((rule) => rule.name);
    expect(rules.map((rule) => rule.name)).toEqual([
      ...settable,
      ...FIXED_RULES.map((rule) => rule.name),
    ]);
    expect(rules.filter((rule) => rule.settable).map((rule) => rule.name)).toEqual(settable);
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
    expect(maySettings).toBe(true);
  });

  it("says of a rule what a person needs to know", async () => {
    const { rules, maySettings } = await listRules({ duties: new Set(["interviewer"]) });
    expect(maySettings).toBe(false);
    expect(rules.find((rule) => rule.name === "offer.headcount")).toMatchObject({
      feature: "offer",
      settable: true,
      kinds: [{ kind: "validation" }, { kind: "flow" }],
      points: ["offer.send"],
      laws: [9],
      parameters: [{ name: "marginPercent", title: "Margin", unit: "%", standard: "20" }],
    });
    const whyNotSend = rules.find((rule) => rule.name === "offer.whyNotSend");
    expect(whyNotSend).toMatchObject({ settable: false, laws: [5, 9], parameters: [] });
    expect(whyNotSend?.codes).toContain("OFFER_UNANSWERED");
    expect(rules.find((rule) => rule.name === "access.whyNotAllowed")?.everywhere).toBe(true);
  });
});
