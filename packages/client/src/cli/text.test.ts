import { describe, expect, it } from "vitest";
import { harmless, jsonText, outline, table } from "./text.ts";

const hostile = "Ada\u001b[2J\r\n\u202eoffer\u0007\u009b31m\u200b";

/** All but the end of a line. */
const UNSEEN = /(?!\n)[\p{Cc}\u200b\u202e]/u;

describe("what others wrote", () => {
  it("moves no cursor, turns no text round and hides nothing", () => {
    expect(harmless(hostile)).toBe(
      "Ada\\u{1b}[2J\\u{d}\\u{a}\\u{202e}offer\\u{7}\\u{9b}31m\\u{200b}",
    );
    expect(harmless("Zoë 李 O'Brien-Müller")).toBe("Zoë 李 O'Brien-Müller");
  });

  it("cannot make a row of its own in a table", () => {
    const text = table([{ name: hostile, state: "active" }]);
    expect(text.split("\n")).toHaveLength(3);
    expect(text).not.toMatch(UNSEEN);
  });

  it("is the same for programs, and harmless on a terminal", () => {
    const text = jsonText({ name: hostile });
    expect(JSON.parse(text)).toEqual({ name: hostile });
    expect(text).not.toMatch(UNSEEN);
    expect(outline({ name: hostile })).not.toMatch(UNSEEN);
  });
});

describe("a table", () => {
  it("is as wide as its cells", () => {
    expect(
      table([
        { id: "1", title: "Backend Engineer", state: "open" },
        { id: "22", title: "SRE", state: "closed" },
      ]),
    ).toBe(
      "id  title             state\n1   Backend Engineer  open\n22  SRE               closed\n",
    );
    expect(table([])).toBe("");
  });
});
