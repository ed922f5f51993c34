import { describe, expect, it } from "vitest";
import { ACTIONS, actionWords } from "./action-words.ts";

describe("the words of the audit trail's actions", () => {
  const words = ACTIONS.map(actionWords);

  it("say something else for each action, and never its raw name", () => {
    expect(new Set(words).size).toBe(ACTIONS.length);
    expect(words.filter((one, index) => one === ACTIONS[index])).toEqual([]);
  });

  it("are one short sentence without a full stop", () => {
    const odd = words.filter((one) => one.length > 45 || !/^[A-Z][a-z]+( [a-z'-]+)*$/.test(one));
    expect(odd).toEqual([]);
  });

  it("stand in their own order, not in that of the names", () => {
    expect(words).toEqual(words.toSorted((one, other) => one.localeCompare(other, "en")));
  });

  it("leave an action that this version does not know as it is", () => {
    expect(actionWords("job.paint")).toBe("job.paint");
    expect(actionWords("constructor")).toBe("constructor");
  });

  it("are there for commands only", () => {
    expect(ACTIONS).toContain("scorecard.submit");
    expect(ACTIONS).toContain("interview.holdDue");
    expect(ACTIONS).not.toContain("job.list");
    expect(ACTIONS).not.toContain("identity.me");
  });
});
