import postgres, { type Sql } from "postgres";

/** The cluster's login roles; `rubric_owner` owns and migrates the database. */
export const ROLES = {
  owner: "rubric_owner",
  api: "rubric_api",
  reader: "rubric_reader",
  auditor: "rubric_auditor",
  retention: "rubric_retention",
} as const;

/** Lets the roles that serve connect to a database; its owner may anyhow. */
export async function grantConnect(sql: Sql, database: string): Promise<void> {
  const { owner: _, ...serving } = ROLES;
  await sql`grant connect on database ${sql(database)} to ${sql(Object.values(serving))}`;
}

export type RolePasswords = Record<keyof typeof ROLES, string>;

/**
 * Creates the five roles or renews their passwords. Needs a superuser; may be called again at any
 * time, but not by two callers at once.
 */
export async function createRoles(superUrl: string, passwords: RolePasswords): Promise<void> {
  const named = Object.keys(ROLES).filter((key) => !(key in passwords));
  if (named.length > 0) throw new Error(`createRoles has no password for: ${named.join(", ")}.`);
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    for (const key of ["owner", "api", "reader", "auditor", "retention"] as const) {
      const name = ROLES[key];
      const known = await sql`select 1 from pg_roles where rolname = ${name}`;
      if (known.length === 0) await sql.unsafe(`create role ${name} login`);
      const literal = passwords[key].replaceAll("'", "''");
      await sql.unsafe(
        `alter role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls password '${literal}'`,
      );
    }
    // Whoever is restricted while a query is under way was not when it began, for all of its statements.
    for (const setting of ["isolation = 'repeatable read'", "read_only = on"]) {
      await sql.unsafe(`alter role ${ROLES.reader} set default_transaction_${setting}`);
    }
  } finally {
    await sql.end();
  }
}
