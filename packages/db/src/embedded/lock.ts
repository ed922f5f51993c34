import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PostgresError } from "./postgres-error.ts";
import { errorCode, isRunning, processIdentity } from "./process-identity.ts";

const Owner = z.object({ pid: z.int(), identity: z.string().nullable() });

/**
 * Claims a data folder for this process, so that whatever still runs on it afterwards is an orphan.
 * @throws PostgresError when a living process holds it.
 */
export function claimFolder(dataDir: string): void {
  const path = lockPath(dataDir);
  const mine = `${path}.${process.pid}`;
  const owner = { pid: process.pid, identity: processIdentity(process.pid) };
  writeFileSync(mine, JSON.stringify(owner), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        linkSync(mine, path);
        return;
      } catch (error) {
        if (errorCode(error) !== "EEXIST") throw error;
        refuseIfHeld(dataDir);
        renameSync(path, `${mine}.stale`);
        rmSync(`${mine}.stale`, { force: true });
      }
    }
    throw new PostgresError(`Several processes claim ${dataDir} at once: start one at a time.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Gives the folder back. */
export function releaseFolder(dataDir: string): void {
  rmSync(lockPath(dataDir), { force: true });
}

/** The id of the living process that holds the folder, or null. */
export function folderHolder(dataDir: string): number | null {
  let text: string;
  try {
    text = readFileSync(lockPath(dataDir), "utf8");
  } catch {
    return null;
  }
  const owner = Owner.safeParse(parseJson(text)).data;
  if (owner === undefined || !isRunning(owner.pid)) return null;
  return processIdentity(owner.pid) === owner.identity ? owner.pid : null;
}

function refuseIfHeld(dataDir: string): void {
  const holder = folderHolder(dataDir);
  if (holder === null) return;
  throw new PostgresError(
    `The database in ${dataDir} is already in use by process ${holder}: stop that one first.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function lockPath(dataDir: string): string {
  return join(dataDir, "owner.json");
}
