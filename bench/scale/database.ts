import { fileURLToPath } from "node:url";
import { connect, connectReader } from "@rubric/db";
import { defaultDataDir, startPostgres } from "@rubric/db/embedded";
import { migrate } from "@rubric/db/migrate";
import { asSuperuser, type DatabaseUrls, provisionDatabase } from "@rubric/db/provision";
import { makeReaders } from "@rubric/domain/execution";
import { LIMITS } from "@rubric/domain/limits";
import { makePolicyCache } from "@rubric/domain/policy";
import postgres from "postgres";
import { fillScale } from "./fill.ts";
import { readScale, type Scale } from "./read.ts";

/** A large and a small organization, each in a database of its own, the large one among others. */
export const LARGE = { applications: 1_000_000, organizations: 10_000 };
export const SMALL = { applications: 10_000, organizations: 100 };

/** Its addresses as the API has them. */
type ApiUrls = Pick<DatabaseUrls, "apiUrl" | "readerUrl">;
export type ScaleDatabase = ApiUrls & { superUrl: string; scale: Scale };

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A server whose databases are kept for the next run, since to fill one takes minutes. */
export async function withKeptServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres({ dataDir: defaultDataDir(root, "scale") });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

/** A database of such a size on this server; filled if it is not yet, which takes minutes. */
export async function scaleDatabase(
  server: string,
  of: typeof LARGE,
  say: (line: string) => void,
): Promise<ScaleDatabase> {
  const name = `scale_${of.applications}`;
  const urls = await provisionDatabase(server, name);
  await migrate(urls.ownerUrl);
  const superUrl = new URL(server);
  superUrl.pathname = `/${name}`;
  const sql = postgres(superUrl.href, { max: 3, onnotice: () => undefined });
  try {
    const [known] = await sql<{ filled: boolean; stale: boolean }[]>`
      select exists (select from application) as filled,
        exists (select from candidate_term where kind = 'mail' and signature is null) as stale`;
    if (known?.stale !== true) {
      const filled = known?.filled === true;
      const scale = filled ? await readScale(sql) : await fillScale(sql, of, say);
      return { ...urls, superUrl: superUrl.href, scale };
    }
  } finally {
    await sql.end();
  }
  say(`${name} is of a version before this one: it is filled anew`);
  await asSuperuser(server, (as) => as`drop database ${as(name)} with (force)`);
  return scaleDatabase(server, of, say);
}

/** What verbs are lent as the API lends it, on one connection of each of its roles. */
export function lend({ apiUrl, readerUrl }: ApiUrls) {
  const connection = connect(apiUrl, { max: 1 });
  const reader = connectReader(readerUrl, { max: 1 });
  const deps = {
    db: connection.db,
    look: connection.look,
    readers: makeReaders(reader),
    limits: LIMITS,
    enqueue: async () => undefined,
    policies: makePolicyCache(),
  };
  return {
    deps,
    close: async () => {
      await Promise.all([connection.close(), reader.close()]);
    },
  };
}
