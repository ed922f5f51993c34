import { createTRPCClient, httpLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Skew } from "./mark.ts";
import { skewLink, skewOf } from "./skew-link.ts";

let answers: ("ok" | Skew["kind"])[] = [];
let calls = 0;

const t = initTRPC.create({
  errorFormatter: ({ shape, error, path }) => ({
    ...shape,
    data: {
      ...shape.data,
      skew: error.message === "" ? null : { kind: error.message, procedure: path },
    },
  }),
});
const answer = () => {
  const what = answers[calls] ?? "ok";
  calls += 1;
  if (what !== "ok") throw new TRPCError({ code: "PRECONDITION_FAILED", message: what });
  return calls;
};
const router = t.router({ find: t.procedure.query(answer), lend: t.procedure.mutation(answer) });
type Library = typeof router;

const server = createHTTPServer({ router });
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object" && address !== null) url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

let outdated: Skew[] = [];
beforeEach(() => {
  outdated = [];
  calls = 0;
});

function client(before: TRPCLink<Library>[] = []) {
  return createTRPCClient<Library>({
    links: [
      ...before,
      skewLink<Library>({ onOutdated: (skew) => outdated.push(skew), wait: () => 1, attempts: 3 }),
      httpLink({ url }),
    ],
  });
}

const keyed: TRPCLink<Library> =
  () =>
  ({ op, next }) =>
    next({ ...op, context: { ...op.context, idempotencyKey: "k" } });

describe("a client that is younger than the server", () => {
  it("asks again until it meets one of its own release", async () => {
    answers = ["server-behind", "server-behind", "ok"];
    await expect(client().find.query()).resolves.toBe(3);
  });

  it("gives up after its attempts, with what happened", async () => {
    answers = ["server-behind", "server-behind", "server-behind", "ok"];
    const error: unknown = await client()
      .find.query()
      .catch((thrown: unknown) => thrown);
    expect(skewOf(error)).toEqual({ kind: "server-behind", procedure: "find" });
    expect(calls).toBe(3);
  });

  it("sends a command again only with its key", async () => {
    answers = ["server-behind", "ok"];
    await expect(client().lend.mutate()).rejects.toThrow(TRPCClientError);
    expect(calls).toBe(1);
    calls = 0;
    await expect(client([keyed]).lend.mutate()).resolves.toBe(2);
  });
});

describe("a client that is older than the server", () => {
  it("is told once, and sends nothing again", async () => {
    answers = ["client-outdated", "ok"];
    await expect(client([keyed]).lend.mutate()).rejects.toThrow(TRPCClientError);
    expect(outdated).toEqual([{ kind: "client-outdated", procedure: "lend" }]);
    expect(calls).toBe(1);
  });
});

describe("any other error", () => {
  it("speaks of no skew", () => {
    expect(skewOf(new Error("no"))).toBeNull();
    expect(skewOf(null)).toBeNull();
    expect(skewOf({ data: { skew: null } })).toBeNull();
  });
});
