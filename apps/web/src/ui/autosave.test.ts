import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SaveStateValue } from "./save-state.tsx";
import { makeAutosave, type SaveOutcome } from "./autosave.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that keeps revisions, answers when told to, and can be out of reach. */
function scene() {
  const server = { revision: 0, content: "", reachable: true, saves: 0 };
  const browser = { kept: null as { revision: number; content: string } | null };
  const states: SaveStateValue["kind"][] = [];
  const seen = { outdated: 0 };
  let gate: Promise<void> = Promise.resolve();
  const autosave = makeAutosave<string>({
    revision: 0,
    delay: 800,
    save: async (revision, content): Promise<SaveOutcome> => {
      await gate;
      if (!server.reachable) return { kind: "unreachable" };
      server.saves += 1;
      if (content.length > 40) return { kind: "invalid", sentence: "At most 40 characters." };
      if (content === "no more") return { kind: "refused", sentence: "It is submitted." };
      if (revision !== server.revision) return { kind: "outdated" };
      server.revision += 1;
      server.content = content;
      return { kind: "saved", revision: server.revision, at: 1 };
    },
    keep: (revision, content) => {
      browser.kept = { revision, content };
    },
    forget: () => {
      browser.kept = null;
    },
    onState: (state) => states.push(state.kind),
    onOutdated: () => {
      seen.outdated += 1;
    },
  });
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return () => {
      gate = Promise.resolve();
      resolve();
    };
  };
  return { autosave, server, browser, states, seen, hold };
}

describe("saving while one types", () => {
  it("keeps each keystroke here at once and sends them together after a rest", async () => {
    const { autosave, server, browser, states } = scene();
    autosave.change("a");
    autosave.change("ab");
    expect(browser.kept).toEqual({ revision: 0, content: "ab" });
    await vi.advanceTimersByTimeAsync(799);
    expect(server.saves).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(server).toMatchObject({ content: "ab", revision: 1, saves: 1 });
    expect(browser.kept).toBeNull();
    expect(states).toEqual(["saving", "saved"]);
  });

  it("sends what was typed meanwhile upon the revision that the answer gave", async () => {
    const { autosave, server, browser, hold } = scene();
    const answer = hold();
    autosave.change("first");
    await vi.advanceTimersByTimeAsync(800);
    autosave.change("first and second");
    await vi.advanceTimersByTimeAsync(5000);
    expect(browser.kept).toEqual({ revision: 0, content: "first and second" });
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(server).toMatchObject({ content: "first and second", revision: 2, saves: 2 });
    expect(browser.kept).toBeNull();
  });

  it("keeps it here while the server is out of reach, and sends it when it is back", async () => {
    const { autosave, server, browser, states } = scene();
    server.reachable = false;
    autosave.change("typed in a tunnel");
    await vi.advanceTimersByTimeAsync(800);
    expect(states.at(-1)).toBe("offline");
    autosave.change("typed in a tunnel, and more");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(browser.kept?.content).toBe("typed in a tunnel, and more");
    server.reachable = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(server).toMatchObject({ content: "typed in a tunnel, and more", saves: 1 });
    expect(browser.kept).toBeNull();
    expect(states.at(-1)).toBe("saved");
  });

  it("overwrites nothing that another window saved, and goes on when told to", async () => {
    const { autosave, server, browser, seen } = scene();
    server.revision = 3;
    server.content = "theirs";
    autosave.change("mine");
    await vi.advanceTimersByTimeAsync(800);
    expect(seen.outdated).toBe(1);
    autosave.change("mine, longer");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.content).toBe("theirs");
    expect(browser.kept?.content).toBe("mine, longer");
    autosave.resume(3);
    await vi.advanceTimersByTimeAsync(0);
    expect(server).toMatchObject({ content: "mine, longer", revision: 4 });
  });

  it("sends what was typed while what was refused was on its way", async () => {
    const { autosave, server, browser, states, hold } = scene();
    const answer = hold();
    autosave.change("pasted ".repeat(10));
    await vi.advanceTimersByTimeAsync(800);
    autosave.change("pasted, and shortened");
    await vi.advanceTimersByTimeAsync(5000);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(server).toMatchObject({ content: "pasted, and shortened", revision: 1 });
    expect(browser.kept).toBeNull();
    expect(states.at(-1)).toBe("saved");
  });

  it("asks no more once it is refused for good", async () => {
    const { autosave, server, browser, states } = scene();
    autosave.change("no more");
    await vi.advanceTimersByTimeAsync(800);
    autosave.change("typed all the same");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toBe("refused");
    expect(server.saves).toBe(1);
    expect(browser.kept?.content).toBe("typed all the same");
  });

  it("keeps here what was refused, and sends again what is typed after it", async () => {
    const { autosave, server, browser, states } = scene();
    const long = "pasted ".repeat(10);
    autosave.change(long);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toBe("refused");
    expect(server.saves).toBe(1);
    expect(browser.kept?.content).toBe(long);
    autosave.change("pasted, and shortened");
    await vi.advanceTimersByTimeAsync(800);
    expect(server).toMatchObject({ content: "pasted, and shortened", revision: 1 });
    expect(browser.kept).toBeNull();
    expect(states.at(-1)).toBe("saved");
  });

  it("sends at once when flushed, and nothing once stopped", async () => {
    const { autosave, server } = scene();
    autosave.change("now");
    await autosave.flush();
    expect(server.content).toBe("now");
    autosave.change("never");
    autosave.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.content).toBe("now");
  });
});
