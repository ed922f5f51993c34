import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createTestDatabase, type TestDatabase } from "@rubric/db/test-database";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("main.ts", import.meta.url));
const origin = "http://rubric.test";
let database: TestDatabase;
let running: ChildProcess | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  if (running !== null && running.exitCode === null) {
    running.kill("SIGKILL");
    await once(running, "exit");
  }
});
afterAll(() => database.drop());

/** Starts the process for real, on a free port; resolves to its address. */
async function start(env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, PORT: "0", PUBLIC_URL: origin, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", () => reject(new Error(said)));
  });
}

/** Creates an organization over HTTP; the answer's status. */
async function create(address: string): Promise<number> {
  const slug = `acme-${randomUUID().slice(0, 8)}`;
  const answer = await fetch(`${address}/api/trpc/organization.create`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, "idempotency-key": randomUUID() },
    body: JSON.stringify({
      name: "Acme",
      address: slug,
      timeZone: "UTC",
      yourName: "Mina Okafor",
      email: `mina@${slug}.test`,
      password: "granite otter lantern plum",
    }),
  });
  return answer.status;
}

describe("the API's process", () => {
  it("answers, takes the first organization and no second, and ends when it is told to", async () => {
    const address = await start({ DATABASE_URL: database.apiUrl });
    expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ up: true });
    expect(await create(address)).toBe(200);
    expect(await create(address)).toBe(403);
    running?.kill("SIGTERM");
    const [code] = await once(running ?? process, "exit");
    expect(code).toBe(0);
  });

  it.each(["ALLOW_SIGNUP", "DEMO"])("takes further organizations with %s", async (name) => {
    const address = await start({ DATABASE_URL: database.apiUrl, [name]: "true" });
    expect(await create(address)).toBe(200);
    expect(await create(address)).toBe(200);
  });

  it("says what is wrong with its environment instead of starting", async () => {
    await expect(start({})).rejects.toThrow(/The environment is not right\. DATABASE_URL/);
  });

  it("does not start where queries would be asked as another role than the reader (law 10)", async () => {
    const { apiUrl, readerUrl, retentionUrl } = database;
    await start({ DATABASE_URL: apiUrl, DATABASE_READER_URL: readerUrl });
    running?.kill("SIGTERM");
    await once(running ?? process, "exit");
    const wrong = start({ DATABASE_URL: apiUrl, DATABASE_READER_URL: retentionUrl });
    await expect(wrong).rejects.toThrow(/DATABASE_READER_URL signs in as rubric_retention/);
  });
});
