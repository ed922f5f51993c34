import { describe, expect, it } from "vitest";
import { postRangeRule, rangeFacts } from "./post-range.ts";
import { NO_STATEMENTS, type PostContent } from "./schemas.ts";

const EUR = { minMinor: 6_000_000, maxMinor: 8_000_000, currency: "EUR" };
const CAD = { ...EUR, currency: "CAD", region: "CA-ON" };
type Said = Pick<PostContent, "pay" | "statements" | "locations">;
const post = (pay: Said["pay"], regionalPay: (typeof CAD)[], locations: string[]): Said => ({
  pay,
  locations,
  statements: { ...NO_STATEMENTS, regionalPay },
});

describe("law 8: a range on every post, or where a law demands one", () => {
  it.each<[string, Said, boolean]>([
    ["one for everywhere", post(EUR, [], ["DE-BE", "CA-ON"]), false],
    ["none", post(null, [], ["DE-BE"]), true],
    ["none, and no place", post(null, [], []), true],
    ["one of each place", post(null, [CAD], ["CA-ON"]), false],
    ["one of another place only", post(null, [CAD], ["CA-ON", "DE-BE"]), true],
    ["one for everywhere beside a region's", post(EUR, [CAD], ["CA-ON", "DE-BE"]), false],
  ])("a post has %s", (_, said, lacks) => {
    const facts = rangeFacts(said, ["a title"]);
    expect(facts.withoutRange).toBe(lacks);
    const denied = postRangeRule.judge(facts, { always: true }, "validation");
    expect(denied).toEqual(
      lacks
        ? expect.objectContaining({
            code: "POST_NOT_READY",
            facts: { missing: ["a title", "a pay range"] },
          })
        : null,
    );
    expect(postRangeRule.judge(facts, { always: false }, "validation")).toBeNull();
  });

  it("is demanded unless a policy says otherwise", () => {
    expect(postRangeRule.defaults).toEqual({ always: true });
  });
});
