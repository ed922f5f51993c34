import { describe, expect, it } from "vitest";
import type { Member } from "../context.ts";
import {
  isForPeople,
  isOfGrowth,
  type Permission,
  PERMISSIONS,
  permissionRow,
} from "../permissions.ts";
import {
  MOST_TOKENS,
  PERSONAL_SCOPES,
  SERVICE_SCOPES,
  tokenState,
  whyNotAs,
  whyNotByToken,
  whyNotMoreTokens,
  whyNotRevoke,
  whyNotServiceScopes,
} from "./rules.ts";

const ALL = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);

const member = (accountId: string | null, scopes?: readonly string[]): Member => ({
  kind: "member",
  memberId: "m",
  accountId,
  name: "A Member",
  roles: ["admin"],
  ...(scopes === undefined ? {} : { token: { id: "t", name: "A token", scopes } }),
});

const code = (actor: Member, permission: Permission) => whyNotAs(actor, permission)?.code ?? null;

describe("law 15: what a token may be given", () => {
  it("is nothing of an account in its browser, of candidates, of anyone, of the worker", () => {
    for (const scope of PERSONAL_SCOPES) {
      const { on, to } = permissionRow(scope);
      expect(on, scope).not.toBe("instance");
      expect(
        to.some((duty) => !["anyone", "account", "candidate", "system"].includes(duty)),
        scope,
      ).toBe(true);
    }
  });

  it("is nothing that makes or widens access", () => {
    const widening = ALL.filter((name) =>
      /^(identity|token)\.|^organization\.(create|invite|resendInvitation|setRoles|enableMember|addService)$|^webhook\.(create|update|enable|rotateSecret)$/.test(
        name,
      ),
    );
    expect(widening.length).toBeGreaterThan(15);
    expect(widening.filter((name) => PERSONAL_SCOPES.includes(name))).toEqual([]);
  });

  it("law 1: is nothing of anybody's growth, which only its two people read and write", () => {
    const growth = ALL.filter(isOfGrowth);
    expect(growth).toEqual(
      expect.arrayContaining(["ladder.show", "ladder.listTeam", "review.show"]),
    );
    expect(growth.filter((name) => PERSONAL_SCOPES.includes(name))).toEqual([]);
    expect(growth.filter((name) => permissionRow(name).on !== "org" && !isForPeople(name))).toEqual(
      [],
    );
  });

  it("is everything else that a member may do, so that a new procedure is thought of", () => {
    const left = ALL.filter((name) => !PERSONAL_SCOPES.includes(name));
    expect(PERSONAL_SCOPES.length + left.length).toBe(ALL.length);
    const known = (name: Permission) =>
      isOfGrowth(name) || /^(identity|token|organization|candidate)\./.test(name);
    expect(left.filter((name) => !known(name))).toEqual([
      "job.unpublishDue",
      "interview.chooseTime",
      "interview.holdDue",
      "interview.remindOwed",
      "scorecard.voidStale",
      "scorecard.excuseDisabled",
      "offer.accept",
      "offer.decline",
      "offer.expireDue",
      "offer.passCouncilWeeks",
      "retention.eraseCandidate",
      "retention.settle",
      "retention.expireConsents",
      "retention.sendNotices",
      "retention.removeUploads",
      "deadline.catchUp",
      "deadline.remindDue",
      "webhook.create",
      "webhook.update",
      "webhook.enable",
      "webhook.rotateSecret",
      "webhook.switchOff",
      "webhook.prune",
      "round.openDue",
      "round.fill",
      "round.showRaters",
      "metric.keep",
      "record.fetch",
      "record.eraseLeft",
      "preparation.list",
      "preparation.show",
      "preparation.plan",
      "feedback.ask",
      "fairness.showOwn",
      "fairness.identify",
      "fairness.show",
      "fairness.report",
      "insight.show",
      "insight.publish",
    ]);
  });

  it("is refused by its name where it was not given, and at all where it cannot be", () => {
    for (const permission of ALL) {
      if (permission === "identity.me") continue;
      const scopable = PERSONAL_SCOPES.includes(permission);
      const wanted = scopable ? "SCOPE_MISSING" : "NOT_FOR_TOKENS";
      const others = PERSONAL_SCOPES.filter((one) => one !== permission);
      expect(whyNotByToken(others, permission)?.code, permission).toBe(wanted);
      expect(whyNotByToken(ALL, permission)?.code ?? null, permission).toBe(
        scopable ? null : wanted,
      );
    }
    expect(whyNotByToken([], "job.list")).toEqual({
      code: "SCOPE_MISSING",
      facts: { scope: "job.list" },
    });
    expect(whyNotByToken([], "identity.me")).toBeNull();
  });
});

