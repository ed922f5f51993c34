import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { connect, type Connection } from "@rubric/db";
import { application, mail, offer, scorecard } from "@rubric/db/schema";
import { createTestDatabase, type TestDatabase } from "@rubric/db/test-database";
import {
  DEMO_ACCOUNTS,
  DEMO_ORGANIZATION,
  findOrganization,
  signIn,
} from "@rubric/domain/identity";
import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actingFor, INSTANCE, VISITOR } from "./demo/acting.ts";
import { foundOrganization, withinOrg } from "./demo/organization.ts";

const program = fileURLToPath(new URL("./demo.ts", import.meta.url));
const run = promisify(execFile);
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.apiUrl, { max: 4 });
});
afterAll(async () => {
  await connection?.close();
  await database?.drop();
});

async function load(): Promise<Record<string, string>[]> {
  const env = { DATABASE_URL: database.apiUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const { stdout } = await run(process.execPath, [program], { env });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

async function countBy(table: typeof application | typeof offer | typeof scorecard | typeof mail) {
  const org = await findOrganization(connection.db, DEMO_ORGANIZATION.slug);
  const rows = await withinOrg(connection.db, org?.id ?? "", (tx) =>
    tx.select({ state: table.state, rows: count() }).from(table).groupBy(table.state),
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.rows]));
}

test("a load that broke off is cleared away, a whole one stays as it is", async () => {
  const half = {
    ...DEMO_ORGANIZATION,
    timeZone: "UTC",
    password: "four-words-of-old-9",
    at: new Date(),
  };
  const people = DEMO_ACCOUNTS.slice(0, 3).map(({ name, email, title, roles }) => ({
    name,
    email,
    title,
    roles,
  }));
  const { org: broken } = await foundOrganization(connection.db, half, people);

  const accounts = await load();
  expect(accounts.map((one) => one.email)).toEqual(DEMO_ACCOUNTS.map((one) => one.email));
  const org = await findOrganization(connection.db, DEMO_ORGANIZATION.slug);
  expect(org?.id).not.toBe(broken.id);
  const applications = await countBy(application);
  expect(Object.values(applications).reduce((a, b) => a + b, 0)).toBe(60);
  for (const state of ["active", "on_hold", "rejected", "withdrawn", "hired"])
    expect(applications[state], state).toBeGreaterThan(0);
  const scorecards = await countBy(scorecard);
  for (const state of ["assigned", "draft", "submitted", "excused", "void"])
    expect(scorecards[state], state).toBeGreaterThan(0);
  const offers = await countBy(offer);
  for (const state of [
    "draft",
    "pending",
    "sent",
    "change_asked",
    "declined",
    "accepted",
    "confirmed",
  ])
    expect(offers[state], state).toBe(1);
  expect(Object.keys(await countBy(mail))).toEqual(["sent"]);

  for (const { email, password } of accounts) {
    const me = await actingFor(connection.db, INSTANCE).act(
      VISITOR,
      new Date(),
      "identity.signIn",
      signIn,
      { email: email ?? "", password: password ?? "" },
    );
    expect(me.memberships[0]?.orgSlug).toBe(DEMO_ORGANIZATION.slug);
  }

  await load();
  expect(await countBy(application)).toEqual(applications);
  expect((await findOrganization(connection.db, DEMO_ORGANIZATION.slug))?.id).toBe(org?.id);
}, 90_000);
