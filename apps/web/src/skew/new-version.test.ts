import { afterEach, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

it("keeps nothing that was typed where the page is not loaded again", async () => {
  const kept = new Map<string, string>();
  const reload = vi.fn();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    // As a browser whose storage is all but full: the text still fits, the note does not.
    setItem: (key: string, value: string) => {
      if (key !== "rubric:typed") throw new Error("QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
  vi.stubGlobal("window", { sessionStorage, location: { reload } });
  vi.stubGlobal("document", { querySelectorAll: () => [] });
  const { loadNewVersion, readNewVersion } = await import("./new-version.ts");
  loadNewVersion();
  expect(reload).not.toHaveBeenCalled();
  expect([...kept.keys()]).toEqual([]);
  expect(readNewVersion()).toBe("stuck");
  loadNewVersion();
  expect(reload).toHaveBeenCalledOnce();
  expect([...kept.keys()]).toEqual(["rubric:typed"]);
});
