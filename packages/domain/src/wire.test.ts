import { describe, expect, it } from "vitest";
import {
  Day,
  Instant,
  isTooDeep,
  line,
  optionalLine,
  toInstantOfText,
  unkeepableText,
} from "./wire.ts";

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

describe("how deep an input may be", () => {
  it("is 64 levels, found out without walking further", () => {
    const nested = (levels: number): unknown =>
      JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);
    expect(isTooDeep(nested(64))).toBe(false);
    expect(isTooDeep(nested(65))).toBe(true);
    expect(isTooDeep(nested(150_000))).toBe(true);
    expect(isTooDeep({ a: [{ b: null }, "c", 1] })).toBe(false);
  });
});

describe("one line", () => {
  it.each(["\u200b", "\u200b\u2060\u200d", "\u3164", "\u2800", "\u00ad", " \u0301 ", "   "])(
    "asks for something that is seen: %j",
    (text) => {
      expect(line().safeParse(text).success).toBe(false);
    },
  );

  it.each([
    "a\r\nBcc: b",
    "a\u2028b",
    "a\u2029b",
    "a\u0085b",
    "\u202egnp.exe",
    "a\u2066b",
    "a\u0000b",
  ])("ends nowhere and turns nothing around: %j", (text) => {
    expect(line().safeParse(text).success).toBe(false);
    expect(optionalLine().safeParse(text).success).toBe(false);
  });

  it.each(["Zoë O’Brien-Łęcki", "נועה לוי", "سارة‌ محمد", "李小龙", "👩‍💻 Ada", "नेहा शर्मा", "7"])(
    "takes names of the world: %s",
    (text) => {
      expect(line().parse(` ${text} `)).toBe(text);
    },
  );

  it("may be empty only where it may be left out", () => {
    expect(optionalLine().parse("  ")).toBe("");
    expect(line().safeParse("").success).toBe(false);
    expect(line(3).safeParse("four").success).toBe(false);
  });
});

describe("an instant as Postgres writes it", () => {
  it("is the same instant to the millisecond, in whatever zone and however short", () => {
    const texts = {
      "2026-11-22 10:00:00+00": "2026-11-22T10:00:00.000Z",
      "2026-11-22 10:00:00.5+00": "2026-11-22T10:00:00.500Z",
      "2026-11-22 10:00:00.123+00": "2026-11-22T10:00:00.123Z",
      "2026-11-22 10:00:00.123456+00": "2026-11-22T10:00:00.123Z",
      "2026-11-22 10:00:00.12+05:30": "2026-11-22T04:30:00.120Z",
    };
    for (const [text, instant] of Object.entries(texts))
      expect(toInstantOfText(text)).toBe(instant);
  });
});
