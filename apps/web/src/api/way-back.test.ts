import { expect, test } from "vitest";
import { safeWayBack, signInPath } from "./way-back.ts";

test("a path of this site is kept with its query", () => {
  expect(safeWayBack("/o/harbour/jobs?stage=2")).toBe("/o/harbour/jobs?stage=2");
});

test.each([
  null,
  "",
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/a\\b",
  "/a\nb",
  "javascript:alert(1)",
  "/sign-in?back=/sign-in",
])("%j leads to the start instead", (value) => {
  expect(safeWayBack(value)).toBe("/");
});

test("the sign-in address carries the way back, encoded", () => {
  expect(signInPath("/o/harbour?a=1&b=2")).toBe("/sign-in?back=%2Fo%2Fharbour%3Fa%3D1%26b%3D2");
  expect(signInPath("/")).toBe("/sign-in");
});
