import { expect, test } from "vitest";
import { innerPagesFor, navAt, navFor } from "./nav.ts";

test("a member sees what the table of permissions opens to their roles, and no more", () => {
  expect(navFor(["interviewer"])).toEqual([
    "home",
    "jobs",
    "interviews",
    "deadlines",
    "frameworks",
    "growth",
    "insight",
  ]);
  expect(navFor(["auditor"])).toEqual(["home", "growth", "fairness", "audit"]);
  expect(navFor(["engineer"])).not.toContain("insight");
  expect(navFor(["hiring_manager"])).toContain("insight");
  expect(navFor(["admin"])).toContain("settings");
  expect(navFor(["recruiter"])).not.toContain("settings");
});

test("a path below an item belongs to it, a look-alike does not", () => {
  expect(navAt("harbour", "/o/harbour")).toBe("home");
  expect(navAt("harbour", "/o/harbour/jobs/1/plan")).toBe("jobs");
  expect(navAt("harbour", "/o/harbour/jobsearch")).toBeNull();
});

test("a search finds the inner pages that are open to the roles", () => {
  const found = (role: string) => innerPagesFor([role]).map(({ label }) => label);
  expect(found("engineer")).toEqual(["My team", "Growth library", "How I rate"]);
  expect(found("admin")).toEqual(["My team", "Growth library", "How I rate", "Review rounds"]);
});
