import { describe, expect, it } from "vitest";
import { waitsForWord } from "./waits-for-word.ts";

const line = (kind: string) => ({
  id: kind,
  at: "2030-01-01T09:00:00.000Z",
  kind,
  by: null,
  sealed: null,
  text: null,
  facts: {},
});
const may = { message: { refused: null } };

describe("waitsForWord", () => {
  it.each([
    { kinds: [], wordDue: false, waits: null },
    { kinds: [], wordDue: true, waits: "promise" },
    { kinds: ["candidate.asked"], wordDue: true, waits: "question" },
    { kinds: ["application.messaged", "candidate.asked"], wordDue: false, waits: "question" },
    {
      kinds: ["candidate.asked", "application.messaged", "note.logistics"],
      wordDue: false,
      waits: null,
    },
  ])("$kinds, due: $wordDue: $waits", ({ kinds, wordDue, waits }) => {
    const timeline = kinds.map(line);
    expect(waitsForWord({ timeline, wordDue, may })).toBe(waits);
    expect(waitsForWord({ timeline, wordDue, may: { message: null } })).toBeNull();
  });
});
