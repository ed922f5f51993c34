import { expect, it } from "vitest";
import { readZone } from "./zone-cookie.ts";

it("reads a zone, and nothing that is none", () => {
  expect(readZone("Europe/Berlin")).toBe("Europe/Berlin");
  expect(readZone("America%2FNew_York")).toBe("America/New_York");
  for (const bad of [undefined, "", "Mars/Base", "%", "a".repeat(101), "<script>"]) {
    expect(readZone(bad)).toBeNull();
  }
});
