import { expect, test } from "vitest";
import { settingsAt, settingsFor } from "./settings-places.ts";

const labels = (roles: string[]) =>
  settingsFor(roles).flatMap(({ places }) => places.map(({ label }) => label));

test("a member sees the settings that the table of permissions opens to their roles", () => {
  expect(labels(["admin"])).toContain("Retention");
  expect(labels(["recruiter"])).toEqual(["Rules", "Pay bands", "Approvals", "Access tokens"]);
  expect(labels(["auditor"])).toEqual(["Policies", "Rules", "Access tokens"]);
});

test("a page below a part belongs to it, and a look-alike does not", () => {
  const groups = settingsFor(["admin"]);
  const at = (path: string) => settingsAt(groups, "harbour", `/o/harbour/settings${path}`)?.label;
  expect(at("")).toBe("General");
  expect(at("/policies/1")).toBe("Policies");
  expect(at("/policiesque")).toBeUndefined();
});
