import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import {
  type DraftShelf,
  type DraftStorage,
  clearDraft,
  forgetDrafts,
  forgetOldDrafts,
  hasDrafts,
  readDraft,
  writeDraft,
} from "./draft-store.ts";

const kept = new Map<string, string>();
const storage: DraftShelf = {
  get length() {
    return kept.size;
  },
  key: (index) => [...kept.keys()][index] ?? null,
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
};
const Note = z.object({ text: z.string() });

beforeEach(() => kept.clear());

test("a draft comes back as it was, with its time, until it is cleared", () => {
  expect(writeDraft(storage, "note:1", 2, { text: "calm" }, 1000)).toBe(true);
  expect(readDraft(storage, "note:1", 2, Note)).toEqual({ value: { text: "calm" }, savedAt: 1000 });
  expect(readDraft(storage, "note:2", 2, Note)).toBeNull();
  clearDraft(storage, "note:1");
  expect(readDraft(storage, "note:1", 2, Note)).toBeNull();
});

test("a draft of another version or shape is not offered", () => {
  writeDraft(storage, "note:1", 1, { text: "calm" }, 1000);
  expect(readDraft(storage, "note:1", 2, Note)).toBeNull();
  writeDraft(storage, "note:1", 2, { words: 3 }, 1000);
  expect(readDraft(storage, "note:1", 2, Note)).toBeNull();
  kept.set("rubric:draft:note:1", "{broken");
  expect(readDraft(storage, "note:1", 2, Note)).toBeNull();
});

test("a full or forbidden storage is no failure", () => {
  const full: DraftStorage = {
    getItem: () => {
      throw new Error("SecurityError");
    },
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
    removeItem: () => {
      throw new Error("SecurityError");
    },
  };
  expect(writeDraft(full, "a", 1, {}, 0)).toBe(false);
  expect(readDraft(full, "a", 1, Note)).toBeNull();
  expect(() => clearDraft(full, "a")).not.toThrow();
});

test("who signs out leaves nothing behind, and takes nobody else's", () => {
  writeDraft(storage, "ada:note:1", 1, { text: "do not hire" }, 1000);
  writeDraft(storage, "ada:note:2", 1, { text: "ask for more" }, 1000);
  writeDraft(storage, "bo:note:1", 1, { text: "calm" }, 1000);
  kept.set("theme", "dark");
  expect(hasDrafts(storage, "ada")).toBe(true);
  forgetDrafts(storage, "ada");
  expect(hasDrafts(storage, "ada")).toBe(false);
  expect([...kept.keys()]).toEqual(["rubric:draft:bo:note:1", "theme"]);
});

test("a draft is forgotten after a month", () => {
  const day = 86_400_000;
  writeDraft(storage, "ada:note:1", 1, { text: "old" }, 0);
  writeDraft(storage, "ada:note:2", 7, { text: "young" }, 10 * day);
  kept.set("rubric:draft:ada:note:3", "{broken");
  forgetOldDrafts(storage, 31 * day);
  expect([...kept.keys()]).toEqual(["rubric:draft:ada:note:2"]);
});
