import { z } from "zod";
import type { Connection } from "./connect.ts";
import { ROLES } from "./roles.ts";

const Place = z.tuple([z.object({ role: z.string(), database: z.string(), replica: z.boolean() })]);

/**
 * Fails with a sentence unless `reader` is a connection of `rubric_reader` to the very database of
 * `api`: another role might see what is restricted, and a replica would show for a while what was
 * restricted meanwhile (law 10).
 */
export async function requireReader(
  reader: Pick<Connection, "sql">,
  api: Pick<Connection, "sql">,
): Promise<void> {
  const [own, theirs] = await Promise.all([placeOf(reader), placeOf(api)]);
  if (own.role !== ROLES.reader) {
    throw new Error(`DATABASE_READER_URL signs in as ${own.role}; it is to be ${ROLES.reader}.`);
  }
  if (own.database !== theirs.database || own.replica) {
    throw new Error("DATABASE_READER_URL is to be the database of DATABASE_URL, and no replica.");
  }
}

async function placeOf({ sql }: Pick<Connection, "sql">) {
  const rows = await sql`select current_user::text as role, current_database()::text as database,
    pg_is_in_recovery() as replica`;
  return Place.parse([...rows])[0];
}
