import { randomUUID } from "node:crypto";
import { auditEntry, note } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../../../packages/domain/test/instance.ts";
import { tokenOf } from "../../test/tokens.ts";
import { PUBLIC_URL, useApi, VISITOR_KEY } from "../../test/api.ts";
import { procedures } from "../../test/census.ts";
import { type As, byHttp, byTrpc } from "../../test/doors.ts";
import { visitorSeal } from "../visitor.ts";
import { linkOf, makeSubjects, makeWorld, type Subjects, type World } from "../../test/world.ts";

const api = useApi();
let world: World;
let own: Subjects;
let cookie = "";
let recruiter: As = {};
let outsider: As = {};
let candidate: As = {};
let program: As = {};
const nobody: As = {};

beforeAll(async () => {
  world = await makeWorld(api);
  const { cast, org, job } = world;
  const { interviewer: author, approver, recruiter: writer } = cast;
  own = await makeSubjects(api, org, job, { author, approver, writer });
  cookie = `rubric_session=${(await openSession(api, cast.recruiter.accountId)).token}`;
  recruiter = { cookie, "x-org": org.slug };
  outsider = { cookie, "x-org": world.otherOrg.slug };
  const { text } = await tokenOf(api, org, cast.recruiter, ["job.list", "job.show", "job.close"]);
  program = { authorization: `Bearer ${text}`, origin: "" };
  candidate = { "x-candidate-link": await linkOf(api, org, own.candidateId) };
});

async function same(path: string, input: unknown, as: As) {
  const key = { "idempotency-key": randomUUID() };
  const [one, two] = [
    await byTrpc(api, path, input, { ...as, ...key }),
    await byHttp(api, path, input, { ...as, ...key }),
  ];
  expect({ path, ...two }).toEqual({ path, ...one });
  return two;
}

describe("each procedure of the router", () => {
  it("has one door, and answers there as by tRPC to nobody, a member, an outsider, a candidate and a program", async () => {
    const all = procedures();
    expect(all.length).toBeGreaterThan(100);
    const statuses = new Set<number>();
    const visitors = visitorSeal(VISITOR_KEY);
    for (const [at, { path }] of all.entries())
      for (const as of [nobody, recruiter, outsider, candidate, program]) {
        const { status } = await same(
          path,
          { "no such field": 1 },
          { ...as, "x-visitor": visitors.seal(`192.0.2.${at}`, Date.now()) },
        );
        statuses.add(status);
        expect([path, status]).not.toEqual([path, 200]);
        expect(status).toBeLessThan(500);
      }
    expect([...statuses].toSorted((a, b) => a - b)).toEqual([400, 401, 403, 404]);
  }, 60_000);

  it("answers the same data", async () => {
    const { jobId, applicationId } = own;
    const reads: [string, object][] = [
      ["home.show", {}],
      ["job.list", { states: [], search: null, mine: false }],
      ["job.show", { jobId }],
      ["application.board", { jobId }],
      ["application.show", { applicationId }],
      ["framework.list", {}],
      ["candidate.search", { query: "ca" }],
    ];
    for (const [path, input] of reads) {
      expect([path, (await same(path, input, recruiter)).status]).toEqual([path, 200]);
      expect((await same(path, input, nobody)).status).toBe(401);
      expect((await same(path, input, outsider)).status).toBe(404);
    }
    const { status } = await same("job.show", { jobId }, program);
    expect(status).toBe(200);
    expect((await same("application.show", { applicationId }, program)).status).toBe(403);
    expect((await same("candidate.showOwn", {}, candidate)).status).toBe(200);
    expect((await same("candidate.listPosts", { slug: world.org.slug }, nobody)).status).toBe(200);
  });

  it("refuses alike: by a rule, another organization's row, a missing key", async () => {
    const { jobId } = own;
    const closed = await same("job.close", { jobId, reason: "Filled." }, recruiter);
    expect(closed).toMatchObject({ status: 422, body: { code: "JOB_NOT_ENDED", law: null } });
    expect(await same("organization.listMembers", {}, recruiter)).toMatchObject({ status: 403 });
    const elsewhere = { jobId: world.anotherOrganizations.jobId };
    expect(await same("job.show", elsewhere, recruiter)).toMatchObject({ status: 404 });
    const keyless = await byHttp(api, "job.addOpening", { jobId }, recruiter);
    expect(keyless).toMatchObject({ status: 400, body: { code: "KEY_MISSING" } });
    expect(keyless).toEqual(await byTrpc(api, "job.addOpening", { jobId }, recruiter));
  });
});

describe("law 14 by both doors", () => {
  it("a command that is sent by each with one key has one effect and one audit entry", async () => {
    const { applicationId } = own;
    const input = { applicationId, kind: "logistics", text: `By both doors ${randomUUID()}` };
    const { status } = await same("application.addNote", input, recruiter);
    expect(status).toBe(200);
    const { notes, entries } = await api.within(world.org.id, async (tx) => ({
      notes: await tx.select().from(note).where(eq(note.text, input.text)),
      entries: await tx
        .select()
        .from(auditEntry)
        .where(
          and(eq(auditEntry.orgId, world.org.id), eq(auditEntry.action, "application.addNote")),
        ),
    }));
    expect([notes.length, entries.length]).toEqual([1, 1]);
  });

  it("and the key that was used with another input is refused", async () => {
    const key = { "idempotency-key": randomUUID() };
    const input = (text: string) => ({ applicationId: own.applicationId, kind: "logistics", text });
    await byTrpc(api, "application.addNote", input("One."), { ...recruiter, ...key });
    const again = await byHttp(api, "application.addNote", input("Two."), { ...recruiter, ...key });
    expect(again).toMatchObject({ status: 422, body: { code: "KEY_REUSED" } });
  });
});

describe("limits", () => {
  it("are counted over both doors together, and say when to come back", async () => {
    const input = { email: "guessed@rubric.test", password: "wrong" };
    for (let turn = 0; turn < 15; turn++)
      await (turn % 2 === 0 ? byHttp : byTrpc)(api, "identity.signIn", input, nobody);
    const answer = await api.app.inject({
      method: "POST",
      url: "/api/v1/identity/signIn",
      headers: { "content-type": "application/json", origin: PUBLIC_URL },
      payload: JSON.stringify(input),
    });
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(800);
  });
});
