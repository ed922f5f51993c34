import { describe, expect, it } from "vitest";
import {
  type VersionFacts,
  whyNotCompare,
  whyNotEdit,
  whyNotImport,
  whyNotStartDraft,
} from "./rules.ts";

const draft = (number: number): VersionFacts => ({ number, state: "draft" });
const published = (number: number): VersionFacts => ({ number, state: "published" });

describe("law 6: versions of a framework", () => {
  it.each([
    [draft(1), null],
    [draft(4), null],
    [published(1), "FRAMEWORK_PUBLISHED"],
  ])("%j is edited: %s", (version, expected) => {
    expect(whyNotEdit(version)?.code ?? null).toBe(expected);
  });

  it.each([
    ["none", [], "FRAMEWORK_NEVER_PUBLISHED", null],
    ["a published one", [published(1)], null, null],
    ["two published ones", [published(1), published(2)], null, null],
    ["a first draft", [draft(1)], "FRAMEWORK_DRAFT_EXISTS", "FRAMEWORK_DRAFT_EXISTS"],
    [
      "a draft after a published one",
      [published(1), draft(2)],
      "FRAMEWORK_DRAFT_EXISTS",
      "FRAMEWORK_DRAFT_EXISTS",
    ],
  ])("upon %s: a draft is begun %s, a file imported %s", (_name, versions, begun, imported) => {
    expect(whyNotStartDraft(versions)?.code ?? null).toBe(begun);
    expect(whyNotImport(versions)?.code ?? null).toBe(imported);
  });

  it("names the draft that is in the way", () => {
    expect(whyNotImport([published(1), draft(2)])?.facts).toEqual({ number: 2 });
  });
});

describe("two versions side by side", () => {
  it.each([
    ["one", "one", null],
    ["one", "another", "FRAMEWORKS_DIFFER"],
  ])("of framework %s and of %s: %s", (before, after, code) => {
    const denial = whyNotCompare({ frameworkId: before }, { frameworkId: after });
    expect(denial?.code ?? null).toBe(code);
  });
});
