import { restriction } from "@rubric/db/schema";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { query, useHarness } from "../../test/harness.ts";
import { INSTANCE_CHAIN } from "../audit/chain.ts";
import type { Org, ReadCtx } from "../context.ts";
import { makeReaders, reading, type Way } from "./reading.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let job: MadeJob;
let application: Awaited<ReturnType<typeof makeApplication>>;

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  job = await makeJob(harness, { org, cast });
  application = await makeApplication(harness, org, job);
});

/** Puts the application behind the wall. */
async function restrict(): Promise<void> {
  const { applicationId, candidateId } = application;
  await harness.within(org.id, (tx) =>
    tx.insert(restriction).values({
      orgId: org.id,
      subjectId: applicationId,
      candidateId,
      kind: "application",
      at: new Date(),
    }),
  );
}

/** As whom each run of a query's verb read. */
async function askedAs(of = org, { recruiter } = cast): Promise<unknown[]> {
  const roles: unknown[] = [];
  const verb = async (ctx: ReadCtx) => {
    const [row] = await ctx.read.execute(sql`select current_user::text as role`);
    roles.push(row?.["role"]);
  };
  await query(harness, of, recruiter, "home.show", verb, {});
  return roles;
}

const list = async () => {
  const input = { jobId: job.jobId, stageId: null, state: "active", cursor: null } as const;
  const page = await applicationsOf({ harness, org }).list(cast.recruiter, input);
  return page.applications.map((one) => one.applicationId);
};

describe("where a query is sent", () => {
  it("is where nothing can be written and nothing is hidden, if nobody is restricted", async () => {
    expect(await askedAs()).toEqual(["rubric_reader"]);
    expect(await list()).toEqual([application.applicationId]);
  });

  it("is behind the wall from the moment on that somebody is restricted (law 10)", async () => {
    expect(await askedAs()).toEqual(["rubric_reader"]);
    await restrict();
    // The verb never ran without the wall.
    expect(await askedAs()).toEqual(["rubric_api"]);
    expect(await list()).toEqual([]);
  });

  it("is behind the wall for a list that is the first to be asked (law 10)", async () => {
    await restrict();
    expect(await list()).toEqual([]);
  });

  it("shows a query that is under way while somebody is restricted all as it was when it began", async () => {
    const seen: unknown[] = [];
    const verb = async (ctx: ReadCtx) => {
      await restrict();
      for (const table of ["restriction", "application"]) {
        const [row] = await ctx.read.execute(`select count(*)::int as many from ${table}`);
        seen.push(row?.["many"]);
      }
    };
    await query(harness, org, cast.recruiter, "home.show", verb, {});
    expect(seen).toEqual([0, 1]);
  });

  it("is behind the wall for the instance, whose calls look into organizations that may restrict somebody", async () => {
    const seen = await reading({ ...harness.deps }, INSTANCE_CHAIN, async ({ db }) => db);
    expect(seen).toBe(harness.deps.db);
  });

  it("is settled for each organization by itself", async () => {
    const other = await makeOrg(harness);
    await restrict();
    expect(await askedAs()).toEqual(["rubric_api"]);
    expect(await askedAs(other.org, other.cast)).toEqual(["rubric_reader"]);
  });

  it("is known from then on: only the first query that meets the wall is sent twice", async () => {
    await restrict();
    const readers = makeReaders(need(harness.deps.readers));
    const sent: string[] = [];
    const query = (way: Way) =>
      way.db.transaction(async (tx) => {
        sent.push(way.db === readers.db ? "reader" : "api");
        const options = { on: "org", subjectId: null, readOnly: true } as const;
        return (await way.open(tx, { org }, harness.deps, options)).restricts;
      });
    for (let n = 0; n < 3; n += 1) {
      expect(await reading({ ...harness.deps, readers }, org.id, query)).toBe(true);
    }
    expect(sent).toEqual(["reader", "api", "api", "api"]);
  });
});

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The harness lends readers.");
  return value;
}
