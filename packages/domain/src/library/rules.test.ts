import { describe, expect, it } from "vitest";
import { whyNotImportLibrary } from "./rules.ts";

describe("a file replaces the version that it was compared with", () => {
  it.each<[number, number, string | null]>([
    [0, 0, null],
    [3, 3, null],
    [0, 1, "LIBRARY_OUTDATED"],
    [3, 4, "LIBRARY_OUTDATED"],
    [1, 0, "LIBRARY_OUTDATED"],
  ])("compared with %i, and %i holds: %s", (upon, number, code) => {
    expect(whyNotImportLibrary(upon, number)?.code ?? null).toBe(code);
  });
});
