import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { connect, type Connection } from "@rubric/db";
import { application, deadline, mail, offer, scorecard } from "@rubric/db/schema";
import { createTestDatabase, type TestDatabase } from "@rubric/db/test-database";
import {
  DEMO_ACCOUNTS,
  DEMO_ORGANIZATION,
  findOrganization,
  signIn,
} from "@rubric/domain/identity";
import type { Org } from "@rubric/domain/context";
import { showHome } from "@rubric/domain/home";
import type { HomeView, WaitingItem } from "@rubric/domain/home/schemas";
import { canonicalJson } from "@rubric/domain/execution";
import { judgeAgain, listPolicies } from "@rubric/domain/policy";
import type { Explanation } from "@rubric/domain/policy/explanation";
import { and, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { explanationsOf, type KeptExplanations } from "../test/explanations.ts";
import { actingFor, INSTANCE, VISITOR } from "./demo/acting.ts";
import { foundOrganization, memberByEmail, withinOrg } from "./demo/organization.ts";

const program = fileURLToPath(new URL("./demo.ts", import.meta.url));
const run = promisify(execFile);
let database: TestDatabase;
let connection: Connection;
/** What a load that broke off has left, and whom the whole one after it printed. */
let broken: Org;
let accounts: Record<string, string>[];

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.apiUrl, { max: 4 });
  const half = { ...DEMO_ORGANIZATION, timeZone: "UTC", password: "four-words-of-old-9" };
  const people = DEMO_ACCOUNTS.slice(0, 3).map(({ name, email, title, roles }) => ({
    name,
    email,
    title,
    roles,
  }));
  ({ org: broken } = await foundOrganization(connection.db, { ...half, at: new Date() }, people));
  accounts = await load();
}, 240_000);
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

async function demoOrganization(): Promise<Org> {
  const org = await findOrganization(connection.db, DEMO_ORGANIZATION.slug);
  if (org === null) throw new Error("The demo is not loaded.");
  return org;
}

async function countBy(table: typeof application | typeof offer | typeof scorecard | typeof mail) {
  const org = await demoOrganization();
  const rows = await withinOrg(connection.db, org.id, (tx) =>
    tx.select({ state: table.state, rows: count() }).from(table).groupBy(table.state),
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.rows]));
}

/** A person's Home right after the load. */
async function homeOf(email: string): Promise<HomeView> {
  const org = await demoOrganization();
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
  expect(accounts.map((one) => one.email)).toEqual(DEMO_ACCOUNTS.map((one) => one.email));
  const org = await demoOrganization();
  expect(org.id).not.toBe(broken.id);
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
  for (const { name, waiting, growth, next, may } of homes)
    expect(waiting.length > 0 || growth.length > 0 || next !== null || may.readAudit, name).toBe(
      true,
    );
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
  expect((await demoOrganization()).id).toBe(org.id);
}, 120_000);

test("law 11: nobody of the demo owes a word to who was rejected and told so", async () => {
  const org = await demoOrganization();
  const open = await withinOrg(connection.db, org.id, (tx) =>
    tx
      .select({ kind: deadline.kind })
      .from(deadline)
      .innerJoin(application, eq(application.id, deadline.applicationId))
      .where(and(eq(deadline.state, "open"), eq(application.state, "rejected"))),
  );
  const words = ["next_word", "question_answer", "answer_interviewed"];
  expect(open.filter(({ kind }) => words.includes(kind))).toEqual([]);
});

describe("the policies of the demo", () => {
  it("are in force, the newest of two, for everyone and for regions, tried, and in shadow", async () => {
    const org = await demoOrganization();
    const { read } = actingFor(connection.db, org);
    const admin = await memberByEmail(connection.db, org, accounts[0]?.email ?? "");
    const { policies } = await read(admin, new Date(), "policy.list", listPolicies, {});
    const told = policies.map(({ rule, segment, versions }) => [
      rule,
      segment.region,
      versions.map(({ number, inForce, trial, shadow }) => ({
        number,
        inForce,
        tried: trial?.state === "done" && trial.judged > 0 && trial.changed > 0,
        shadowed: shadow !== null && shadow.agreed > 0 && shadow.differed > 0,
      })),
    ]);
    const binding = { inForce: true, tried: false, shadowed: false };
    expect(told).toEqual([
      [
        "application.rejectionDelay",
        null,
        [
          { ...binding, number: 2 },
          { ...binding, number: 1, inForce: false },
        ],
      ],
      ["baseline.notice", null, [{ ...binding, number: 1 }]],
      ["deadline.scorecard", null, [{ ...binding, number: null, inForce: false, tried: true }]],
      ["feedback.allowed", "EU", [{ ...binding, number: 1 }]],
      ["interview.load", "DE", [{ ...binding, number: null, inForce: false, shadowed: true }]],
      ["interview.load", "EU", [{ ...binding, number: 1 }]],
      ["requisition.required", "US", [{ ...binding, number: 1 }]],
    ]);
  });
});

describe("replay of every decision in the demo organization's history", () => {
  let kept: KeptExplanations;
  beforeAll(async () => {
    kept = await explanationsOf(connection.db, (await demoOrganization()).id);
  });
  const rulesOf = (list: readonly Explanation[]) => [...new Set(list.map((one) => one.rule))];
  const differs = (list: readonly Explanation[]) =>
    list.filter((one) => canonicalJson(judgeAgain(one)) !== canonicalJson(one));

  it("gives the recorded answer of each command that was done", () => {
    expect(differs(kept.done)).toEqual([]);
    expect(kept.done.length).toBeGreaterThan(500);
    expect(rulesOf(kept.done).length).toBeGreaterThanOrEqual(14);
    expect(new Set(kept.done.map((one) => one.outcome))).toEqual(new Set(["passed", "effect"]));
    expect(new Set(kept.done.map((one) => one.policy?.number))).toEqual(new Set([undefined, 1, 2]));
  });

  it("gives the recorded answer of each command that a policy refused", () => {
    expect(differs(kept.refused)).toEqual([]);
    expect(kept.refused.map(({ rule, code }) => `${rule} ${code}`).toSorted()).toEqual([
      "offer.band BAND_REASON_MISSING",
      "requisition.required REQUISITION_REQUIRED",
    ]);
  });

  it("gives the recorded answers of what a draft said beside them", () => {
    expect(differs(kept.tried)).toEqual([]);
    expect(rulesOf(kept.tried).toSorted()).toEqual(["deadline.scorecard", "interview.load"]);
    expect(kept.tried.length).toBeGreaterThan(100);
  });

  it("gives another answer once a fact or a parameter of the record is another", () => {
    const [refusal] = kept.refused.filter((one) => one.rule === "requisition.required");
    if (refusal === undefined) throw new Error("Nothing was refused.");
    expect(differs([{ ...refusal, facts: { approved: true } }])).toHaveLength(1);
    expect(differs([{ ...refusal, parameters: { required: false } }])).toHaveLength(1);
  });
});
