import type { Sql } from "postgres";
import { copyJobs, copyOrganizations, makeHouse } from "./houses.ts";
import { drawPeople, fillApplications, fillInterviews, fillPeople } from "./pipeline.ts";
import { readScale, type Scale } from "./read.ts";
import { fillTerms } from "./terms.ts";
import { fillTrail } from "./trail.ts";

/**
 * Fills a migrated, empty database as a superuser: one organization with so many applications, each
 * of another person, and so many organizations beside it with ten each. Keys to other rows are not
 * checked one by one while it fills, so that it takes minutes. `sql` has two connections or more.
 */
export async function fillScale(
  sql: Sql,
  of: { applications: number; organizations: number },
  say: (line: string) => void = () => undefined,
): Promise<Scale> {
  const one = await sql.reserve();
  try {
    await one.unsafe("set session_replication_role = replica");
    await one.unsafe("set work_mem = '512MB'; set maintenance_work_mem = '1GB'; set jit = off");
    return await fillWith(sql, one, of, say);
  } finally {
    await one.unsafe("reset all");
    one.release();
  }
}

async function fillWith(
  sql: Sql,
  one: Sql,
  { applications, organizations }: { applications: number; organizations: number },
  say: (line: string) => void,
): Promise<Scale> {
  const began = Date.now();
  const step = async (what: string, work: () => Promise<unknown>) => {
    await work();
    say(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);
  };
  const house = await makeHouse(sql);
  const jobs = Math.max(40, Math.round(applications / 500));
  const open = Math.ceil(jobs * 0.9);
  const sizes = { applications, jobs, open, others: organizations };
  await step(`${organizations} organizations`, () => copyOrganizations(one, house, organizations));
  await step(`${jobs} jobs`, () => copyJobs(one, house, jobs, open));
  await step("what was drawn", () => drawPeople(one, house, sizes));
  await step(`${applications} people`, () => fillPeople(one));
  await step("what they are found by", () => fillTerms(sql, one));
  await step("applications", () => fillApplications(one, house));
  await step("interviews and scorecards", () => fillInterviews(one, house));
  await step("audit trail", () => fillTrail(sql, one, house.org.id));
  await one.unsafe("drop table scale_person, scale_word, scale_interview, scale_act");
  await step("statistics", () => one.unsafe("vacuum (analyze)"));
  return readScale(sql);
}
