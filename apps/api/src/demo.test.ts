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
import { showHome } from "@rubric/domain/home";
import type { HomeView, WaitingItem } from "@rubric/domain/home/schemas";
import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actingFor, INSTANCE, VISITOR } from "./demo/acting.ts";
import { foundOrganization, memberByEmail, withinOrg } from "./demo/organization.ts";

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

/** A person's Home right after the load. */
async function homeOf(email: string): Promise<HomeView> {
  const org = await findOrganization(connection.db, DEMO_ORGANIZATION.slug);
  if (org === null) throw new Error("The demo is not loaded.");
  const who = await memberByEmail(connection.db, org, email);
  const { read } = actingFor(connection.db, org);
  return read(who, new Date(), "home.show", showHome, {});
}

/** Past its time; a scorecard or an offer has a day. */
function isLate({ kind, dueAt }: WaitingItem): boolean {
  if (dueAt === null || kind === "interview") return false;
  const sinceThen = kind === "scorecard" || kind === "approval" || kind === "offer";
  return Date.parse(dueAt) < Date.now() - (sinceThen ? 86_400_000 : 0);
}

/** One thing that is late, by the same name on everyone's Home. */
function nameOf(item: WaitingItem): string {
  if (item.kind === "review") return `review of ${item.job}`;
  if (item.kind === "job_draft") return `draft of ${item.job}`;
  // The recruiter of an application to review has the promise, the manager all of the job's reviews.
  if (item.kind === "word" && item.stage === "Application review") return `review of ${item.job}`;
  if (item.kind === "unscheduled" || item.kind === "word") return `word for ${item.candidate}`;
  return `${item.kind} on ${item.candidate}`;
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
  for (const state of ["active", "on_hold", "rejected", "withdrawn", "transferred", "hired"])
    expect(applications[state], state).toBeGreaterThan(0);
  const scorecards = await countBy(scorecard);
  for (const state of ["assigned", "draft", "submitted", "excused", "void"])
    expect(scorecards[state], state).toBeGreaterThan(0);
  const offers = await countBy(offer);
  expect(offers).toEqual({
    draft: 1,
    pending: 2,
    sent: 1,
    change_asked: 1,
    declined: 1,
    accepted: 1,
    confirmed: 1,
  });
  expect(Object.keys(await countBy(mail))).toEqual(["sent"]);

  const homes = await Promise.all(accounts.map(({ email }) => homeOf(email ?? "")));
  for (const { name, waiting, next, may } of homes)
    expect(waiting.length > 0 || next !== null || may.readAudit, name).toBe(true);
  const late = new Set(homes.flatMap((home) => home.waiting.filter(isLate).map(nameOf)));
  expect([...late].toSorted()).toEqual([
    "review of Backend Engineer, Payouts",
    "scorecard on Olena Shevchuk",
    "word for Elif Demir",
    "word for Viktor Petrov",
  ]);

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
}, 120_000);
