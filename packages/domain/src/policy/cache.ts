import { type LoadedPolicies, NO_POLICIES } from "./load.ts";

/** What a process keeps of organizations' policies. */
export type PolicyCache = {
  /** The policies of one epoch, kept or loaded; 0: the organization never had any. */
  get(orgId: string, epoch: number, load: () => Promise<LoadedPolicies>): Promise<LoadedPolicies>;
  /** Look-ups so far, of those that need policies at all. */
  counts(): { hits: number; misses: number };
};

/**
 * Keeps the policies of the `size` organizations asked for last. Each call names the epoch that its
 * own transaction read with its first statement, so nothing kept is ever older than the call: no
 * time to live, no word between processes. With `size` 0 everything is read each time.
 */
export function makePolicyCache(size = 500): PolicyCache {
  const kept = new Map<string, { epoch: number; loaded: LoadedPolicies }>();
  const counted = { hits: 0, misses: 0 };
  return {
    async get(orgId, epoch, load) {
      if (epoch === 0) return NO_POLICIES;
      const known = kept.get(orgId);
      if (known !== undefined && known.epoch === epoch) {
        counted.hits += 1;
        kept.delete(orgId);
        kept.set(orgId, known);
        return known.loaded;
      }
      counted.misses += 1;
      const loaded = await load();
      keep(orgId, epoch, loaded);
      return loaded;
    },
    counts: () => ({ ...counted }),
  };

  function keep(orgId: string, epoch: number, loaded: LoadedPolicies): void {
    const known = kept.get(orgId);
    if (size === 0 || (known !== undefined && known.epoch > epoch)) return;
    kept.delete(orgId);
    kept.set(orgId, { epoch, loaded });
    const [oldest] = kept.keys();
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
  }
}
