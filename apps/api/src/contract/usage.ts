import type { Database } from "@rubric/db";
import { noteUsage, type Usage } from "@rubric/domain/operations";

const FLUSH_MS = 60_000;

export type UsageNotes = {
  /** Notes that a client of a known contract called a procedure now. */
  note: (contractId: string, procedure: string, now: Date) => void;
  /** Writes what was noted; what could not be written is kept for the next time. */
  flush: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Remembers in this process which contract's clients call which procedures, and writes a pair to
 * the database at most once a minute and once a day. Bounded: known contracts times procedures.
 */
export function usageNotes(db: Database, onError: (error: unknown) => void): UsageNotes {
  const written = new Map<string, string>();
  const open = new Map<string, Usage>();
  const flush = async () => {
    const batch = new Map(open);
    open.clear();
    try {
      await noteUsage(db, [...batch.values()]);
    } catch (error) {
      for (const [key, usage] of batch) {
        written.delete(key);
        if (!open.has(key)) open.set(key, usage);
      }
      onError(error);
    }
  };
  const timer = setInterval(() => void flush(), FLUSH_MS);
  timer.unref();
  return {
    note: (contractId, procedure, now) => {
      const key = `${contractId} ${procedure}`;
      const lastUsed = now.toISOString().slice(0, 10);
      if (written.get(key) === lastUsed) return;
      written.set(key, lastUsed);
      open.set(key, { contractId, procedure, lastUsed });
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}
