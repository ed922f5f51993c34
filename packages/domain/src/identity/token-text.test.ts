import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTokenText, newTokenText, tokenHint } from "./token-text.ts";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".split("");

describe("the text of a token", () => {
  it("says by its prefix what it is, and is of one length and alphabet", () => {
    for (let n = 0; n < 200; n += 1) {
      expect(newTokenText("personal")).toMatch(/^rubric_pat_[0-9A-Za-z]{49}$/);
      expect(newTokenText("service")).toMatch(/^rubric_svc_[0-9A-Za-z]{49}$/);
    }
    expect(new Set(Array.from({ length: 200 }, () => newTokenText("personal"))).size).toBe(200);
  });

  it("is known by its checksum, and no longer once one character of it is another", () => {
    const text = newTokenText("personal");
    expect(isTokenText(text)).toBe(true);
    fc.assert(
      fc.property(
        fc.integer({ min: "rubric_pat_".length, max: text.length - 1 }),
        fc.constantFrom(...DIGITS),
        (at, other) => {
          fc.pre(text[at] !== other);
          expect(isTokenText(text.slice(0, at) + other + text.slice(at + 1))).toBe(false);
        },
      ),
    );
    expect(isTokenText(text.replace("_pat_", "_svc_"))).toBe(false);
    expect(isTokenText(` ${text}`)).toBe(false);
    expect(isTokenText(`${text}\n`)).toBe(false);
    expect(isTokenText("")).toBe(false);
  });

  it("can be checked by a scanner from what the documentation says", () => {
    // CRC-32 of "rubric_pat_" and 43 zeros, in base62.
    expect(isTokenText(`rubric_pat_${"0".repeat(43)}176nov`)).toBe(true);
  });

  it("is spoken of by its prefix and its end", () => {
    expect(tokenHint("service", "aB3x")).toBe("rubric_svc_…aB3x");
  });
});
