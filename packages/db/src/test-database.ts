import { randomUUID } from "node:crypto";
import { migrate } from "./migrate.ts";
import {
  type DatabaseUrls,
  asSuperuser,
  databaseUrls,
  provisionDatabase,
  restrictDatabase,
} from "./provision.ts";
import { ROLES } from "./roles.ts";

export interface TestDatabase extends DatabaseUrls {
  /** Deletes the database, whoever is still connected. */
  drop(): Promise<void>;
}

const clusterVariable = "RUBRIC_TEST_DATABASE_URL";
const templateVariable = "RUBRIC_TEST_TEMPLATE";

/** The superuser's address of the cluster that tests use, if one was given. */
export function testCluster(): string | undefined {
  return process.env[clusterVariable] || undefined;
}

/** Whether whoever started this process has prepared the test databases. */
export function isPrepared(): boolean {
  return testCluster() !== undefined && process.env[templateVariable] !== undefined;
}

/**
 * Makes the roles and one migrated database to clone, and tells this process and those it starts where they are.
 * To be called once a run, before any test.
 * @returns what deletes the template again; whatever was prepared before is what this process uses then.
 */
export async function prepareTestDatabases(superUrl: string): Promise<() => Promise<void>> {
  const template = uniqueName("rubric_template");
  const { ownerUrl } = await provisionDatabase(superUrl, template);
  await migrate(ownerUrl);
  const before = [clusterVariable, templateVariable].map(
    (name) => [name, process.env[name]] as const,
  );
  process.env[clusterVariable] = superUrl;
  process.env[templateVariable] = template;
  return async () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await dropDatabase(superUrl, template);
  };
}

/** A fresh migrated database of its own for a test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const superUrl = testCluster();
  const template = process.env[templateVariable];
  if (superUrl === undefined || template === undefined)
    throw new Error("There is no template database: run the tests through vitest or npm test.");
  const name = uniqueName("rubric_test");
  await asSuperuser(superUrl, async (sql) => {
    // Where no write waits for the disk, copying files costs less than logging every page of them.
    await sql`create database ${sql(name)} template ${sql(template)} owner ${sql(ROLES.owner)} strategy file_copy`;
    await restrictDatabase(sql, name);
  });
  return { ...databaseUrls(superUrl, name), drop: () => dropDatabase(superUrl, name) };
}

async function dropDatabase(superUrl: string, name: string): Promise<void> {
  await asSuperuser(superUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

function uniqueName(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
}
