import { randomUUID } from "node:crypto";
import { newId } from "@rubric/db";
import { auditDetail, idempotency } from "@rubric/db/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeApplication, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { makeService, makeToken, opens, tokenRow } from "../../test/tokens.ts";
import type { Member, Org } from "../context.ts";
import { authorize } from "../authorize.ts";
import { Refused } from "../errors.ts";
import { deleteEndedTokens, memberOfTokenElsewhere } from "../identity/access-tokens.ts";
import { fitApprovers } from "../offer/approvers.ts";
import { addService, disableMember, enableMember } from "../organization/index.ts";
import { PERMISSIONS, type Permission, permissionRow } from "../permissions.ts";
import { createToken, listTokens, revokeAllTokens, revokeToken } from "./index.ts";
import { MOST_TOKENS, PERSONAL_SCOPES } from "./rules.ts";

const harness = useHarness();
const DAY = 86_400_000;

const list = (org: Org, by: Member) => query(harness, org, by, "token.list", listTokens, {});
const revoke = (org: Org, by: Member, tokenId: string) =>
  command(harness, org, by, "token.revoke", revokeToken, { tokenId });
const revokeAll = (org: Org, by: Member, memberId: string | null) =>
  command(harness, org, by, "token.revokeAll", revokeAllTokens, { memberId });
const disable = (org: Org, by: Member, memberId: string) =>
  command(harness, org, by, "organization.disableMember", disableMember, { memberId });

const rowOf = (id: string) => tokenRow(harness, id);

describe("token.create", () => {
  it("makes one of one's own, tells it once, keeps its hash and writes the audit entry", async () => {
    const { org, cast } = await makeOrg(harness);
    const { token, text } = await makeToken(harness, org, cast.engineer, ["framework.list"]);
    expect(token).toMatchObject({
      kind: "personal",
      member: { id: cast.engineer.memberId },
      madeBy: { id: cast.engineer.memberId },
      mine: true,
      scopes: ["framework.list"],
      state: "open",
      lastUsedAt: null,
    });
    expect(token.hint).toBe(`rubric_pat_…${text?.slice(-4)}`);
    expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBe(90 * DAY);
    expect(await opens(harness, text)).toMatchObject({ id: token.id, orgId: org.id });
    const [entry] = await auditTrail(harness, org.id);
    expect(entry).toMatchObject({ action: "token.create", subjectId: token.id });
    const details = await harness.within(org.id, (tx) => tx.select().from(auditDetail));
    expect(JSON.stringify([entry, details, await rowOf(token.id)])).not.toContain(text);
  });

  it("keeps the scopes once each, in the order of the table", async () => {
    const { org, cast } = await makeOrg(harness);
    const { token } = await makeToken(harness, org, cast.recruiter, [
      "job.list",
      "framework.list",
      "job.list",
    ]);
    expect(token.scopes).toEqual(["framework.list", "job.list"]);
  });

  it("law 14: answers the same key without the token, which is stored nowhere", async () => {
    const { org, cast } = await makeOrg(harness);
    const key = randomUUID();
    const first = await makeToken(harness, org, cast.engineer, ["home.show"], { key });
    const again = await makeToken(harness, org, cast.engineer, ["home.show"], { key });
    expect(first.text).not.toBeNull();
    expect(again).toEqual({ token: first.token, text: null });
    const kept = await harness.within(org.id, (tx) => tx.select().from(idempotency));
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(first.text);
    expect((await list(org, cast.engineer)).tokens).toHaveLength(1);
  });

  it("makes one for a service account as an admin, and for nobody else", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const service = await makeService(harness, org, cast.admin, ["recruiter"]);
    const of = { serviceId: service.memberId };
    const { token } = await makeToken(harness, org, cast.admin, ["job.list"], of);
    expect(token).toMatchObject({
      kind: "service",
      hint: expect.stringMatching(/^rubric_svc_…/),
      member: { id: service.memberId, name: "Weekly figures" },
      madeBy: { id: cast.admin.memberId },
      mine: false,
    });
    const make = (by: Member, serviceId: string, where = org) =>
      refusal(makeToken(harness, where, by, ["job.list"], { serviceId }));
    expect(await make(cast.recruiter, service.memberId)).toBe("FORBIDDEN");
    expect(await make(cast.admin, cast.recruiter.memberId)).toBe("NOT_FOUND");
    expect(await make(cast.admin, newId())).toBe("NOT_FOUND");
    expect(await make(other.cast.admin, service.memberId, other.org)).toBe("NOT_FOUND");
  });

  it("gives a service account nothing that judges someone", async () => {
    const { org, cast } = await makeOrg(harness);
    const { memberId: serviceId } = await makeService(harness, org, cast.admin, ["recruiter"]);
    const scopes: Permission[] = ["job.list", "scorecard.submit"];
    expect(await refusal(makeToken(harness, org, cast.admin, scopes, { serviceId }))).toBe(
      "TOKEN_SCOPE_PEOPLE",
    );
    await makeToken(harness, org, cast.interviewer, scopes);
  });

  it("makes none for a service account that is disabled", async () => {
    const { org, cast } = await makeOrg(harness);
    const { memberId: serviceId } = await makeService(harness, org, cast.admin, ["recruiter"]);
    await disable(org, cast.admin, serviceId);
    expect(await refusal(makeToken(harness, org, cast.admin, ["job.list"], { serviceId }))).toBe(
      "MEMBER_STATE",
    );
  });

  it("stops at so many open ones, also for many at once", async () => {
    const { org, cast } = await makeOrg(harness);
    const outcomes = await Promise.allSettled(
      Array.from({ length: MOST_TOKENS + 5 }, () =>
        makeToken(harness, org, cast.second, ["home.show"]),
      ),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(MOST_TOKENS);
    const { tokens } = await list(org, cast.second);
    await revoke(org, cast.second, tokens[0]?.id ?? "");
    await makeToken(harness, org, cast.second, ["home.show"]);
    expect(await refusal(makeToken(harness, org, cast.second, ["home.show"]))).toBe(
      "TOKENS_ENOUGH",
    );
  });
});

