import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeHandshake } from "@rubric/contract/handshake";
import { ownManifest } from "@rubric/api/contract/own";
import { readManifest } from "@rubric/api/contract/open";
import { CURRENT } from "@rubric/api/contract/files";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  type MadeJob,
  makeApplication,
  makeJob,
  makeOrg,
} from "../../domain/test/factories.ts";
import type { Org } from "@rubric/domain/context";
import { PATH } from "./env.ts";
import { useRubric } from "./rubric.ts";

const program = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const content = fileURLToPath(
  new URL("../../domain/content/backend-engineer.yml", import.meta.url),
);
const home = mkdtempSync(join(tmpdir(), "rubric-cli-"));
afterAll(() => rmSync(home, { recursive: true }));

type Ran = { code: number | null; out: string; err: string };
type World = { org: Org; cast: Cast; job: MadeJob; token: string };

const rubric = useRubric();
let world: World | null = null;
function need(): World {
  if (world === null) throw new Error("The world is made in beforeAll.");
  return world;
}
beforeAll(async () => {
  const { org, cast } = await makeOrg(rubric.harness);
  const job = await makeJob(rubric.harness, { org, cast });
  world = { org, cast, job, token: await rubric.tokenOf(org, cast.recruiter) };
});

/** Runs the command line as a person does, with what is typed or sent to it. */
function cli(
  args: readonly string[],
  { env = {}, input = "" }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const own = { PATH, XDG_CONFIG_HOME: home, ...env };
    const child = spawn(process.execPath, [program, ...args], { env: own });
    const ran: Ran = { code: null, out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (ran.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (ran.err += chunk.toString()));
    child.once("close", (code) => resolve({ ...ran, code }));
    child.stdin.end(input);
  });
}

const asRecruiter = () => ({ RUBRIC_URL: rubric.url, RUBRIC_TOKEN: need().token });
const person = (more: object = {}) =>
  JSON.stringify({
    jobId: need().job.jobId,
    name: "Ada Quist",
    email: "ada@people.test",
    phone: "",
    headline: "",
    links: [],
    uploadId: null,
    ...more,
  });

describe("signing in", () => {
  it("keeps a token that the server knows, for this user alone, and never shows it", async () => {
    const { token } = need();
    const signed = await cli(["sign-in", "--url", rubric.url, "--token", "-"], {
      input: `${token}\n`,
    });
    expect(signed).toMatchObject({ code: 0, err: "" });
    expect(signed.out).toContain(need().org.name);
    const file = join(home, "rubric/credentials.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, "rubric")).mode & 0o777).toBe(0o700);
    const me = await cli(["whoami"]);
    expect(me.code).toBe(0);
    expect(me.out).toMatch(/May: .*candidate\.add/);
    const json = await cli(["whoami", "--json"]);
    expect(JSON.parse(json.out).token.kind).toBe("personal");
    for (const { out, err } of [signed, me, json]) expect(out + err).not.toContain(token);
  });

  it("sends what it kept to that server and no other", async () => {
    const elsewhere = await cli(["whoami"], { env: { RUBRIC_URL: "http://127.0.0.1:1" } });
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.err).toContain("There is no token for http://127.0.0.1:1");
  });

  it("forgets it", async () => {
    expect((await cli(["sign-out"])).out).toContain("until it is revoked");
    expect(existsSync(join(home, "rubric/credentials.json"))).toBe(false);
    const nobody = await cli(["whoami"]);
    expect(nobody).toMatchObject({
      code: 2,
      err: "Sign in first: rubric sign-in --url https://…\n",
    });
  });

  it("keeps no token that is refused, and takes none in the open", async () => {
    const bad = await cli(["sign-in", "--url", rubric.url, "--token", "-"], {
      input: "rubric_pat_no",
    });
    expect(bad.code).toBe(1);
    expect(bad.err).not.toContain("rubric_pat_no");
    const open = await cli(["sign-in", "--url", rubric.url, "--token", "rubric_pat_open"]);
    expect(open.code).toBe(2);
    expect(open.err).not.toContain("rubric_pat_open");
    expect(existsSync(join(home, "rubric/credentials.json"))).toBe(false);
  });
});

describe("reading", () => {
  it("lists as a table and as JSON, and shows one", async () => {
    const { job } = need();
    const jobs = await cli(["list", "jobs"], { env: asRecruiter() });
    expect(jobs.out).toMatch(/^id +title +team +state +filled\n/);
    expect(jobs.out).toContain(job.jobId);
    const json = await cli(["list", "jobs", "--json", "--limit", "1"], { env: asRecruiter() });
    expect(JSON.parse(json.out)).toMatchObject([{ id: job.jobId, state: "open" }]);
    const shown = await cli(["show", "job", job.jobId], { env: asRecruiter() });
    expect(shown.out).toContain("Backend Engineer");
    for (const what of ["frameworks", "questions"]) {
      expect(await cli(["list", what], { env: asRecruiter() })).toMatchObject({ code: 0, err: "" });
    }
  });

  it("makes harmless what somebody typed as their name", async () => {
    const { org, job } = need();
    const name = "Mallory\u001b]0;owned\u0007";
    await makeApplication(rubric.harness, org, job, { name });
    const people = await cli(["list", "candidates", "--search", "Mallory"], { env: asRecruiter() });
    expect(people.out).toContain("Mallory\\u{1b}]0;owned\\u{7}");
    const board = await cli(["list", "applications", "--job", job.jobId], { env: asRecruiter() });
    expect(board.out).toContain("Mallory\\u{1b}");
    expect(people.out + board.out).not.toContain("\u001b");
  });

  it("finds procedures without a server", async () => {
    const { out } = await cli(["procedures", "offer."]);
    expect(out).toMatch(/^offer\.send +mutation .*HEADCOUNT/m);
    const [one] = JSON.parse((await cli(["procedures", "offer.accept", "--json"])).out);
    expect(one.input.properties).toHaveProperty("offerId");
  });
});

