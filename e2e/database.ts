import { type Connection, connect } from "@rubric/db";
import { runningSystem } from "./env.ts";

let open: Connection | null = null;

/** This worker's own small pool on the system's database, as the API's role. */
export function database(): Connection {
  open ??= connect(runningSystem().databaseUrl, { max: 4 });
  return open;
}
