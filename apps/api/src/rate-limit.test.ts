import { tokenHash } from "@rubric/domain/identity";
import { Refused } from "@rubric/domain/errors";
import { LIMITS } from "@rubric/domain/limits";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../../packages/domain/test/factories.ts";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { PUBLIC_URL, useApi } from "../test/api.ts";
import type { Request } from "./caller.ts";
import { makeContext } from "./context.ts";
import { UNNAMED } from "./contract/meeting.ts";
import { type Limit, makeLimit } from "./rate-limit.ts";

const api = useApi();

/** Status of a sign-in that is aimed at an address, from an address of the network. */
async function guess(email: string, from: string, headers: Record<string, string> = {}) {
  const answer = await api.app.inject({
    method: "POST",
    url: "/api/trpc/identity.signIn",
    remoteAddress: from,
    headers: { "content-type": "application/json", origin: PUBLIC_URL, ...headers },
    payload: { email, password: "a guess" },
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe("guessing a password", () => {
  it("stops after 15 tries at one account from one address, however it is written", async () => {
    const statuses = [];
    for (let n = 0; n < 17; n += 1) {
      const email = n % 2 === 0 ? "victim@people.test" : " VICTIM@people.test";
      statuses.push((await guess(email, "198.51.100.99")).status);
    }
    expect(statuses.slice(0, 15).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(15)).toEqual([429, 429]);
    expect((await guess("other@people.test", "198.51.100.99")).status).toBe(401);
  });

  it("leaves an account to its owner, who comes from elsewhere", async () => {
    expect((await guess("victim@people.test", "198.51.100.1")).status).toBe(401);
  });

  it("stops after 100 tries at one account from everywhere", async () => {
    const statuses = [];
    for (let n = 0; n < 102; n += 1) {
      statuses.push((await guess("wanted@people.test", `198.51.101.${n}`)).status);
    }
    expect(statuses.slice(0, 100).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(100)).toEqual([429, 429]);
  });

  it("says how long to wait", async () => {
    const { body } = await guess("victim@people.test", "198.51.100.99");
    expect(body).toMatchObject({
      error: { data: { code: "TOO_MANY", sentence: expect.stringMatching(/Try again in \d+ s/) } },
    });
  });

  it("stops after 60 tries a minute from one address, whatever cookies and proxies are claimed", async () => {
    const from = "203.0.113.9";
    const tries = Array.from({ length: 64 }, (_, n) => ({
      cookie: `rubric_session=made-up-${n}`,
      "x-forwarded-for": `198.51.100.${n}`,
    }));
    const statuses = [];
    for (const [n, headers] of tries.entries()) {
      statuses.push((await guess(`person-${n}@people.test`, from, headers)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(60);
    expect(statuses.slice(60)).toEqual([429, 429, 429, 429]);
    expect((await guess("person-x@people.test", "203.0.113.10")).status).toBe(401);
  });

  it("counts each try at a link, too", async () => {
    const accept = async () => {
      const answer = await api.app.inject({
        method: "POST",
        url: "/api/trpc/identity.acceptInvitation",
        remoteAddress: "192.0.2.1",
        headers: { "content-type": "application/json", origin: PUBLIC_URL },
        payload: { token: "one-token", name: "A Guesser", password: "a guess at a password" },
      });
      return answer.statusCode;
    };
    const statuses = [];
    for (let n = 1; n <= 16; n += 1) statuses.push(await accept());
    expect(statuses.slice(0, 15).every((status) => status === 422)).toBe(true);
    expect(statuses[15]).toBe(429);
  });
});

/** Status of an application with somebody's address, sent from an address of the network. */
async function apply(email: string, from: string) {
  const answer = await api.app.inject({
    method: "POST",
    url: "/api/trpc/candidate.applyToJob",
    remoteAddress: from,
    headers: { "content-type": "application/json", origin: PUBLIC_URL },
    payload: { slug: "nowhere", email },
  });
  return answer.statusCode;
}

describe("having e-mails sent to somebody", () => {
  it("stops after 5 calls with one address from one place, however it is written", async () => {
    const statuses = [];
    for (let n = 0; n < 7; n += 1) {
      const email = n % 2 === 0 ? "flooded@people.test" : " FLOODED@people.test";
      statuses.push(await apply(email, "198.51.102.1"));
    }
    expect(statuses.slice(0, 5)).not.toContain(429);
    expect(statuses.slice(5)).toEqual([429, 429]);
    expect(await apply("somebody-else@people.test", "198.51.102.1")).not.toBe(429);
    expect(await apply("flooded@people.test", "198.51.102.2")).not.toBe(429);
  });

  it("stops after 20 calls with one address from everywhere", async () => {
    const statuses = [];
    for (let n = 0; n < 22; n += 1) {
      statuses.push(await apply("everywhere@people.test", `198.51.103.${n}`));
    }
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
});

describe("what people click", () => {
  const request = (ip: string, sessionHash: string | null, orgSlug: string | null): Request => ({
    origin: { ip, requestId: "rate", userAgent: "" },
    bearer: null,
    sessionHash,
    candidateLink: null,
    orgSlug,
    key: null,
    calls: 1,
    tell: () => {},
    issueSession: () => {},
  });

  /** Asks who is there so many times; returns how many were refused as too many. */
  async function click(limit: Limit, requests: readonly Request[]): Promise<number> {
    let refused = 0;
    const { db } = api.connection;
    const deps = { db, limits: LIMITS, enqueue: async () => {} };
    for (const one of requests) {
      const ctx = makeContext(deps, one, { limit, contract: UNNAMED, log: () => {} });
      try {
        await ctx.limit("usual", null);
        await ctx.caller.call("home.show", null, "query");
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.denial.code === "TOO_MANY") refused += 1;
        else expect(error.denial.code).toBe("UNAUTHENTICATED");
      }
    }
    return refused;
  }

  it("counts made-up cookies by the address that they come from", async () => {
    const limit = makeLimit(1 / 300);
    const madeUp = Array.from({ length: 15 }, (_, n) =>
      request("192.0.2.50", `made-up-${n}`, null),
    );
    expect(await click(limit, madeUp)).toBe(5);
    expect(await click(limit, [request("192.0.2.51", "made-up-0", null)])).toBe(0);
  });

  it("counts a valid session by itself, so that an office of many is not one", async () => {
    const limit = makeLimit(1 / 300);
    const { org, cast } = await makeOrg(api);
    const { token } = await openSession(api, cast.manager.accountId);
    const mine = request("192.0.2.60", tokenHash(token), org.slug);
    expect(await click(limit, [mine])).toBe(0);
    const others = Array.from({ length: 15 }, () => request("192.0.2.60", null, null));
    expect(await click(limit, others)).toBe(6);
    expect(
      await click(
        limit,
        Array.from({ length: 10 }, () => mine),
      ),
    ).toBe(0);
    expect(await click(limit, [mine])).toBe(1);
  });
});