describe("frameworks", () => {
  it("come in from YAML as a draft, and go out as YAML", async () => {
    const { org, cast } = need();
    const env = { RUBRIC_URL: rubric.url, RUBRIC_TOKEN: await rubric.tokenOf(org, cast.admin) };
    const made = await cli(["import", "framework", content, "--json"], { env });
    expect(made.err).toBe("");
    const { name, version } = JSON.parse(made.out);
    expect(version.state).toBe("draft");
    const file = join(home, "framework.yaml");
    const args = ["export", "framework", version.id, "--to", file];
    expect(await cli(args, { env })).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(file, "utf8")).toContain(name);
    const over = await cli(args, { env });
    expect(over.code).toBe(2);
    expect(over.err).toContain("is there already");
    const none = await cli(["import", "framework", join(home, "none.yaml")], { env });
    expect(none).toMatchObject({ code: 2, out: "" });
  });
});

describe("calling a procedure", () => {
  it("sends a command once under one key, and only when that is meant", async () => {
    const unmeant = await cli(["call", "candidate.add", person()], { env: asRecruiter() });
    expect(unmeant.code).toBe(2);
    expect(unmeant.err).toContain("--yes");
    const args = ["call", "candidate.add", "-", "--yes", "--idempotency-key", "one-and-the-same"];
    const first = await cli(args, { env: asRecruiter(), input: person() });
    expect(first).toMatchObject({ code: 0, err: "" });
    const second = await cli(args, { env: asRecruiter(), input: person() });
    expect(JSON.parse(second.out)).toEqual(JSON.parse(first.out));
  });

  it("checks the input before anything is sent, and names the field", async () => {
    const env = { RUBRIC_URL: "http://127.0.0.1:1", RUBRIC_TOKEN: "rubric_pat_x" };
    const wrong = await cli(["call", "candidate.add", person({ links: [1], nmae: "" }), "--yes"], {
      env,
    });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/links\.0 must be string/);
    expect(wrong.err).toMatch(/nmae is not known/);
    const uses = [
      ["call", "candidate.burn"],
      ["call", "identity.me", "{"],
      ["call", "identity.me", "{}", "--idempotency-key", "k"],
      ["list", "everything"],
      ["list", "jobs", "--limit", "none"],
      ["frobnicate"],
    ];
    const ran = await Promise.all(uses.map((args) => cli(args, { env })));
    expect(ran.map(({ code }) => code)).toEqual(uses.map(() => 2));
    expect(ran.every(({ err }) => err !== "")).toBe(true);
  });

  it("says a refusal as a sentence, with what lifts it and the request's id: 1", async () => {
    const body = person({ email: "bea@people.test" });
    await cli(["call", "candidate.add", body, "--yes"], { env: asRecruiter() });
    const refused = await cli(["call", "candidate.add", body, "--yes"], { env: asRecruiter() });
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(/\.\n(.+\n)?ACTIVE_APPLICATION\nRequest [0-9a-f-]{36}\n$/);
  });

  it("says that nobody is there, with the key to go on with: 3", async () => {
    const env = { RUBRIC_URL: "http://127.0.0.1:1", RUBRIC_TOKEN: "rubric_pat_x" };
    const unreachable = await cli(["call", "candidate.add", person(), "--yes"], { env });
    expect(unreachable.code).toBe(3);
    expect(unreachable.err).toMatch(/could not be reached[\s\S]*--idempotency-key [0-9a-f-]{36}/);
    expect(unreachable.err).not.toContain("rubric_pat_x");
  });
});

describe("a server of a later release", () => {
  const own = ownManifest(new Date("2199-01-01T00:00:00Z"));
  const later = { ...own, contractId: "f".repeat(16), releasedAt: "2199-01-01T00:00:00Z" };
  const server = useRubric({
    handshake: makeHandshake(later, [readManifest(CURRENT)], () => new Set(["identity.me"])),
  });

  it("is what the command line says, with what to do: 4", async () => {
    const { org, cast } = await makeOrg(server.harness);
    const token = await server.tokenOf(org, cast.recruiter);
    const env = { RUBRIC_URL: server.url, RUBRIC_TOKEN: token };
    const outdated = await cli(["whoami"], { env });
    expect(outdated.code).toBe(4);
    expect(outdated.err).toContain("Update the client");
    expect((await cli(["list", "jobs"], { env })).code).toBe(0);
  });
});
