import type { Sql } from "postgres";
import { grantConnect, ROLES } from "./roles.ts";

/** Tables that the API may only add to (law 15). */
export const APPEND_ONLY = ["audit_entry", "audit_detail"] as const;

/** Tables from which the API deletes nothing: stored answers go by age or with a person (law 15). */
export const NOT_DELETED = ["idempotency", "audit_chain", "erasure", "restriction"] as const;

/** Tables that the API only reads: the worker writes them as `rubric_retention`. */
export const READ_ONLY = ["adverse_impact"] as const;

/** Tables that no query reads: what was answered, what is only written down, and what proves a person. */
export const NOT_FOR_READERS = [
  "idempotency",
  "security_event",
  "password",
  "contract_usage",
] as const;

/** Tables whose rows the API sees in the calls of the candidate they speak of, and in no others. */
export const SELF_ONLY = ["self_identification"] as const;

/** What a row may name, of which it is a part: hidden with it while that is restricted (law 10). */
const NAMES = ["candidate_id", "application_id", "scorecard_id", "decision_id"] as const;

/** Tables that name someone and say nothing of them but that they are held, kept or gone. */
const OUTSIDE_THE_WALL = new Set([
  "member",
  "restriction",
  "erasure",
  "legal_hold",
  "idempotency",
  "audit_detail",
]);

const CURRENT = `(select nullif(current_setting('app.org', true), '')::uuid)`;

/**
 * The wall around what is restricted: `rubric_api` sees no row of it, save for the person's own
 * calls, which say so in `app.person`; `all` is for finding whom a link is sent to. Where the
 * organization restricts nobody, no row is asked about; `rubric_reader`, who has no wall, is then asked
 * for what is only read (`packages/domain/src/execution/reading.ts`).
 */
function wallOf(name: string, columns: readonly string[]): string | null {
  if (OUTSIDE_THE_WALL.has(name)) return null;
  const named = NAMES.filter((one) => columns.includes(one));
  const own = name === "candidate" || name === "application" ? ["id"] : [];
  // What policies judged names its subject by a text, whatever it is.
  const judged = name === "policy_refusal" || name === "policy_case" ? ["subject_id"] : [];
  const walled = [...own, ...named, ...judged];
  if (walled.length === 0) return null;
  // Row-level security shows of the restricted those of the organization alone. Each name is looked
  // for by itself: where many rows are read Postgres then hashes the restricted once, and looks up
  // each of a few; asked for all names at once it went through the restricted for every row.
  const text = judged.length > 0 ? "::text" : "";
  const open = `coalesce(current_setting('app.person', true), '') in ('all', r.candidate_id::text)`;
  const hidden = walled.map(
    (column) => `exists (select from public.restriction r
      where r.subject_id${text} = "${name}"."${column}"${text} and not ${open})`,
  );
  return `(select not exists (select from public.restriction)) or not (${hidden.join(" or ")})`;
}

/**
 * As how many organizations of one size the planner takes those of a table. By what it counts it
 * takes a large one for as small as its neighbours, and looks for one row of it by reading all.
 */
const ORGANIZATIONS = 10;

type TableRow = { schema: string; name: string; tenant: boolean; columns: string[] };

async function tablesOf(sql: Sql): Promise<TableRow[]> {
  return sql<TableRow[]>`
    select n.nspname as schema, c.relname as name,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id'
        and not a.attisdropped) as tenant,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity', 'operations')
    order by 1, 2`;
}

/**
 * Puts row-level security on every table of `public` and grants each role what it needs and no
 * more. Runs after each migration, as the owner, and always ends in the same state.
 */
