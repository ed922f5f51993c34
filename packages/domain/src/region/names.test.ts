import { expect, it } from "vitest";
import { placeName, placeNames } from "./names.ts";

it.each([
  ["US-CO", "Colorado"],
  ["US-NY-NYC", "New York City"],
  ["DE", "Germany"],
  ["DE-BE", "Berlin"],
  ["XX-YY", "XX-YY"],
  ["", ""],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
])("%j is %j", (code, name) => {
  expect(placeName(code)).toBe(name);
});

it("lists places in the order given", () => {
  expect(placeNames(["US-CO", "DE"])).toBe("Colorado, Germany");
});
