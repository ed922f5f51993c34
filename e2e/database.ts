import { type Connection, connect } from "@rubric/db";
import { runningSystem } from "./env.ts";

let open: Connection | null = null;

/** This worker's own small pool on the system's database, as the API's role. */
export function database(): Connection {
  open ??= connect(runningSystem().databaseUrl, { max: 4 });
  return open;
}

/** Closes it; the next who asks gets another, of the system that runs then. */
export async function closeDatabase(): Promise<void> {
  const closing = open;
  open = null;
  await closing?.close();
}

/** Tells the planner what is there now, as the server does by itself within a minute. */
export async function analyze(): Promise<void> {
  const owner = connect(runningSystem().ownerUrl, { max: 1 });
  await owner.sql`analyze`;
  await owner.close();
}