describe("token.list", () => {
  it("shows one's own, an admin everybody's, and nobody another organization's", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const mine = await makeToken(harness, org, cast.engineer, ["home.show"]);
    const theirs = await makeToken(harness, org, cast.manager, ["home.show"]);
    await makeToken(harness, other.org, other.cast.admin, ["home.show"]);
    const service = await makeService(harness, org, cast.admin, ["recruiter"]);
    const ids = async (by: Member) => (await list(org, by)).tokens.map((one) => one.id);
    expect(await ids(cast.engineer)).toEqual([mine.token.id]);
    expect(await ids(cast.admin)).toEqual([theirs.token.id, mine.token.id]);
    expect((await list(org, cast.engineer)).services).toBeNull();
    expect((await list(org, cast.admin)).services).toEqual([
      { id: service.memberId, name: "Weekly figures" },
    ]);
    expect(JSON.stringify(await list(org, cast.admin))).not.toContain(mine.text);
  });

  it("forgets a token 90 days after its end, and so does the database", async () => {
    const { org, cast } = await makeOrg(harness);
    const { token } = await makeToken(harness, org, cast.engineer, ["home.show"], { days: 7 });
    const end = Date.parse(token.expiresAt);
    const seen = async (at: number) => {
      harness.setClock(new Date(at));
      const { tokens } = await list(org, cast.engineer).finally(() => harness.setClock(null));
      return tokens.map((one) => one.state);
    };
    expect(await seen(end - 1)).toEqual(["open"]);
    expect(await seen(end)).toEqual(["expired"]);
    expect(await seen(end + 90 * DAY)).toEqual([]);
    await deleteEndedTokens(harness.connection.db, new Date(end + 89 * DAY));
    await rowOf(token.id);
    await deleteEndedTokens(harness.connection.db, new Date(end + 91 * DAY));
    await expect(rowOf(token.id)).rejects.toThrow();
  });
});

