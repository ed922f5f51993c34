import { openApiOf } from "@rubric/contract/openapi";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openSession } from "../../../../packages/domain/test/instance.ts";
import { PUBLIC_URL, useApi } from "../../test/api.ts";
import { procedures } from "../../test/census.ts";
import { type As, byHttp } from "../../test/doors.ts";
import { linkOf, makeSubjects, makeWorld, type Subjects } from "../../test/world.ts";
import { documentOptions } from "./open-api.ts";
import { ownManifest } from "./own.ts";

const options = documentOptions("rubric_session");
const made = openApiOf(ownManifest(new Date()), options);
const text = JSON.stringify(made);

const Operation = z.object({
  operationId: z.string(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }),
  parameters: z.array(z.object({ name: z.string(), required: z.boolean() })).default([]),
  responses: z.record(z.string(), z.unknown()),
  security: z.array(z.record(z.string(), z.unknown())),
});
const operations = Object.entries(made.paths).map(([path, { post }]) => ({
  path,
  ...Operation.parse(post),
}));

const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(JSON.parse(text), "document");
const pointer = (...parts: string[]) =>
  `document#/${parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
const wrong = (at: string, value: unknown) => {
  const check = ajv.getSchema(at);
  if (check === undefined) throw new Error(`There is no ${at}.`);
  return check(value) === true ? [] : check.errors;
};

describe("the OpenAPI document", () => {
  it("is accepted by a validator with the meta-schema of 3.1", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it("would be refused if an operation lacked its answers", async () => {
    const broken = text.replace('"responses":{"200"', '"answers":{"200"');
    expect((await new Validator().validate(JSON.parse(broken))).valid).toBe(false);
  });

  it("has one operation for each procedure, and no name twice", () => {
    const paths = procedures().map(({ path }) => path);
    expect(operations.map((one) => one.operationId).toSorted()).toEqual(paths.toSorted());
    expect(operations.map((one) => one.path).toSorted()).toEqual(
      paths.map((path) => `/api/v1/${path.replace(".", "/")}`).toSorted(),
    );
  });

  it("is the same to the byte whenever it is made", () => {
    expect(JSON.stringify(openApiOf(ownManifest(new Date(0)), options))).toBe(text);
  });

  it("follows each reference, and each component is a schema", () => {
    const refs = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, to = ""]) => to));
    for (const to of refs)
      expect([to, ajv.getSchema(`document#/${to}`)]).not.toEqual([to, undefined]);
    const used = [...refs].filter((to) => to.startsWith("components/schemas/"));
    expect(used.length).toBe(Object.keys(made.components.schemas).length);
  });

  it("names schemas by the procedure that people know them by", () => {
    const { schemas } = made.components;
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(["JobShowOutput", "ApplicationShowOutput", "JobListInput", "Error"]),
    );
    expect(schemas).not.toHaveProperty("JobUpdateOutput");
  });

  it("says who calls, with which headers", () => {
    const of = (path: string) => {
      const one = operations.find(({ operationId }) => operationId === path);
      return [
        one?.security.flatMap((each) => Object.keys(each)),
        one?.parameters.map(({ name, required }) => (required ? name : `${name}?`)),
      ];
    };
    expect(of("job.list")).toEqual([["token", "session"], ["x-org?"]]);
    expect(of("job.close")).toEqual([
      ["token", "session"],
      ["x-org?", "Idempotency-Key"],
    ]);
    expect(of("candidate.showOwn")).toEqual([["candidateLink"], []]);
    expect(of("identity.me")).toEqual([["token", "session"], []]);
    expect(of("identity.listSessions")).toEqual([["session"], []]);
    expect(of("token.list")[0]).toEqual(["session"]);
    expect(of("identity.signIn")).toEqual([[], []]);
    expect(of("candidate.listPosts")).toEqual([[], []]);
  });

  it("says in words what JSON Schema cannot", () => {
    expect(text).toContain("Also checked: not blank.");
    expect(text).toContain("Is trimmed and put into lower case first.");
  });
});

