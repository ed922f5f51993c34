import type { Database } from "@rubric/db";
import { LRUCache } from "lru-cache";
import type { Member, Org } from "../context.ts";
import { findOrganization } from "./access.ts";
import { sessions, type ValidSession } from "./sessions.ts";

/** Who calls and for which organization, as it is found before the transaction of a call. */
export type Callers = {
  /** The session of a cookie's token, by its hash; null where there is none. */
  session(hash: string): Promise<ValidSession | null>;
  /** An organization by its slug; null where there is none. */
  organization(slug: string): Promise<Org | null>;
};

/** What a process keeps of them. */
export type KeptCallers = Callers & {
  /**
   * The members of an organization that a query found, by what names them. Taken before they are
   * looked for, so that what is forgotten meanwhile is not kept after all.
   */
  membersOf(orgId: string): Members;
  /** Forgets an organization's members, since a command there may have changed what they are. */
  forgetMembersOf(orgId: string): void;
  /** Forgets everybody: what is asked next is looked up. */
  forget(): void;
  /** Look-ups so far. */
  counts(): { hits: number; misses: number };
};

type Members = {
  get(name: string): Member | undefined;
  set(name: string, member: Member): void;
};

/** Looks up who calls each time. */
export function lookUpCallers(db: Database): Callers {
  const known = sessions(db);
  return {
    session: async (hash) => (await known.validate([hash])).get(hash) ?? null,
    organization: (slug) => findOrganization(db, slug),
  };
}

/** Milliseconds for which a process knows who calls: how long a session outlives its end in queries. */
const KEPT_MS = 1000;
/** As many sessions as are read at once. */
const TOGETHER = 500;
const SIZE = 10_000;

/**
 * Looks up who calls, and keeps what it found for a second. A command asks for session, member and
 * roles again in its own transaction; so a second late may be that a query is refused, which until
 * then is answered as it was before. What was not found is not kept: whoever signs in is known at once.
 */
export function keepCallers(
  db: Database,
  {
    keptMs = KEPT_MS,
    size = SIZE,
    clock: perf = performance,
  }: { keptMs?: number; size?: number; clock?: { now(): number } } = {},
): KeptCallers {
  const bySession = new LRUCache<string, ValidSession>({ max: size, ttl: keptMs, perf });
  const bySlug = new LRUCache<string, Org>({ max: size, ttl: keptMs, perf });
  const members = new LRUCache<string, { member: Member; since: string }>({
    max: size,
    ttl: keptMs,
    perf,
  });
  // Kept for longer than any statement runs and anybody is known.
  const changes = new LRUCache<string, number>({ max: size, ttl: 60_000 + keptMs, perf });
  const known = sessions(db);
  /** Those that were asked for since they were read: they are read again with the next one, if old. */
  const used = new Set<string>();
  const counted = { hits: 0, misses: 0 };
  let forgotten = 0;
  let changed = 0;
  return {
    session: (hash) => {
      if (bySession.has(hash)) used.add(hash);
      return kept(bySession, hash, () => readWithOthers(hash));
    },
    organization: (slug) => kept(bySlug, slug, () => findOrganization(db, slug)),
    membersOf(orgId) {
      const since = `${forgotten} ${changes.get(orgId) ?? 0}`;
      return {
        get(name) {
          const held = members.get(`${orgId} ${name}`);
          return held?.since === since ? held.member : undefined;
        },
        set: (name, member) => void members.set(`${orgId} ${name}`, { member, since }),
      };
    },
    forgetMembersOf(orgId) {
      changed += 1;
      changes.set(orgId, changed);
    },
    forget() {
      forgotten += 1;
      members.clear();
      used.clear();
      bySession.clear();
      bySlug.clear();
    },
    counts: () => ({ ...counted }),
  };

  /**
   * Reads a session, and with it the others that would each be read alone in a moment: with many who
   * work at once that is one look-up a second, not one for each of them.
   */
  async function readWithOthers(hash: string): Promise<ValidSession | null> {
    const others = [...used].filter((one) => bySession.getRemainingTTL(one) < keptMs / 2);
    const due = others.slice(0, TOGETHER);
    for (const one of due) used.delete(one);
    const before = forgotten;
    const valid = await known.validate([hash, ...due]);
    for (const one of due) {
      const found = valid.get(one);
      if (found === undefined) bySession.delete(one);
      else if (before === forgotten) bySession.set(one, found);
    }
    return valid.get(hash) ?? null;
  }

  async function kept<V extends object>(
    cache: LRUCache<string, V>,
    key: string,
    find: () => Promise<V | null>,
  ): Promise<V | null> {
    const held = cache.get(key);
    if (held !== undefined) {
      counted.hits += 1;
      return held;
    }
    counted.misses += 1;
    const before = forgotten;
    const found = await find();
    // What was on its way when all was forgotten may be what was to be forgotten.
    if (found !== null && before === forgotten) cache.set(key, found);
    return found;
  }
}
