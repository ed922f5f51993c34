import { expect, it } from "vitest";
import { libraryChanges } from "./changes.ts";
import type { LibraryItem } from "./document.ts";

const item = (id: string, over: Partial<LibraryItem> = {}): LibraryItem => ({
  id,
  kind: "reading",
  competency: "caching",
  level: "senior",
  title: `Item ${id}`,
  summary: "Something to read.",
  hours: 4,
  technologies: [],
  requires: [],
  evidence: "A note on it.",
  preparation: false,
  goals: [],
  ...over,
});

it("tells what a file adds, takes away and changes, by field", () => {
  const before = [item("a"), item("b"), item("c"), item("d")];
  const after = [item("b"), item("new"), item("c", { hours: 5, requires: ["b"] }), item("d")];
  expect(libraryChanges(before, after)).toEqual({
    added: [{ id: "new", title: "Item new" }],
    removed: [{ id: "a", title: "Item a" }],
    changed: [{ id: "c", title: "Item c", fields: ["hours", "requires"] }],
    same: 2,
  });
});
