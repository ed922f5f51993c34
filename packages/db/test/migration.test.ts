import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate, migrationHashes } from "../src/migrate.ts";
import { type DatabaseUrls, asSuperuser, provisionDatabase } from "../src/provision.ts";
import { QUEUES } from "../src/queues.ts";
import { testCluster } from "../src/test-database.ts";
import { within } from "./superuser.ts";

const name = `rubric_test_migration_${randomUUID().slice(0, 8)}`;
const cluster = testCluster() ?? "";
let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await provisionDatabase(cluster, name);
});
afterAll(() =>
  asSuperuser(cluster, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
);

describe("migrations", () => {
  it("bring an empty database up, by two migrators at once, and the applied hashes are the files'", async () => {
    await Promise.all([migrate(urls.ownerUrl), migrate(urls.ownerUrl)]);
    const { applied, queues } = await within(urls, async (sql) => ({
      applied: await sql`select hash from drizzle.__drizzle_migrations order by id`,
      queues: await sql`select name from pgboss.queue order by name`,
    }));
    expect(applied.map((row) => row["hash"])).toEqual(migrationHashes());
    expect(queues.map((row) => row["name"])).toEqual(expect.arrayContaining(Object.keys(QUEUES)));
  });

  it("change nothing when they run again", async () => {
    const shape = () =>
      within(
        urls,
        async (sql) => sql`
          select c.oid::regclass::text as name, c.relacl::text as acl, c.relforcerowsecurity as rls
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('public', 'identity') order by 1`,
      );
    const before = [...(await shape())];
    await migrate(urls.ownerUrl);
    expect([...(await shape())]).toEqual(before);
  });

  it("refuse a database whose applied migrations are not these files", async () => {
    const set = (hash: string) =>
      within(urls, async (sql) => {
        await sql`update drizzle.__drizzle_migrations set hash = ${hash}
          where id = (select max(id) from drizzle.__drizzle_migrations)`;
      });
    await set("0".repeat(64));
    await expect(migrate(urls.ownerUrl)).rejects.toThrow("are not those of this version's files");
    await set(migrationHashes().at(-1) ?? "");
    await migrate(urls.ownerUrl);
  });

  it("say all that the schema says: generating again finds nothing to add", async () => {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const copy = await mkdtemp(join(root, "dist-migrations-"));
    try {
      await cp(join(root, "migrations"), copy, { recursive: true });
      const sqlFiles = async () => (await readdir(copy)).filter((file) => file.endsWith(".sql"));
      const before = await sqlFiles();
      const kit = fileURLToPath(new URL("../../../node_modules/.bin/drizzle-kit", import.meta.url));
      const options = ["--dialect", "postgresql", "--schema", "src/schema/index.ts", "--out", copy];
      await promisify(execFile)(kit, ["generate", ...options], { cwd: root });
      expect(await sqlFiles()).toEqual(before);
    } finally {
      await rm(copy, { recursive: true });
    }
  });
});