describe("law 15: who calls what", () => {
  it.each<[string, Member, Permission, string | null]>([
    ["a person", member("a"), "offer.send", null],
    ["a person's token with the scope", member("a", ["offer.send"]), "offer.send", null],
    ["a person's token without it", member("a", ["offer.show"]), "offer.send", "SCOPE_MISSING"],
    ["a person's token with every scope", member("a", ALL), "token.create", "NOT_FOR_TOKENS"],
    ["a person's token with none", member("a", []), "identity.me", null],
    ["a service account", member(null), "debrief.decide", "PEOPLE_ONLY"],
    ["a service account", member(null), "job.list", null],
    [
      "a service account, whose maker would approve it",
      member(null),
      "policy.draft",
      "PEOPLE_ONLY",
    ],
    ["a service account, whose maker would approve it", member(null), "band.draft", "PEOPLE_ONLY"],
    ["a service account, whose maker would approve it", member(null), "band.import", "PEOPLE_ONLY"],
    [
      "a service account, whose maker would approve it",
      member(null),
      "region.importPack",
      "PEOPLE_ONLY",
    ],
    ["its token without the scope", member(null, []), "debrief.decide", "SCOPE_MISSING"],
    ["its token with every scope", member(null, ALL), "debrief.decide", "PEOPLE_ONLY"],
    ["its token with the scope", member(null, ["job.list"]), "job.list", null],
  ])("%s (%j) calls %s: %s", (_name, actor, permission, expected) => {
    expect(code(actor, permission)).toBe(expected);
  });
});

describe("what judges someone is done by people", () => {
  it("wherever law 7 asks for somebody impartial, and where a person vouches or removes", () => {
    const impartial = ALL.filter((name) => permissionRow(name).impartial === true);
    expect(impartial.length).toBeGreaterThan(25);
    expect(impartial.filter((name) => !isForPeople(name))).toEqual([]);
    const others = ALL.filter((name) => !impartial.includes(name) && !isOfGrowth(name));
    expect(others.filter((name) => isForPeople(name))).toEqual([
      "region.importPack",
      "region.approvePack",
      "job.askToMovePinned",
      "job.movePinned",
      "candidate.refer",
      "candidate.declareRelation",
      "application.addNote",
      "application.answerAdjustment",
      "scorecard.show",
      "scorecard.strike",
      "approval.saveFlow",
      "approval.saveJobFlow",
      "band.draft",
      "band.import",
      "band.approve",
      "retention.erase",
      "retention.setHold",
      "retention.liftHold",
      "deadline.complete",
      "deadline.reassign",
      "deadline.setAway",
      "policy.draft",
      "policy.approve",
      "experiment.draft",
      "experiment.start",
      "experiment.stop",
      "organization.listHired",
      "organization.inviteHired",
      "round.list",
      "round.open",
      "round.showRaters",
      "feedback.show",
      "fairness.show",
      "insight.show",
    ]);
    for (const name of ALL.filter((one) => /^(scorecard|debrief)\./.test(one))) {
      const { to } = permissionRow(name);
      const reads = ["scorecard.list", "debrief.show"].includes(name);
      if (!reads && !to.includes("system")) expect(isForPeople(name), name).toBe(true);
    }
  });

  it("never with a service account, even if a token of it were to hold every scope", () => {
    const forPeople = ALL.filter((one) => isForPeople(one) && PERSONAL_SCOPES.includes(one));
    expect(forPeople.length).toBeGreaterThan(40);
    for (const permission of forPeople) {
      expect(SERVICE_SCOPES).not.toContain(permission);
      expect(whyNotServiceScopes([permission])?.code, permission).toBe("TOKEN_SCOPE_PEOPLE");
      const byNone = permission === "fairness.show" ? "NOT_FOR_TOKENS" : null;
      expect(code(member(null, ALL), permission), permission).toBe(byNone ?? "PEOPLE_ONLY");
      expect(code(member(null), permission), permission).toBe("PEOPLE_ONLY");
      expect(code(member("a", ALL), permission), permission).toBe(byNone);
      expect(code(member("a"), permission), permission).toBeNull();
    }
  });

  it("leaves a service account the scopes that its roles can reach, all of them personal ones", () => {
    expect(SERVICE_SCOPES.filter((one) => !PERSONAL_SCOPES.includes(one))).toEqual([]);
    expect(SERVICE_SCOPES).toContain("application.board");
    expect(SERVICE_SCOPES).not.toContain("offer.show");
    expect(SERVICE_SCOPES).not.toContain("scorecard.list");
    expect(whyNotServiceScopes(SERVICE_SCOPES)).toBeNull();
  });
});

describe("where a token stands", () => {
  it("open until its end, then expired; revoked whenever it was", () => {
    const expiresAt = new Date("2030-01-01T00:00:00Z");
    const before = new Date(expiresAt.getTime() - 1);
    expect(tokenState({ expiresAt, revokedAt: null }, before)).toBe("open");
    expect(tokenState({ expiresAt, revokedAt: null }, expiresAt)).toBe("expired");
    expect(tokenState({ expiresAt, revokedAt: before }, before)).toBe("revoked");
  });
});

describe("how many tokens there are, and how each ends", () => {
  it.each([
    [0, null],
    [MOST_TOKENS - 1, null],
    [MOST_TOKENS, "TOKENS_ENOUGH"],
    [MOST_TOKENS + 1, "TOKENS_ENOUGH"],
  ])("with %i open ones: %s", (open, code) => {
    expect(whyNotMoreTokens(open)?.code ?? null).toBe(code);
  });

  it.each([
    [false, null],
    [true, "TOKEN_ENDED"],
  ])("revoked before: %s, now: %s", (revoked, code) => {
    expect(whyNotRevoke({ revoked })?.code ?? null).toBe(code);
  });
});
