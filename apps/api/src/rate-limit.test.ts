import { describe, expect, it } from "vitest";
import { PUBLIC_URL, useApi } from "../test/api.ts";

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
