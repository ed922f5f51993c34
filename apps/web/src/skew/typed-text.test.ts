import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { keepTyped, takeTyped, typedText, watchTyping } from "./typed-text.ts";

/** As much of a field as is asked for; the browser's own is tried in e2e/skew.spec.ts. */
class Field extends EventTarget {
  readonly labels = null;
  readonly placeholder = "";
  readonly type: string;
  readonly autocomplete: string;
  readonly value: string;
  readonly within: string;
  constructor(type: string, autocomplete: string, value: string, within = "") {
    super();
    this.type = type;
    this.autocomplete = autocomplete;
    this.value = value;
    this.within = within;
  }
  closest(selector: string) {
    return selector === this.within ? this : null;
  }
  getAttribute() {
    return this.type;
  }
}

afterEach(() => vi.unstubAllGlobals());

function typedIn(fields: readonly Field[]): string[] {
  const listeners: ((event: { target: EventTarget }) => void)[] = [];
  vi.stubGlobal("document", {
    addEventListener: (_name: string, note: (event: { target: EventTarget }) => void) =>
      listeners.push(note),
    removeEventListener: () => listeners.pop(),
    querySelectorAll: () => fields,
  });
  const end = watchTyping();
  for (const target of fields) for (const note of listeners) note({ target });
  const texts = typedText(document).map(({ text }) => text);
  end();
  return texts;
}

it("keeps what was typed, and no password though it is shown", () => {
  expect(
    typedIn([
      new Field("textarea", "", "A long reason"),
      new Field("text", "current-password", "shown old"),
      new Field("text", "section-a new-password", "shown new"),
      new Field("text", "one-time-code", "123456"),
      new Field("textarea", "", '{ "password": "typed as JSON" }', "[data-secret]"),
      new Field("password", "", "hidden"),
      new Field("email", "username", "ada@example.com"),
    ]),
  ).toEqual(["A long reason", "ada@example.com"]);
});

it("knows each password of a form by what the browser is told to fill in", () => {
  const root = join(import.meta.dirname, "..");
  const used = globSync("**/*.tsx", { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/<PasswordInput\b[\s\S]*?\/>/g)].map(
      ([text]) => ({ file, text }),
    ),
  );
  expect(used.length).toBeGreaterThan(4);
  const unnamed = used.filter(({ text }) => !/autoComplete=.*(current|new)-password"/.test(text));
  expect(unnamed).toEqual([]);
});

it("gives what was typed back once, and on its own page alone", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const typed = [{ label: "Why", text: "Away until Monday." }];
  keepTyped(storage, "/o/a", typed);
  expect(takeTyped(storage, "/o/a")).toEqual(typed);
  expect(takeTyped(storage, "/o/a")).toEqual([]);
  keepTyped(storage, "/o/a", typed);
  expect(takeTyped(storage, "/sign-in")).toEqual([]);
});
