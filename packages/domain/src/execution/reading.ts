import type { Connection, Database, Look } from "@rubric/db";
import { LRUCache } from "lru-cache";
import { INSTANCE_CHAIN } from "../audit/chain.ts";
import { type Opened, open, openedFrom } from "./opening.ts";

/** Connections as `rubric_reader`, who writes nothing and has no wall. */
export type Readers = Pick<Connection, "db" | "look"> & {
  /** Whether an organization was found to restrict somebody a moment ago. */
  restricts(orgId: string): boolean;
  noteRestricts(orgId: string): void;
};

/**
 * How a query is sent, and opened: what the opening found is handed on to whoever may know of it by
 * this way; else the query is sent again by another.
 */
export type Way = {
  db: Database;
  look?: Look;
  open: typeof open;
  openedFrom: typeof openedFrom;
};

/** Milliseconds for which an organization that restricts somebody is taken to do so still. */
const TAKEN_MS = 60_000;
const SIZE = 10_000;

class BehindTheWall extends Error {}

/** Lends connections of `rubric_reader` to queries. */
export function makeReaders({ db, look }: Pick<Connection, "db" | "look">): Readers {
  const restricting = new LRUCache<string, true>({ max: SIZE, ttl: TAKEN_MS });
  return {
    db,
    look,
    restricts: (orgId) => restricting.has(orgId),
    noteRestricts: (orgId) => void restricting.set(orgId, true),
  };
}

/**
 * Sends a query by the shortest way that law 10 leaves: without the wall where there is nothing behind
 * it. The opening itself says whether the organization restricts anybody, in the statement that finds
 * all else; then nothing of it is handed on, and the query is sent again as `rubric_api`, who has the wall.
 */
export async function reading<T>(
  { db, look, readers }: { db: Database; look?: Look; readers?: Readers },
  orgId: string,
  query: (way: Way) => Promise<T>,
): Promise<T> {
  const behind: Way = { db, ...(look && { look }), open, openedFrom };
  // What the instance restricts says nothing of the organizations that its calls look into.
  if (readers === undefined || orgId === INSTANCE_CHAIN || readers.restricts(orgId)) {
    return query(behind);
  }
  try {
    return await query({
      db: readers.db,
      look: readers.look,
      open: async (...call) => unlessRestricted(await open(...call)),
      openedFrom: (...found) => unlessRestricted(openedFrom(...found)),
    });
  } catch (error) {
    if (!(error instanceof BehindTheWall)) throw error;
    readers.noteRestricts(orgId);
    return query(behind);
  }
}

function unlessRestricted(opened: Opened): Opened {
  if (opened.restricts) throw new BehindTheWall();
  return opened;
}