describe("what the door answers", () => {
  const api = useApi();
  let own: Subjects;
  let recruiter: As = {};
  let candidate: As = {};

  beforeAll(async () => {
    const { cast, org, job } = await makeWorld(api);
    const { interviewer: author, approver, recruiter: writer } = cast;
    own = await makeSubjects(api, org, job, { author, approver, writer });
    const { token } = await openSession(api, cast.recruiter.accountId);
    recruiter = { cookie: `rubric_session=${token}`, "x-org": org.slug };
    candidate = { "x-candidate-link": await linkOf(api, org, own.candidateId) };
  });

  const answerAt = (path: string, status: string) =>
    pointer(
      "paths",
      `/api/v1/${path.replace(".", "/")}`,
      "post",
      "responses",
      status,
      "content",
      "application/json",
      "schema",
    );

  it("is what the document says: the data", async () => {
    const { jobId, applicationId } = own;
    const reads: [string, object, As][] = [
      ["home.show", {}, recruiter],
      ["job.list", { states: [], search: null, mine: false }, recruiter],
      ["job.show", { jobId }, recruiter],
      ["application.board", { jobId }, recruiter],
      ["application.show", { applicationId }, recruiter],
      ["candidate.showOwn", {}, candidate],
    ];
    for (const [path, input, as] of reads) {
      const { status, body } = await byHttp(api, path, input, as);
      expect([path, status, wrong(answerAt(path, "200"), body)]).toEqual([path, 200, []]);
      expect(wrong(answerAt(path, "200"), {})).not.toEqual([]);
    }
  });

  it("is what the document says: the refusals", async () => {
    const { jobId } = own;
    const raw = (path: string, input: object, headers: As) =>
      api.app.inject({
        method: "POST",
        url: `/api/v1/${path.replace(".", "/")}`,
        headers: { "content-type": "application/json", origin: PUBLIC_URL, ...headers },
        payload: JSON.stringify(input),
      });
    const close = { jobId, reason: "Filled." };
    const refused = await raw("job.close", close, { ...recruiter, "idempotency-key": "a" });
    expect(refused.statusCode).toBe(422);
    expect(wrong(answerAt("job.close", "422"), refused.json())).toEqual([]);
    expect(wrong(answerAt("job.close", "409"), refused.json())).not.toEqual([]);
    const unsigned = await raw("job.close", close, {});
    const common = (status: number) =>
      pointer(
        "components",
        "responses",
        `Refused${status}`,
        "content",
        "application/json",
        "schema",
      );
    expect(wrong(common(401), unsigned.json())).toEqual([]);
    expect(wrong(common(400), (await raw("job.close", {}, recruiter)).json())).toEqual([]);
  });
});

describe("GET /api/openapi.json", () => {
  const api = useApi();
  it("serves it to anyone, once to each who keeps it", async () => {
    const first = await api.app.inject({ url: "/api/openapi.json" });
    expect(first.statusCode).toBe(200);
    expect(first.payload).toBe(text);
    const { etag } = first.headers;
    const again = (known: string) =>
      api.app.inject({ url: "/api/openapi.json", headers: { "if-none-match": known } });
    expect((await again(String(etag))).statusCode).toBe(304);
    expect((await again(`"other", W/${String(etag)}`)).statusCode).toBe(304);
    expect((await again('"other"')).statusCode).toBe(200);
  });

  it("serves the reference by procedure", async () => {
    const list = await api.app.inject({ url: "/api/reference" });
    expect(list.json().procedures).toHaveLength(procedures().length);
    const one = await api.app.inject({ url: "/api/reference/job.close" });
    expect(one.json()).toMatchObject({
      address: "/api/v1/job/close",
      contract: { idempotency: "required" },
      limit: { calls: 3000, seconds: 60 },
      errors: [
        { code: "JOB_NOT_ENDED", status: 422 },
        { code: "JOB_STATE", status: 409 },
      ],
    });
    for (const name of ["nothing", "__proto__", "toString", "x".repeat(300)]) {
      const { statusCode } = await api.app.inject({ url: `/api/reference/${name}` });
      expect([name, [400, 404].includes(statusCode)]).toEqual([name, true]);
    }
  });
});
