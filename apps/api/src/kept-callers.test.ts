import { randomUUID } from "node:crypto";
import { keepCallers } from "@rubric/domain/identity";
import { LIMITS } from "@rubric/domain/limits";
import { expect, it } from "vitest";
import { makeOrg } from "../../../packages/domain/test/factories.ts";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { PUBLIC_URL, useApi, VISITOR_KEY } from "../test/api.ts";
import { makeApp } from "./app.ts";

const api = useApi();
const HOUR = 3_600_000;

it("a process that knows its callers knows nobody any more who has signed out by it", async () => {
  const { org, cast } = await makeOrg(api);
  const { token } = await openSession(api, cast.recruiter.accountId);
  const { db, look } = api.connection;
  const app = await makeApp(
    {
      db,
      look,
      limits: LIMITS,
      enqueue: async () => {},
      callers: keepCallers(db, { keptMs: HOUR }),
    },
    {
      PUBLIC_URL,
      WEB_URL: undefined,
      TRUSTED_PROXIES: "",
      VISITOR_KEY,
      LOG_LEVEL: "silent",
      NODE_ENV: "test",
    },
  );
  const call = async (path: string) => {
    const headers = {
      "content-type": "application/json",
      origin: PUBLIC_URL,
      cookie: `rubric_session=${token}`,
      "x-org": org.slug,
      "idempotency-key": randomUUID(),
    };
    const url = `/api/trpc/${path}`;
    return (await app.inject({ method: "POST", url, headers, payload: "{}" })).statusCode;
  };
  expect(await call("home.show")).toBe(200);
  expect(await call("identity.signOut")).toBe(200);
  expect(await call("home.show")).toBe(401);
  await app.close();
});
