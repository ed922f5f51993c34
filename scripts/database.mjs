import { mkdirSync } from "node:fs";
import { root } from "./environment.mjs";
import { beforeLeaving, isLeaving, leave } from "./leaving.mjs";
import { sayFailure, Sentence } from "./messages.mjs";
import { stateOfExternal } from "./settings.mjs";

/** The folder in which an instance keeps its state between starts. */
export async function stateFolder(ownDatabase) {
  const { defaultDataDir } = await import("../packages/db/src/embedded.ts");
  const folder = ownDatabase ? defaultDataDir(root, "main") : stateOfExternal;
  if (!ownDatabase) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

const ADDRESSES = [
  "DATABASE_URL",
  "DATABASE_READER_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_AUDITOR_URL",
  "DATABASE_RETENTION_URL",
];

/**
 * Opens the database, our own or the one that the operator named.
 * @returns {Promise<Record<string, string | undefined>>} Its addresses by role, as environment variables.
 */
export async function openDatabase(ownDatabase, folder) {
  if (!ownDatabase) {
    return Object.fromEntries(ADDRESSES.map((name) => [name, process.env[name]]));
  }
  const { startPostgres } = await import("../packages/db/src/embedded.ts");
  const { provisionDatabase } = await import("../packages/db/src/provision.ts");
  const lines = [];
  const server = await startPostgres({
    dataDir: folder,
    log: (line) => lines.push(line) > 20 && lines.shift(),
  });
  beforeLeaving(() => server.stop());
  void server.ended.then(() => {
    if (isLeaving()) return;
    sayFailure(new Sentence(`The database ended unexpectedly:\n${lines.join("\n")}`));
    void leave(1);
  });
  const urls = await provisionDatabase(server.url, "rubric");
  return {
    DATABASE_URL: urls.apiUrl,
    DATABASE_READER_URL: urls.readerUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    DATABASE_AUDITOR_URL: urls.auditorUrl,
    DATABASE_RETENTION_URL: urls.retentionUrl,
  };
}

/** Brings the schema up to date. */
export async function migrateDatabase(ownerUrl, folder) {
  const { migrate } = await import("../packages/db/src/migrate.ts");
  try {
    await migrate(ownerUrl);
  } catch (error) {
    const why = error.cause?.message ?? error.message;
    const ours =
      folder === stateOfExternal
        ? ""
        : `\nIf nothing in it is needed, remove ${folder} to begin with an empty one.`;
    throw new Sentence(`The database cannot be brought to this version's schema: ${why}${ours}`);
  }
}
