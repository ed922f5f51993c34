import { describe, expect, it } from "vitest";
import { type GuardStorage, mayReload, noteReload, wasReloaded } from "./reload-guard.ts";

const OLD = { contractId: "a".repeat(16), releasedAt: "2026-01-01T00:00:00Z" };
const NEW = { contractId: "b".repeat(16), releasedAt: "2026-02-01T00:00:00Z" };
const MINUTE = 60_000;

function shelf(): GuardStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const forbidden: GuardStorage = {
  getItem: () => {
    throw new Error("SecurityError");
  },
  setItem: () => {
    throw new Error("SecurityError");
  },
  removeItem: () => {
    throw new Error("SecurityError");
  },
};

describe("a tab that is outdated", () => {
  it("loads itself again once, and never twice from the same contract", () => {
    const storage = shelf();
    expect(mayReload(storage, OLD, 0)).toBe(true);
    expect(noteReload(storage, OLD, 0)).toBe(true);
    expect(mayReload(storage, OLD, MINUTE * 60)).toBe(false);
  });

  it("may do so for the release after that, but not within a minute", () => {
    const storage = shelf();
    noteReload(storage, OLD, 0);
    expect(mayReload(storage, NEW, MINUTE - 1)).toBe(false);
    expect(mayReload(storage, NEW, MINUTE)).toBe(true);
  });

  it("says once that it was loaded again", () => {
    const storage = shelf();
    expect(wasReloaded(storage)).toBe(false);
    noteReload(storage, OLD, 0);
    expect(wasReloaded(storage)).toBe(true);
    expect(wasReloaded(storage)).toBe(false);
  });

  it("does not load itself again where nothing can remember that it did", () => {
    expect(noteReload(forbidden, OLD, 0)).toBe(false);
    expect(wasReloaded(forbidden)).toBe(false);
  });

  it("takes a spoiled note for none", () => {
    const storage = shelf();
    storage.setItem("rubric:reloaded", "{");
    expect(mayReload(storage, OLD, 0)).toBe(true);
  });
});
