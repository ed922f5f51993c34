import { connect, type Connection } from "@rubric/db";

type Sql = Connection["sql"];
type Table = { name: string; needs: string[] };

/**
 * Clears away an organization that a load left half done, with its accounts: as the owner, since the
 * API's role may not delete audit entries. Tables are emptied before those they refer to.
 */
export async function removeOrganization(ownerUrl: string, slug: string): Promise<void> {
  const owner = connect(ownerUrl, { max: 1 });
  try {
    await owner.sql.begin(async (tx) => {
      const [org] = await tx<{ id: string }[]>`
        select id from identity.organization where slug = ${slug}`;
      if (org === undefined) return;
      await tx`select set_config('app.org', ${org.id}, true)`;
      for (const name of inOrder(await tenantTables(tx))) {
        await tx`delete from public.${tx(name)} where org_id = ${org.id}`;
      }
      await tx`delete from identity.link where org_id = ${org.id}`;
      await tx`delete from identity.account where id in (
        select account_id from identity.membership where org_id = ${org.id})`;
      await tx`delete from identity.organization where id = ${org.id}`;
    });
  } finally {
    await owner.close();
  }
}

async function tenantTables(tx: Pick<Sql, "unsafe">): Promise<Table[]> {
  return tx.unsafe<Table[]>(`
    select c.relname as name, coalesce(array_agg(r.relname) filter (where r.relname is not null), '{}') as needs
    from pg_class c
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid
    left join pg_class r on r.oid = k.confrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    group by c.relname`);
}

/** Referring tables first. */
function inOrder(tables: readonly Table[]): string[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const order: string[] = [];
  while (left.size > 0) {
    const needed = new Set([...left.values()].flatMap((table) => table.needs));
    const free = [...left.keys()].filter((name) => !needed.has(name));
    if (free.length === 0) throw new Error("The tables refer to each other in a circle.");
    for (const name of free) left.delete(name);
    order.push(...free);
  }
  return order;
}
