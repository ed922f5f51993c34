import { describe, expect, it } from "vitest";
import { ruleWords, segmentWords } from "./segment-words.ts";

const EVERYONE = { region: null, experiment: null, client: null, network: null };

describe("a segment in words", () => {
  it.each([
    [EVERYONE, "Everyone"],
    [{ ...EVERYONE, region: "DE-BE" }, "Berlin, Germany"],
    [{ ...EVERYONE, region: "EU" }, "European Union"],
    [{ ...EVERYONE, client: "mobile" as const }, "On a phone or tablet"],
    [
      { ...EVERYONE, region: "DE", network: "internal" as const, experiment: "load:b" },
      "Germany, from an internal network, variant load:b",
    ],
  ])("%j: %s", (segment, words) => {
    expect(segmentWords(segment)).toBe(words);
  });

  it("names a rule by its feature", () => {
    expect(ruleWords("offer.headcount")).toBe("Offer: headcount");
    expect(ruleWords("job.postDuties")).toBe("Job: post duties");
  });
});
