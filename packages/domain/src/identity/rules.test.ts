import { describe, expect, it } from "vitest";
import { whyNotPassword } from "./rules.ts";

describe("a password", () => {
  it.each([
    ["calm-rubric-7-harbour", null],
    ["password123456", "PASSWORD_WEAK"],
    ["aaaaaaaaaaaaaaaa", "PASSWORD_WEAK"],
    ["ingrid.nordby.north", "PASSWORD_WEAK"],
    ["Letmein-qwerty-admin", "PASSWORD_WEAK"],
    ["four words of old lore", null],
  ])("%s: %s", (password, code) => {
    const denial = whyNotPassword(password, "password", ["Ingrid Nordby", "ingrid@north.example"]);
    expect(denial?.code ?? null).toBe(code);
  });
});
