import { describe, expect, it } from "vitest";
import { EVERYONE } from "../policy/segment.ts";
import { judgeAt } from "../policy/judge.ts";
import { indexPolicies } from "../policy/resolve.ts";
import { keepRule } from "./keep-rule.ts";

const place = { region: "DE", experiment: null, client: "system", network: "internal" } as const;
const at = new Date("2026-06-01T00:00:00.000Z");

const policy = (months: number) =>
  indexPolicies([
    {
      id: "00000000-0000-7000-8000-000000000001",
      policyId: "00000000-0000-7000-8000-000000000002",
      rule: keepRule.name,
      number: 1,
      segment: EVERYONE,
      kind: "flow",
      parameters: { months },
      ends: false,
      from: 0,
      to: null,
    },
  ]);

describe("law 10: how long the organization itself keeps an application", () => {
  it.each([
    ["without a policy, 24 months", "2026-01-31T12:00:00.000Z", null, "2028-01-31T12:00:00.000Z"],
    [
      "one month, to the end of a short one",
      "2026-01-31T12:00:00.000Z",
      1,
      "2026-02-28T12:00:00.000Z",
    ],
    ["in a leap year", "2024-01-31T12:00:00.000Z", 1, "2024-02-29T12:00:00.000Z"],
    ["over the turn of the year", "2026-11-15T00:00:00.000Z", 3, "2027-02-15T00:00:00.000Z"],
    ["ten years", "2026-01-31T12:00:00.000Z", 120, "2036-01-31T12:00:00.000Z"],
  ])("%s", (_, endedAt, months, until) => {
    const index = months === null ? new Map() : policy(months);
    const [judged] = judgeAt(keepRule, { endedAt }, index, [place], at);
    expect(judged?.verdict).toEqual({ effect: "keep_until", facts: { until } });
    expect(judged?.explanation.sentence).toBe(`Kept until ${until.slice(0, 10)}, then erased.`);
  });

  it.each([{ months: 0 }, { months: 121 }, { months: 1.5 }, {}, { months: 6, days: 1 }])(
    "takes no other months: %j",
    (parameters) => {
      expect(keepRule.parameters.safeParse(parameters).success).toBe(false);
    },
  );
});
