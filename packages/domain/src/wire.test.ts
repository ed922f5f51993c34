import { describe, expect, it } from "vitest";
import { Day, Instant, unkeepableText } from "./wire.ts";

describe("what the database can hold", () => {
  it("finds the first text with a NUL or half of a character, wherever it is", () => {
    expect(unkeepableText({ a: ["fine", { b: "x\u0000" }] })).toBe("a.1.b");
    expect(unkeepableText({ a: "\ud800" })).toBe("a");
    expect(unkeepableText({ a: { "k\udc00": 1 } })).toBe("a");
    expect(unkeepableText("\u0000")).toBe("");
    expect(unkeepableText({ a: "\u202e <b> \r\n 😀", b: null, c: 1 })).toBeNull();
  });

  it("takes no instant and no day of a year that it cannot hold, or that ends beyond it", () => {
    for (const year of ["0000", "0999", "9999"]) {
      expect(Instant.safeParse(`${year}-12-31T23:59:59.999Z`).success).toBe(false);
      expect(Day.safeParse(`${year}-12-31`).success).toBe(false);
    }
    expect(Instant.safeParse("2026-12-31T23:59:59.999Z").success).toBe(true);
    expect(Day.safeParse("2026-12-31").success).toBe(true);
  });
});
