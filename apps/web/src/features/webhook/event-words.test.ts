import { WANTABLE } from "@rubric/domain/webhook/events";
import { describe, expect, it } from "vitest";
import { eventGroups, eventWords } from "./event-words.ts";

describe("events in words", () => {
  it("say what happened", () => {
    expect(eventWords("offer.fell_through")).toBe("Offer fell through");
    expect(eventWords("webhook.ping")).toBe("Test");
  });

  it("each stand in one group, and in none of their own", () => {
    const groups = eventGroups(WANTABLE.map((name) => ({ name })));
    expect(groups.map(({ label }) => label)).not.toContain("Others");
    expect(groups.flatMap(({ events }) => events.map((one) => one.name)).toSorted()).toEqual(
      [...WANTABLE].toSorted(),
    );
    expect(eventGroups([{ name: "moon.rose" }])[0]?.label).toBe("Others");
  });
});