describe("token.revoke", () => {
  it("ends one's own at once and writes the audit entry", async () => {
    const { org, cast } = await makeOrg(harness);
    const { token, text } = await makeToken(harness, org, cast.engineer, ["home.show"]);
    expect(await revoke(org, cast.engineer, token.id)).toEqual({ revoked: 1 });
    expect(await opens(harness, text)).toBeNull();
    expect(await rowOf(token.id)).toMatchObject({ revokedBy: cast.engineer.memberId });
    const trail = await auditTrail(harness, org.id);
    expect(trail.map((one) => one.action)).toEqual(["token.create", "token.revoke"]);
    expect(await refusal(revoke(org, cast.engineer, token.id))).toBe("TOKEN_ENDED");
  });

  it("ends any as an admin, and hides those of others and of another organization", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const { token, text } = await makeToken(harness, org, cast.engineer, ["home.show"]);
    expect(await refusal(revoke(org, cast.manager, token.id))).toBe("NOT_FOUND");
    expect(await refusal(revoke(other.org, other.cast.admin, token.id))).toBe("NOT_FOUND");
    expect(await refusal(revoke(org, cast.admin, newId()))).toBe("NOT_FOUND");
    expect(await opens(harness, text)).not.toBeNull();
    await revoke(org, cast.admin, token.id);
    expect(await opens(harness, text)).toBeNull();
  });

  it("is done once by eight at once", async () => {
    const { org, cast } = await makeOrg(harness);
    const { token } = await makeToken(harness, org, cast.engineer, ["home.show"]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => revoke(org, cast.engineer, token.id)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("token.revokeAll", () => {
  it("ends all of one's own, and of another member only as an admin", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const { text } = await makeToken(harness, org, cast.engineer, ["home.show"]);
    await makeToken(harness, org, cast.engineer, ["framework.list"]);
    const kept = await makeToken(harness, org, cast.manager, ["home.show"]);
    const whom = cast.engineer.memberId;
    expect(await refusal(revokeAll(org, cast.manager, whom))).toBe("FORBIDDEN");
    expect(await refusal(revokeAll(other.org, other.cast.admin, whom))).toBe("NOT_FOUND");
    expect(await revokeAll(org, cast.engineer, null)).toEqual({ revoked: 2 });
    expect(await revokeAll(org, cast.admin, whom)).toEqual({ revoked: 0 });
    expect(await opens(harness, text)).toBeNull();
    expect(await opens(harness, kept.text)).not.toBeNull();
  });
});

describe("a token in use", () => {
  it("is good until its last millisecond and not after", async () => {
    const { org, cast } = await makeOrg(harness);
    const { token, text } = await makeToken(harness, org, cast.engineer, ["home.show"]);
    const end = Date.parse(token.expiresAt);
    expect(await opens(harness, text, new Date(end - 1))).not.toBeNull();
    expect(await opens(harness, text, new Date(end))).toBeNull();
  });

  it("notes its use at most once a minute", async () => {
    const { org, cast } = await makeOrg(harness);
    const { token, text } = await makeToken(harness, org, cast.engineer, ["home.show"]);
    const usedAt = async (ms: number) => {
      await opens(harness, text, new Date(ms));
      return (await rowOf(token.id)).lastUsedAt?.getTime();
    };
    const start = Date.now();
    expect(await usedAt(start)).toBe(start);
    expect(await usedAt(start + 59_000)).toBe(start);
    expect(await usedAt(start + 61_000)).toBe(start + 61_000);
  });

  it("ends with its owner, and stays ended when they are enabled again", async () => {
    const { org, cast } = await makeOrg(harness);
    const { text } = await makeToken(harness, org, cast.engineer, ["home.show"]);
    const before = await opens(harness, text);
    if (before === null) throw new Error("The token is not good.");
    await disable(org, cast.admin, cast.engineer.memberId);
    expect(await opens(harness, text)).toBeNull();
    const asMember = harness.within(org.id, (tx) => memberOfTokenElsewhere(tx, before));
    expect(await refusal(asMember)).toBe("UNAUTHENTICATED");
    await command(harness, org, cast.admin, "organization.enableMember", enableMember, {
      memberId: cast.engineer.memberId,
    });
    expect(await opens(harness, text)).toBeNull();
  });

  it("opens what its member may do and its scopes name, whatever both are, and nothing else", async () => {
    const { org, cast } = await makeOrg(harness);
    const inOrg = Object.keys(PERMISSIONS)
      .filter((name): name is Permission => name in PERMISSIONS)
      .filter((name) => permissionRow(name).on === "org");
    const may = (actor: Member, permission: Permission) =>
      harness.within(org.id, (tx) =>
        authorize(tx, actor, org, permission, null).then(
          () => true,
          (error: unknown) => {
            if (error instanceof Refused) return false;
            throw error;
          },
        ),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(cast)),
        fc.subarray([...PERSONAL_SCOPES]),
        fc.constantFrom(...inOrg),
        async (owner, scopes, permission) => {
          const withToken = { ...owner, token: { id: "t", name: "A token", scopes } };
          const given = scopes.includes(permission);
          expect(await may(withToken, permission)).toBe(given && (await may(owner, permission)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("organization.addService", () => {
  it("adds a member without account and address, and writes the audit entry", async () => {
    const { org, cast } = await makeOrg(harness);
    const service = await makeService(harness, org, cast.admin, ["recruiter", "auditor"]);
    expect(service).toMatchObject({ accountId: null, roles: ["recruiter", "auditor"] });
    const [entry] = await auditTrail(harness, org.id);
    expect(entry).toMatchObject({
      action: "organization.addService",
      subjectId: service.memberId,
    });
  });

  it("takes a name once, also for two at once, and in each organization", async () => {
    const [{ org, cast }, other] = [await makeOrg(harness), await makeOrg(harness)];
    const add = () => makeService(harness, org, cast.admin, ["recruiter"]);
    const outcomes = await Promise.allSettled([add(), add()]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(add())).toBe("MEMBER_EXISTS");
    await makeService(harness, other.org, other.cast.admin, ["recruiter"]);
  });

  it("refuses everyone but an admin", async () => {
    const { org, cast } = await makeOrg(harness);
    const add = (by: Member) =>
      command(harness, org, by, "organization.addService", addService, {
        name: "Mine",
        roles: ["admin"],
      });
    for (const one of [cast.recruiter, cast.manager, cast.auditor]) {
      expect(await refusal(add(one))).toBe("FORBIDDEN");
    }
  });

  it("is no admin who remains", async () => {
    const { org, cast } = await makeOrg(harness);
    await makeService(harness, org, cast.admin, ["admin"]);
    expect(await refusal(disable(org, cast.admin, cast.admin.memberId))).toBe("LAST_ADMIN");
  });

  it("approves no offer", async () => {
    const made = await makeOrg(harness);
    const { org, cast } = made;
    const job = await makeJob(harness, made);
    const { candidateId } = await makeApplication(harness, org, job);
    const { memberId } = await makeService(harness, org, cast.admin, ["manager"]);
    await harness.within(org.id, async (tx) => {
      const fit = await fitApprovers({ read: tx, org, actor: cast.manager }, candidateId);
      expect(fit.map((one) => one.id)).toContain(cast.approver.memberId);
      expect(fit.map((one) => one.id)).not.toContain(memberId);
    });
  });

  it("may be disabled, which ends its tokens, and enabled without an invitation", async () => {
    const { org, cast } = await makeOrg(harness);
    const { memberId } = await makeService(harness, org, cast.admin, ["recruiter"]);
    const of = { serviceId: memberId };
    const { text } = await makeToken(harness, org, cast.admin, ["job.list"], of);
    await disable(org, cast.admin, memberId);
    expect(await opens(harness, text)).toBeNull();
    const jobs = harness.jobs.length;
    const view = await command(
      harness,
      org,
      cast.admin,
      "organization.enableMember",
      enableMember,
      { memberId },
    );
    expect(view).toMatchObject({ kind: "service", state: "active", email: null });
    expect(harness.jobs.length).toBe(jobs);
  });
});

describe("token.create through a token", () => {
  it("is refused whatever its scopes", async () => {
    const { org, cast } = await makeOrg(harness);
    const actor = { ...cast.admin, token: { id: newId(), name: "All", scopes: PERSONAL_SCOPES } };
    const make = command(harness, org, actor, "token.create", createToken, {
      serviceId: null,
      name: "Another",
      days: 30,
      scopes: ["home.show"],
    });
    expect(await refusal(make)).toBe("NOT_FOR_TOKENS");
  });
});
