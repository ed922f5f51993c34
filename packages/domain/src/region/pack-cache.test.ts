import { describe, expect, it } from "vitest";
import { BUILT_IN } from "./built-in.ts";
import { makePackCache } from "./pack-cache.ts";

const ORG = "one";
const stored = async () => BUILT_IN;
const never = async (): Promise<object> => {
  throw new Error("It was read again.");
};

describe("region packs that a process keeps", () => {
  it("are read and parsed once a version", async () => {
    const cache = makePackCache();
    const first = await cache.get(ORG, "a", stored);
    expect(await cache.get(ORG, "a", never)).toBe(first);
    await cache.get(ORG, "b", stored);
    expect(cache.counts()).toEqual({ hits: 1, misses: 2 });
  });

  it("law 12: are never those of another organization", async () => {
    const cache = makePackCache();
    await cache.get(ORG, "a", stored);
    await expect(cache.get("other", "a", never)).rejects.toThrow("read again");
  });

  it("are as many as it may keep, those asked for last", async () => {
    const cache = makePackCache(2);
    for (const id of ["a", "b", "a", "c"]) await cache.get(ORG, id, stored);
    await cache.get(ORG, "a", never);
    await expect(cache.get(ORG, "b", never)).rejects.toThrow("read again");
  });

  it("are none with a size of 0, and one that cannot be read is not kept", async () => {
    const off = makePackCache(0);
    await off.get(ORG, "a", stored);
    await expect(off.get(ORG, "a", never)).rejects.toThrow("read again");
    const cache = makePackCache();
    await expect(cache.get(ORG, "a", async () => ({ rules: 1 }))).rejects.toThrow();
    await cache.get(ORG, "a", stored);
    expect(cache.counts().hits).toBe(0);
  });
});
