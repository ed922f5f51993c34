import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import postgres, { type Sql } from "postgres";
import { z } from "zod";
import { QUEUES } from "./queues.ts";
import { ROLES } from "./roles.ts";
import { secure } from "./secure.ts";

const folder = fileURLToPath(new URL("../migrations", import.meta.url));
const LOCK = 7_243_011;

const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/** SHA-256 of each migration file, in the order of the journal. */
export function migrationHashes(): string[] {
  const journal = Journal.parse(JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")));
  return journal.entries.map(({ tag }) =>
    createHash("sha256")
      .update(readFileSync(`${folder}/${tag}.sql`, "utf8"))
      .digest("hex"),
  );
}

/**
 * Brings a database to today's schema, as its owner: migrations, job queues, row-level security,
 * grants. One migrator at a time; fails if what was applied is not what the files say, since
 * the migrator skips a file that is older than the newest applied one.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await requireRoles(sql);
    await runMigrations(drizzle(sql), {
      migrationsFolder: folder,
      migrationsSchema: "drizzle",
    });
    const applied = await sql<{ hash: string }[]>`
      select hash from drizzle.__drizzle_migrations order by id`;
    const expected = migrationHashes();
    if (JSON.stringify(applied.map((row) => row.hash)) !== JSON.stringify(expected)) {
      throw new Error("The applied migrations are not those of this version's files.");
    }
    await installQueues(ownerUrl);
    await sql.unsafe(`grant usage on schema pgboss to ${ROLES.api}, ${ROLES.retention}`);
    await sql.unsafe(
      `grant select, insert, update, delete on all tables in schema pgboss to ${ROLES.api}, ${ROLES.retention}`,
    );
    await sql.unsafe(
      `grant execute on all functions in schema pgboss to ${ROLES.api}, ${ROLES.retention}`,
    );
    await secure(sql);
  } finally {
    await sql.end();
  }
}

/** Before anything is changed: a version may bring a role. */
async function requireRoles(sql: Sql): Promise<void> {
  const known = await sql<{ name: string }[]>`select rolname::text as name from pg_roles`;
  const missing = Object.values(ROLES).filter((role) => known.every(({ name }) => name !== role));
  if (missing.length === 0) return;
  throw new Error(
    `The database has no role ${missing.join(", ")}: have createRoles make it first.`,
  );
}

async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    supervise: false,
    schedule: false,
    max: 1,
  });
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
