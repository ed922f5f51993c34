import { type DatabaseUrls, asSuperuser } from "../src/provision.ts";
import { testCluster } from "../src/test-database.ts";
import type { Sql } from "postgres";

/** Runs `work` as the superuser in the database of these addresses; nothing holds that role back. */
export async function within<T>(
  urls: Pick<DatabaseUrls, "apiUrl">,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(urls.apiUrl).pathname;
  return asSuperuser(url.href, work);
}
