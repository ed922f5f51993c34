import postgres from "postgres";

export type RolePasswords = { owner: string; api: string; auditor: string; retention: string };

/** The cluster's login roles, least privilege first; `rubric_owner` owns and migrates the database. */
export const ROLES = {
  owner: "rubric_owner",
  api: "rubric_api",
  auditor: "rubric_auditor",
  retention: "rubric_retention",
} as const satisfies Record<keyof RolePasswords, string>;

/**
 * Creates the four roles or renews their passwords. Needs a superuser; may be called again at any
 * time, but not by two callers at once.
 */
export async function createRoles(superUrl: string, passwords: RolePasswords): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    for (const key of ["owner", "api", "auditor", "retention"] as const) {
      const name = ROLES[key];
      const known = await sql`select 1 from pg_roles where rolname = ${name}`;
      if (known.length === 0) await sql.unsafe(`create role ${name} login`);
      const literal = passwords[key].replaceAll("'", "''");
      await sql.unsafe(
        `alter role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls password '${literal}'`,
      );
    }
  } finally {
    await sql.end();
  }
}
