/** Why the embedded Postgres cannot run, in one sentence for the person who started it. */
export class PostgresError extends Error {
  override name = "PostgresError";
}

/** Turns what Postgres or initdb wrote before it gave up into one sentence. */
export function explainFailure(
  lines: readonly string[],
  facts: { dataDir: string; port?: number },
): PostgresError {
  const text = lines.join("\n");
  if (/No space left on device|Disk quota exceeded/.test(text))
    return new PostgresError(
      `The disk that holds ${facts.dataDir} is full: free some space and start again.`,
    );
  if (/Address already in use/.test(text))
    return new PostgresError(
      `Port ${facts.port ?? "of the database"} is already in use: stop what uses it, or choose another port.`,
    );
  if (/lock file "postmaster\.pid" already exists/.test(text))
    return new PostgresError(`Another Postgres already runs on ${facts.dataDir}: stop it first.`);
  if (/Permission denied|Operation not permitted/.test(text))
    return new PostgresError(
      `The database's user may not read or write ${facts.dataDir}: ${lastWords(lines)}`,
    );
  if (/database files are incompatible with server/.test(text))
    return new PostgresError(
      `The data in ${facts.dataDir} comes from another version of Postgres: move it away.`,
    );
  if (/error while loading shared libraries|not found \(required by/.test(text))
    return new PostgresError(
      `The Postgres that came from npm cannot run on this system: ${lastWords(lines)}`,
    );
  return new PostgresError(`Postgres did not start on ${facts.dataDir}: ${lastWords(lines)}`);
}

function lastWords(lines: readonly string[]): string {
  const fatal =
    lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ??
    lines.findLast((line) => line !== "");
  return fatal ?? "it said nothing.";
}
