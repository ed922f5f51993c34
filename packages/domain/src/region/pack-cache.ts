import { RegionPack } from "./schemas.ts";

/** What a process keeps of approved region packs, parsed. */
type PackCache = {
  /** The pack of a version, kept or loaded; a version that is approved never changes. */
  get(orgId: string, packId: string, load: () => Promise<object>): Promise<RegionPack>;
  counts(): { hits: number; misses: number };
};

/**
 * Keeps the `size` packs asked for last, by organization and version: no time to live, for what a
 * version says stays. Which version is in force each call reads anew. With `size` 0 nothing is kept.
 */
export function makePackCache(size = 100): PackCache {
  const kept = new Map<string, RegionPack>();
  const counted = { hits: 0, misses: 0 };
  return {
    async get(orgId, packId, load) {
      const key = `${orgId} ${packId}`;
      const known = kept.get(key);
      counted[known === undefined ? "misses" : "hits"] += 1;
      const pack = known ?? RegionPack.parse(await load());
      kept.delete(key);
      if (size > 0) kept.set(key, pack);
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
      return pack;
    },
    counts: () => ({ ...counted }),
  };
}

/** Those of this process. */
export const PACKS = makePackCache();
