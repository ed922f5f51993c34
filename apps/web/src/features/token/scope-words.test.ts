import { PERSONAL_SCOPES } from "@rubric/domain/token/rules";
import { describe, expect, it } from "vitest";
import { scopeGroups, scopeWords } from "./scope-words.ts";

describe("the words of scopes", () => {
  it("are there for each scope, and no two scopes of a part have the same", () => {
    expect(PERSONAL_SCOPES.filter((scope) => scopeWords(scope) === scope)).toEqual([]);
    for (const { title, scopes } of scopeGroups(PERSONAL_SCOPES)) {
      expect(title).toMatch(/^[A-Z]/);
      expect(new Set(scopes.map(scopeWords)).size, title).toBe(scopes.length);
    }
  });

  it("keep every scope, by what it is about", () => {
    const groups = scopeGroups(PERSONAL_SCOPES);
    expect(groups.flatMap(({ scopes }) => scopes).toSorted()).toEqual(PERSONAL_SCOPES.toSorted());
    expect(scopeGroups(["job.list", "job.open", "audit.list"])).toEqual([
      { title: "Jobs", scopes: ["job.list", "job.open"] },
      { title: "Audit trail", scopes: ["audit.list"] },
    ]);
  });

  it("are the scope itself where it is not known", () => {
    expect(scopeWords("job.paint")).toBe("job.paint");
  });
});