export async function secure(sql: Sql): Promise<void> {
  const [database] = await sql`select current_database() as name`;
  await grantConnect(sql, String(database?.["name"]));
  await sql.unsafe(`revoke all on schema public from public`);
  await sql.unsafe(
    `grant usage on schema public, identity, operations to ${ROLES.api}, ${ROLES.reader}, ${ROLES.retention}`,
  );
  await sql.unsafe(`grant usage on schema public to ${ROLES.auditor}`);
  // Each table at once, since the API may be serving meanwhile; not all at once, which would lock it out.
  for (const table of await tablesOf(sql)) await sql.begin((tx) => secureTable(tx, table));
  await sql.unsafe(`grant insert on public.adverse_impact to ${ROLES.retention}`);
  for (const name of ["audit_chain", "audit_entry", "audit_detail"]) {
    await sql.unsafe(`grant select on public.${name} to ${ROLES.auditor}`);
  }
  await sql.unsafe(
    `revoke update, delete on public.audit_entry, public.audit_chain, public.audit_detail from ${ROLES.retention}`,
  );
  await sql.unsafe(
    `grant update (details, erased_at, erased_reason) on public.audit_detail to ${ROLES.retention}`,
  );
  await sql.unsafe(`grant insert, update on public.audit_chain to ${ROLES.retention}`);
  await sql.unsafe(`grant insert on public.audit_entry, public.audit_detail to ${ROLES.retention}`);
  // Whose application is erased before them gets someone without a name in their place.
  await sql.unsafe(
    `grant insert on public.candidate, public.erasure, public.restriction, public.mail to ${ROLES.retention}`,
  );
  await sql.unsafe(
    `grant insert on public.webhook_event, public.webhook_delivery, public.policy_case to ${ROLES.retention}`,
  );
}

async function secureTable(
  sql: Pick<Sql, "unsafe">,
  { schema, name, tenant, columns }: TableRow,
): Promise<void> {
  const table = `${schema}."${name}"`;
  await sql.unsafe(
    `revoke all on ${table} from public, ${ROLES.api}, ${ROLES.reader}, ${ROLES.auditor}, ${ROLES.retention}`,
  );
  if (schema === "public") {
    if (!tenant) throw new Error(`${table} has no org_id: a table of public belongs to a tenant`);
    await sql.unsafe(
      `alter table ${table} alter column org_id set (n_distinct = ${ORGANIZATIONS})`,
    );
    await sql.unsafe(`alter table ${table} enable row level security`);
    await sql.unsafe(`alter table ${table} force row level security`);
    await sql.unsafe(`drop policy if exists tenant on ${table}`);
    await sql.unsafe(
      `create policy tenant on ${table} using (org_id = ${CURRENT}) with check (org_id = ${CURRENT})`,
    );
    await sql.unsafe(`drop policy if exists restricted on ${table}`);
    const wall = wallOf(name, columns);
    if (wall !== null) {
      await sql.unsafe(
        `create policy restricted on ${table} as restrictive for select to ${ROLES.api} using (${wall})`,
      );
    }
  }
  if (has(SELF_ONLY, name)) {
    // Not `app.person`: e-mails are written and links are found under that, by others than the person.
    const self = `(select nullif(current_setting('app.candidate', true), '')::uuid)`;
    await sql.unsafe(`drop policy if exists self on ${table}`);
    await sql.unsafe(
      `create policy self on ${table} as restrictive to ${ROLES.api}, ${ROLES.reader}
        using (candidate_id = ${self}) with check (candidate_id = ${self})`,
    );
  }
  const writes = has(NOT_DELETED, name) ? "insert, update" : "insert, update, delete";
  const adds = has(APPEND_ONLY, name) ? "select, insert" : `select, ${writes}`;
  const api = has(READ_ONLY, name) ? "select" : adds;
  await sql.unsafe(`grant ${api} on ${table} to ${ROLES.api}`);
  if (!has(NOT_FOR_READERS, name)) await sql.unsafe(`grant select on ${table} to ${ROLES.reader}`);
  await sql.unsafe(`grant select, update, delete on ${table} to ${ROLES.retention}`);
}

function has(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
