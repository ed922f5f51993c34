import { createHmac } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { ROLES, type RolePasswords, createRoles, grantConnect } from "./roles.ts";

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly readerUrl: string;
  readonly auditorUrl: string;
  readonly retentionUrl: string;
}

/** The roles' passwords on a cluster of our own: derived from the superuser's, so that there is one secret to keep. */
export function rolePasswords(superUrl: string): RolePasswords {
  const secret = decodeURIComponent(new URL(superUrl).password);
  const derive = (role: string) => createHmac("sha256", secret).update(role).digest("base64url");
  return {
    owner: derive(ROLES.owner),
    api: derive(ROLES.api),
    reader: derive(ROLES.reader),
    auditor: derive(ROLES.auditor),
    retention: derive(ROLES.retention),
  };
}

/** The address of one database for each role. */
export function databaseUrls(superUrl: string, database: string): DatabaseUrls {
  const passwords = rolePasswords(superUrl);
  const urlOf = (role: keyof RolePasswords) => {
    const url = new URL(superUrl);
    url.username = ROLES[role];
    url.password = passwords[role];
    url.pathname = `/${database}`;
    return url.href;
  };
  return {
    ownerUrl: urlOf("owner"),
    apiUrl: urlOf("api"),
    readerUrl: urlOf("reader"),
    auditorUrl: urlOf("auditor"),
    retentionUrl: urlOf("retention"),
  };
}

/** Makes the roles and the database where they are missing; migrating it is the caller's next step. */
export async function provisionDatabase(superUrl: string, database: string): Promise<DatabaseUrls> {
  await createRoles(superUrl, rolePasswords(superUrl));
  await asSuperuser(superUrl, async (sql) => {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)} owner ${sql(ROLES.owner)}`;
    await restrictDatabase(sql, database);
  });
  return databaseUrls(superUrl, database);
}

/** Only our roles connect and nobody makes temporary tables: grants that no clone of a template inherits. */
export async function restrictDatabase(sql: Sql, database: string): Promise<void> {
  await sql`revoke all on database ${sql(database)} from public`;
  await grantConnect(sql, database);
}

/** Runs `work` on one connection of the superuser and closes it. */
export async function asSuperuser<T>(superUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
