import { beforeEach, describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { type Harness, useHarness } from "../../test/harness.ts";
import { askHeadcount, type PolicyWorld, setPolicy } from "../../test/policies.ts";
import { makePolicyCache } from "./cache.ts";
import { NO_POLICIES } from "./load.ts";

const harness = useHarness();
let world: PolicyWorld;

beforeEach(async () => {
  world = { harness, ...(await makeOrg(harness)) };
});

const unreachable = () => Promise.reject(new Error("A warm cache asked the database."));

describe("the cache of policies", () => {
  it("asks the database nothing while it is warm, and at once after a change", async () => {
    const cache = makePolicyCache();
    const cached: Harness = {
      ...harness,
      database: harness.database,
      connection: harness.connection,
      deps: { ...harness.deps, policies: cache },
    };
    const ask = () => askHeadcount({ ...world, harness: cached });
    await setPolicy(world, { parameters: { marginPercent: 0 } });
    for (let n = 0; n < 5; n += 1) expect(await ask()).toEqual(["raise_requisition 1"]);
    expect(cache.counts()).toEqual({ hits: 4, misses: 1 });
    await setPolicy(world, { parameters: { marginPercent: 100 } });
    expect(await ask()).toEqual(["raise_requisition 2"]);
    expect(cache.counts()).toEqual({ hits: 4, misses: 2 });
  });

  it("answers from memory alone for the epoch that it holds", async () => {
    const cache = makePolicyCache();
    const first = await cache.get("a", 7, async () => NO_POLICIES);
    expect(await cache.get("a", 7, unreachable)).toBe(first);
    await expect(cache.get("a", 8, unreachable)).rejects.toThrow("asked the database");
  });

  it("keeps no more organizations than it may, the one asked for last the longest", async () => {
    const cache = makePolicyCache(2);
    for (const orgId of ["a", "b", "a", "c", "a", "b"]) {
      await cache.get(orgId, 1, async () => NO_POLICIES);
    }
    expect(cache.counts()).toEqual({ hits: 2, misses: 4 });
  });

  it("is of no use to an organization that never set a policy, and asks nothing for it", async () => {
    const cache = makePolicyCache();
    expect((await cache.get("a", 0, unreachable)).index.size).toBe(0);
    expect(cache.counts()).toEqual({ hits: 0, misses: 0 });
  });
});
