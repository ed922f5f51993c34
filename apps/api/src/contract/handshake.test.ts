import { makeHandshake } from "@rubric/contract/handshake";
import type { Manifest } from "@rubric/contract/manifest";
import { listUsage } from "@rubric/domain/operations";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openSession } from "../../../../packages/domain/test/instance.ts";
import { useApi } from "../../test/api.ts";
import { makeWorld } from "../../test/world.ts";
import { makeMetrics } from "../metrics.ts";
import { ownManifest } from "./own.ts";

const own = ownManifest(new Date("2026-02-01T00:00:00Z"));
const hex = (digit: string) => digit.repeat(16);

/** A release in which `identity.me` and a procedure of its own were another. */
const older: Manifest = {
  ...own,
  contractId: hex("a"),
  releasedAt: "2026-01-01T00:00:00Z",
  procedures: {
    ...own.procedures,
    "identity.me": { ...need("identity.me"), digest: hex("a").repeat(4) },
    "identity.listSessions": { ...need("identity.listSessions"), digest: hex("a").repeat(4) },
    "identity.requestReset": { ...need("identity.requestReset"), digest: hex("a").repeat(4) },
    "identity.whoAmI": need("identity.me"),
  },
};

function need(path: string) {
  const found = own.procedures[path];
  if (found === undefined) throw new Error(`There is no ${path}.`);
  return found;
}

const metrics = makeMetrics();
const api = useApi({
  metrics,
  handshake: makeHandshake(own, [older], () => new Set(["identity.me", "identity.whoAmI"]), {
    [older.contractId]: {
      "identity.listSessions": {
        up: () => ({}),
        down: (output) => ({ transformed: z.object({}).loose().safeParse(output).success }),
      },
    },
  }),
});

const Failed = z.object({
  error: z.object({
    data: z.object({
      code: z.string(),
      httpStatus: z.number(),
      fields: z.record(z.string(), z.string()),
      skew: z.object({ kind: z.string(), procedure: z.string() }).nullable(),
    }),
  }),
});

const ofOlder = `${older.contractId};${older.releasedAt}`;
const call = (path: string, contract: string | null, input: object = {}, cookie?: string) =>
  api.call(path, input, {
    ...(cookie === undefined ? {} : { cookie }),
    headers: contract === null ? {} : { "x-contract": contract },
  });

async function failure(path: string, contract: string | null, input: object = {}) {
  const answer = await call(path, contract, input);
  const { data } = Failed.parse(answer.body).error;
  return { status: answer.status, code: data.code, skew: data.skew, header: answer.header };
}

async function skewCount(procedure: string, verdict: string): Promise<number> {
  const { values } = await metrics.skew.get();
  const found = values.find(
    ({ labels }) => labels.procedure === procedure && labels.verdict === verdict,
  );
  return found?.value ?? 0;
}

describe("law 16: a client of an older release", () => {
  it("is refused where the procedure changed, before its input is read, with 412", async () => {
    const { header, ...answer } = await failure("identity.me", ofOlder, { unreadable: true });
    expect(answer).toEqual({
      status: 412,
      code: "CLIENT_OUTDATED",
      skew: { kind: "client-outdated", procedure: "identity.me" },
    });
    expect(header("x-contract")).toBe(`${own.contractId};${own.releasedAt}`);
    expect(await skewCount("identity.me", "client-outdated")).toBe(1);
  });

  it("goes on working in every other procedure", async () => {
    const answer = await call("organization.showSignUp", ofOlder);
    expect(answer.status).toBe(200);
  });

  it("learns that a procedure is gone, and not that nothing is there", async () => {
    const gone = await failure("identity.whoAmI", ofOlder);
    expect(gone).toMatchObject({ status: 412, code: "CLIENT_OUTDATED" });
    expect(await skewCount("identity.whoAmI", "missing")).toBe(1);
    const never = await failure("identity.whoAmI", null);
    expect(never).toMatchObject({ status: 404, code: "NOT_FOUND", skew: null });
  });

  it("is served through the transform that its release has", async () => {
    const { cast } = await makeWorld(api);
    const { token } = await openSession(api, cast.recruiter.accountId);
    const cookie = `rubric_session=${token}`;
    const answer = await call("identity.listSessions", ofOlder, { asItWasThen: true }, cookie);
    expect(answer.body).toEqual({ result: { data: { transformed: true } } });
  });

  it("learns beside the field that the contract differs, where an input is not read any more", async () => {
    const changed = await failure("identity.requestReset", ofOlder, { email: 1 });
    expect(changed).toMatchObject({
      code: "BAD_INPUT",
      skew: { kind: "client-outdated", procedure: "identity.requestReset" },
    });
    const same = await failure("identity.signIn", ofOlder, { email: "nobody" });
    expect(same).toMatchObject({ code: "BAD_INPUT", skew: null });
  });
});

describe("law 16: a client of a younger release", () => {
  it("is asked to come again, with 503 and when", async () => {
    const { header, ...answer } = await failure("identity.me", `${hex("f")};2027-01-01T00:00:00Z`);
    expect(answer).toEqual({
      status: 503,
      code: "SERVER_BEHIND",
      skew: { kind: "server-behind", procedure: "identity.me" },
    });
    expect(header("retry-after")).toBe("1");
  });

  it("is told so of a procedure that is not here yet", async () => {
    const missing = await failure("growth.review", `${hex("f")};2027-01-01T00:00:00Z`);
    expect(missing).toMatchObject({ status: 503, code: "SERVER_BEHIND" });
    expect(await skewCount("unknown", "missing")).toBe(1);
  });
});

describe("usage", () => {
  it("keeps the last day on which a known contract's client called a procedure", async () => {
    await call("organization.showSignUp", ofOlder);
    await call("organization.showSignUp", `${hex("e")};2025-01-01T00:00:00Z`);
    // What was noted and not written yet is written before the process ends.
    await api.app.close();
    const used = await listUsage(api.connection.db);
    expect(used).toContainEqual({
      contractId: older.contractId,
      procedure: "organization.showSignUp",
      lastUsed: new Date().toISOString().slice(0, 10),
    });
    expect(used.filter(({ contractId }) => contractId === hex("e"))).toEqual([]);
  });
});
