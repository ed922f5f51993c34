import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { defaultDataDir, removeAbandoned, startPostgres } from "./embedded.ts";
import { explainFailure } from "./embedded/postgres-error.ts";
import { migrate } from "./migrate.ts";
import { isRunning } from "./embedded/process-identity.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const runner = fileURLToPath(new URL("../test/run-postgres.ts", import.meta.url));
const folders: string[] = [];
const children: ChildProcess[] = [];
// Making a cluster is most of a first start: those that need no new one share this.
const known = defaultDataDir(root, `test-${process.pid}-known`);

beforeAll(async () => {
  await (await startPostgres({ dataDir: known })).stop();
});
afterAll(() => rm(known, { recursive: true, force: true }));

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGTERM");
  for (const folder of [known, ...folders])
    await expect
      .poll(() => existsSync(join(folder, "pg", "postmaster.pid")), { timeout: 10_000 })
      .toBe(false);
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test("keeps its data and its password over a stop and a crash", async () => {
  const dataDir = newFolder();
  const first = await startPostgres({ dataDir });
  expect(statSync(join(dataDir, "password")).mode & 0o777).toBe(0o600);
  await query(first.url, "create table kept (word text); insert into kept values ('hello')");
  await first.stop();
  await expect(query(first.url, "select 1")).rejects.toThrow();

  const second = await startPostgres({ dataDir });
  process.kill(postmasterOf(dataDir), "SIGKILL");
  await second.ended;

  const third = await startPostgres({ dataDir });
  expect(await query(third.url, "select word from kept")).toEqual([{ word: "hello" }]);
  await third.stop();
  expect(existsSync(join(dataDir, "owner.json"))).toBe(false);
});

test("is UTF-8, collated by code point, checksummed and reachable on loopback with the password only", async () => {
  const server = await startPostgres({ dataDir: newFolder(), ephemeral: true });
  const [row] = await query(
    server.url,
    `select pg_encoding_to_char(encoding) as encoding, datlocale as locale, current_setting('data_checksums') as checksums,
       current_setting('listen_addresses') as addresses, 'Z' < 'a' as by_code_point, lower('ÀÉ') as lower
     from pg_database where datname = current_database()`,
  );
  expect(row).toEqual({
    encoding: "UTF8",
    locale: "C.UTF-8",
    checksums: "on",
    addresses: "127.0.0.1",
    by_code_point: true,
    lower: "àé",
  });
  await expect(query(server.url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(
    /password/,
  );
  await server.stop();
  expect(existsSync(server.dataDir)).toBe(false);
});

test("is not migrated before all roles are made, and then is as it was", async () => {
  const server = await startPostgres({ dataDir: newFolder(), ephemeral: true });
  await expect(migrate(server.url)).rejects.toThrow(/no role rubric_owner, .*rubric_reader/);
  const tables = "select from pg_namespace where nspname in ('identity', 'drizzle', 'pgboss')";
  expect(await query(server.url, tables)).toEqual([]);
  await server.stop();
});

test("stops the server that a killed process left behind, and starts on its data", async () => {
  const child = await run(known);
  const orphan = postmasterOf(known);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isRunning(orphan)).toBe(true);
  const server = await startPostgres({ dataDir: known });
  expect(isRunning(orphan)).toBe(false);
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
});

test("leaves alone the server of a process that lives", async () => {
  const child = await run(known);
  await expect(startPostgres({ dataDir: known })).rejects.toThrow(
    `already in use by process ${child.pid}`,
  );
  await removeAbandoned(known, "test-");
  expect(isRunning(postmasterOf(known))).toBe(true);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "ends with its process on %s",
  async (signal) => {
    const dataDir = newFolder();
    const child = await run(dataDir, "ephemeral");
    const pid = postmasterOf(dataDir);
    child.kill(signal);
    await once(child, "exit");
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(dataDir)).toBe(false);
  },
);

test("ends with its process on an uncaught error", async () => {
  const dataDir = newFolder();
  const child = await run(dataDir, "ephemeral", "fail");
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

test("says in one sentence that the port is used", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  await expect(startPostgres({ dataDir: known, port })).rejects.toThrow(
    `Port ${port} is already in use: stop what uses it, or choose another port.`,
  );
  taken.close();
});

test.each([
  ["FATAL:  could not extend file: No space left on device", /^The disk that holds \/data is full/],
  ['FATAL:  lock file "postmaster.pid" already exists', /^Another Postgres already runs on \/data/],
  ["postgres: error while loading shared libraries: libx.so", /cannot run on this system/],
  ["FATAL:  something else", /^Postgres did not start on \/data: FATAL: {2}something else$/],
])("explains %s", (line, sentence) => {
  expect(explainFailure(["LOG:  before", line], { dataDir: "/data" }).message).toMatch(sentence);
});

test("says in one sentence that a cluster is of another version", async () => {
  const dataDir = newFolder();
  await mkdir(join(dataDir, "pg"), { recursive: true });
  await writeFile(join(dataDir, "pg", "PG_VERSION"), "12\n");
  await expect(startPostgres({ dataDir })).rejects.toThrow(/belongs to Postgres 12, this is 18/);
});

function newFolder(): string {
  const folder = defaultDataDir(root, `test-${process.pid}-${folders.length}-${Date.now()}`);
  folders.push(folder);
  return folder;
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "pg", "postmaster.pid"), "utf8").split("\n")[0]);
}

async function run(...args: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [runner, ...args], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 2 });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}
