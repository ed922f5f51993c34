import { file } from "@rubric/db/schema";
import type { Org } from "@rubric/domain/context";
import { Refused } from "@rubric/domain/errors";
import { LIMITS } from "@rubric/domain/limits";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../../packages/domain/test/factories.ts";
import { newTokenText } from "../../../packages/domain/src/identity/token-text.ts";
import { pdfBytes } from "../../../packages/domain/test/posts.ts";
import { useApi } from "../test/api.ts";
import { nobody } from "../test/outcome.ts";
import { callWith, memberState, tokenOf } from "../test/tokens.ts";
import { makeContext } from "./context.ts";
import { UNNAMED } from "./contract/meeting.ts";
import { makeLimit } from "./rate-limit.ts";

const api = useApi();
let org: Org;
let cast: Cast;
let other: { org: Org; cast: Cast };
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(api));
  other = await makeOrg(api);
  made = await makeJob(api, { org, cast });
});

describe("how often a token calls", () => {
  it("is told with each answer, a refusal too, and counts calls, not requests", async () => {
    const { text } = await tokenOf(api, org, cast.engineer, ["framework.list"]);
    const left = async (path: string) => {
      const { headers } = await callWith(api, text, path, {});
      expect(headers["ratelimit-policy"]).toBe('"token";q=600;w=60');
      return Number(/^"token";r=(\d+);t=\d+$/.exec(String(headers.ratelimit))?.[1]);
    };
    expect(await left("framework.list")).toBe(599);
    expect(await left("job.create")).toBe(598);
    const batch = await api.app.inject({
      method: "GET",
      url: "/api/trpc/framework.list,framework.list,framework.list?batch=1&input=%7B%220%22%3A%7B%7D%2C%221%22%3A%7B%7D%2C%222%22%3A%7B%7D%7D",
      headers: { authorization: `Bearer ${text}` },
    });
    expect(batch.statusCode).toBe(200);
    expect(await left("framework.list")).toBe(594);
  });

  it("is bounded by the token, with the seconds to wait", async () => {
    const { text } = await tokenOf(api, org, cast.engineer, ["framework.list"]);
    const another = await tokenOf(api, org, cast.engineer, ["framework.list"]);
    const limit = makeLimit(1 / 200);
    const told = new Map<string, string>();
    const contextOf = (bearer: string) =>
      makeContext(
        { db: api.connection.db, limits: LIMITS, enqueue: async () => {} },
        {
          ...nobody,
          bearer,
          origin: { ip: "192.0.2.77", requestId: "rate", userAgent: "" },
          key: null,
          calls: 1,
          tell: (header, value) => told.set(header, value),
          issueSession: () => {},
        },
        { limit, contract: UNNAMED, log: () => {} },
      );
    for (let n = 0; n < 3; n += 1) await contextOf(text).limit("usual", null);
    await expect(contextOf(text).limit("usual", null)).rejects.toMatchObject({
      denial: { code: "TOO_MANY" },
    });
    expect(told.get("ratelimit")).toMatch(/^"token";r=0;t=\d+$/);
    expect(Number(told.get("retry-after"))).toBeGreaterThan(0);
    await contextOf(another.text).limit("usual", null);
  });

  it("is bounded by the address where tokens are made up", async () => {
    const limit = makeLimit(1 / 300);
    const codes: string[] = [];
    for (let n = 0; n < 15; n += 1) {
      const request = {
        ...nobody,
        bearer: newTokenText("personal"),
        origin: { ip: "192.0.2.78", requestId: "rate", userAgent: "" },
        key: null,
        calls: 1,
        tell: () => {},
        issueSession: () => {},
      };
      const deps = { db: api.connection.db, limits: LIMITS, enqueue: async () => {} };
      await makeContext(deps, request, { limit, contract: UNNAMED, log: () => {} })
        .limit("usual", null)
        .catch((error: unknown) => {
          if (error instanceof Refused) codes.push(error.denial.code);
        });
    }
    expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(10);
    expect(codes.slice(10)).toEqual(Array.from({ length: 5 }, () => "TOO_MANY"));
  });
});

describe("files with an access token", () => {
  const boundary = "----rubric";
  const upload = async (text: string, slug?: string) => {
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="cv.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
    const answer = await api.app.inject({
      method: "POST",
      url: `/api/upload${slug === undefined ? "" : `?org=${slug}`}`,
      headers: {
        "content-type": `multipart/form-data; boundary=${boundary}`,
        authorization: `Bearer ${text}`,
      },
      payload: Buffer.concat([
        Buffer.from(part),
        pdfBytes(),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const files = async () =>
    (await api.within(org.id, (tx) => tx.select({ id: file.id }).from(file))).length;

  it("are taken where the token may bring somebody in, for its own organization", async () => {
    const adds = await tokenOf(api, org, cast.recruiter, ["candidate.add"]);
    const refers = await tokenOf(api, org, cast.engineer, ["candidate.refer"]);
    const none = await tokenOf(api, org, cast.recruiter, ["job.list"]);
    const before = await files();
    expect(await upload(adds.text)).toMatchObject({ status: 200 });
    expect(await upload(refers.text, org.slug)).toMatchObject({ status: 200 });
    expect(await files()).toBe(before + 2);
    expect(await upload(adds.text, other.org.slug)).toMatchObject({ status: 404 });
    expect(await upload(none.text)).toMatchObject({
      status: 403,
      body: { code: "SCOPE_MISSING", facts: { scope: "candidate.add" } },
    });
    expect(await upload("nonsense")).toMatchObject({ status: 401 });
    await memberState(api, org, cast.engineer, "disabled");
    expect(await upload(refers.text)).toMatchObject({ status: 401 });
    await memberState(api, org, cast.engineer, "active");
    expect(await files()).toBe(before + 2);
  });

  it("are handed out to whom they would be by session", async () => {
    const { applicationId } = await makeApplication(api, org, made);
    const { text } = await tokenOf(api, org, cast.recruiter, ["candidate.readFile"]);
    const without = await tokenOf(api, org, cast.recruiter, ["job.list"]);
    const get = async (bearer: string, id = applicationId) => {
      const { body } = await api.app.inject({
        method: "GET",
        url: `/api/files/${id}/${crypto.randomUUID()}`,
        headers: { authorization: `Bearer ${bearer}` },
      });
      return z.object({ code: z.string() }).parse(JSON.parse(body)).code;
    };
    expect(await get(text)).toBe("NOT_FOUND");
    expect(await get(without.text)).toBe("SCOPE_MISSING");
    expect(await get("nonsense")).toBe("UNAUTHENTICATED");
  });
});
