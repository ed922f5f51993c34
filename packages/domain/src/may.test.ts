import { describe, expect, it } from "vitest";
import type { Duty } from "./duties.ts";
import { deny, explain } from "./errors.ts";
import { mayOf, whyNotAllowed, whyNotImpartial } from "./may.ts";
import type { Permission } from "./permissions.ts";

describe("law 15: somebody does what a duty of theirs allows", () => {
  it.each<[Permission, Duty[], string | null]>([
    ["offer.send", ["job_recruiter"], null],
    ["offer.send", ["member", "job_manager"], null],
    ["offer.send", ["admin", "recruiter", "other_recruiter"], "FORBIDDEN"],
    ["offer.accept", ["candidate"], null],
    ["offer.accept", ["admin"], "FORBIDDEN"],
    ["offer.expireDue", ["system"], null],
    ["offer.expireDue", ["admin"], "FORBIDDEN"],
    ["candidate.listPosts", ["anyone"], null],
    ["audit.list", ["auditor"], null],
    ["audit.list", ["recruiter", "hiring_manager"], "FORBIDDEN"],
    ["audit.list", [], "FORBIDDEN"],
  ])("%s by %j: %s", (permission, duties, expected) => {
    expect(whyNotAllowed(permission, new Set(duties))?.code ?? null).toBe(expected);
  });

  it("says the first thing that speaks against it", () => {
    const [first, second] = [deny("FORBIDDEN", {}), deny("JOB_STATE", { state: "closed" })];
    expect(mayOf(null, first, second)).toEqual(explain(first));
    expect(mayOf(null, null)).toBeNull();
  });
});

describe("law 7: who takes no part", () => {
  it.each([
    [null, null],
    [{ kind: "referral" } as const, "CONFLICT_OF_INTEREST"],
    [{ kind: "relation" } as const, "CONFLICT_OF_INTEREST"],
    [{ kind: "self" } as const, "CONFLICT_OF_INTEREST"],
  ])("with a tie of %j: %s", (tie, code) => {
    expect(whyNotImpartial(tie)?.code ?? null).toBe(code);
  });
});
