import { describe, expect, it } from "vitest";
import type { Role } from "../duties.ts";
import {
  whyNotAdmin,
  whyNotFrom,
  whyNotInviteHired,
  whyNotLeaveAdmins,
  whyNotManager,
  whyNotSignUp,
} from "./rules.ts";

describe("a new organization", () => {
  it.each([
    ["the first, sign-up closed", false, false, null],
    ["the first, sign-up open", false, true, null],
    ["one more, sign-up open", true, true, null],
    ["one more, sign-up closed", true, false, "SIGN_UP_CLOSED"],
  ])("%s", (_name, any, signUp, expected) => {
    expect(whyNotSignUp(any, { signUp })?.code ?? null).toBe(expected);
  });
});

describe("whom an application invites", () => {
  it.each([
    ["hired", null],
    ["active", "NOT_HIRED"],
    ["rejected", "NOT_HIRED"],
  ])("%s: %s", (state, expected) => {
    expect(whyNotInviteHired(state)?.code ?? null).toBe(expected);
  });
});

describe("an organization keeps an admin", () => {
  const one = (memberId: string, roles: readonly Role[], state = "active") => ({
    memberId,
    roles,
    state,
  });
  const lone = [one("ada", ["admin"]), one("rita", ["recruiter"])];
  const two = [one("ada", ["admin"]), one("bo", ["admin", "recruiter"])];
  const idle = [one("ada", ["admin"]), one("bo", ["admin"], "disabled")];

  it.each<[string, typeof lone, string, { roles: readonly Role[]; state: string }, string | null]>([
    [
      "the last one gives it up",
      lone,
      "ada",
      { roles: ["recruiter"], state: "active" },
      "LAST_ADMIN",
    ],
    [
      "the last one is disabled",
      lone,
      "ada",
      { roles: ["admin"], state: "disabled" },
      "LAST_ADMIN",
    ],
    [
      "the last one takes a role more",
      lone,
      "ada",
      { roles: ["admin", "recruiter"], state: "active" },
      null,
    ],
    ["one of two gives it up", two, "ada", { roles: ["recruiter"], state: "active" }, null],
    ["one of two is disabled", two, "bo", { roles: ["admin"], state: "disabled" }, null],
    [
      "the other one is disabled already",
      idle,
      "ada",
      { roles: [], state: "active" },
      "LAST_ADMIN",
    ],
    ["somebody else changes", lone, "rita", { roles: [], state: "disabled" }, null],
  ])("%s", (_name, members, memberId, next, expected) => {
    expect(whyNotLeaveAdmins(members, memberId, next)?.code ?? null).toBe(expected);
  });

  it.each([
    ["an active admin", { roles: ["admin"], state: "active" }, null],
    ["an admin who recruits too", { roles: ["recruiter", "admin"], state: "active" }, null],
    ["who was an admin until just now", { roles: ["recruiter"], state: "active" }, "FORBIDDEN"],
    ["who was disabled just now", { roles: ["admin"], state: "disabled" }, "FORBIDDEN"],
    ["who is no member", undefined, "FORBIDDEN"],
  ])("members are changed by %s", (_name, self, expected) => {
    expect(whyNotAdmin(self)?.code ?? null).toBe(expected);
  });
});

describe("state machine: member", () => {
  it.each([
    ["invited", ["invited"], null],
    ["active", ["invited", "active"], null],
    ["active", ["invited"], "MEMBER_STATE"],
    ["disabled", ["invited", "active"], "MEMBER_STATE"],
    ["active", ["disabled"], "MEMBER_STATE"],
  ])("from %s where it goes from %j: %s", (state, wanted, expected) => {
    expect(whyNotFrom(state, ...wanted)?.code ?? null).toBe(expected);
  });
});

describe("a manager", () => {
  const person = { kind: "person", state: "active", managerId: null };
  const members = [
    { id: "head", ...person },
    { id: "lead", ...person, managerId: "head" },
    { id: "engineer", ...person, managerId: "lead" },
    { id: "gone", ...person, state: "disabled" },
    { id: "invited", ...person, state: "invited" },
    { id: "robot", ...person, kind: "service" },
  ];

  it.each([
    ["engineer", "head", null],
    ["head", "gone", "MANAGER_INACTIVE"],
    ["head", "invited", "MANAGER_INACTIVE"],
    ["head", "robot", "MANAGER_INACTIVE"],
    ["head", "nobody", "MANAGER_INACTIVE"],
    ["head", "head", "MANAGER_CIRCLE"],
    ["lead", "engineer", "MANAGER_CIRCLE"],
    ["head", "engineer", "MANAGER_CIRCLE"],
  ])("of %s may %s be: %s", (memberId, managerId, code) => {
    expect(whyNotManager(members, memberId, managerId)?.code ?? null).toBe(code);
  });
});
