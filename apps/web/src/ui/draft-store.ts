import { z } from "zod";

/** The part of `localStorage` that a draft needs; it may throw when full or forbidden. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export interface DraftOf<Value> {
  value: Value;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const Envelope = z.object({ version: z.number(), savedAt: z.number(), value: z.unknown() });
const PREFIX = "rubric:draft:";
const nameOf = (key: string) => `${PREFIX}${key}`;
const MOST_DAYS = 30;

/**
 * The kept draft, or null when there is none, it is of another version, or it does not parse. With
 * `version` null it may be of any.
 */
export function readDraft<Value>(
  storage: DraftStorage,
  key: string,
  version: number | null,
  schema: z.ZodType<Value>,
): DraftOf<Value> | null {
  try {
    const text = storage.getItem(nameOf(key));
    if (text === null) return null;
    const envelope = Envelope.safeParse(JSON.parse(text));
    if (!envelope.success || (version !== null && envelope.data.version !== version)) return null;
    const value = schema.safeParse(envelope.data.value);
    return value.success ? { value: value.data, savedAt: envelope.data.savedAt } : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false when the browser would not. */
export function writeDraft(
  storage: DraftStorage,
  key: string,
  version: number,
  value: unknown,
  now: number,
): boolean {
  try {
    storage.setItem(nameOf(key), JSON.stringify({ version, savedAt: now, value }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft, after its command succeeded. */
export function clearDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(nameOf(key));
  } catch {
    return;
  }
}

/** A whole `localStorage`, to look through. */
export type DraftShelf = Pick<Storage, "length" | "key"> & DraftStorage;

/** Whether drafts of an owner, the first part of their keys, are kept. */
export function hasDrafts(shelf: DraftShelf, owner: string): boolean {
  return namesOn(shelf).some((name) => name.startsWith(nameOf(`${owner}:`)));
}

/** Forgets all drafts of an owner, when they sign out: others may use this browser. */
export function forgetDrafts(shelf: DraftShelf, owner: string): void {
  for (const name of namesOn(shelf)) {
    if (name.startsWith(nameOf(`${owner}:`))) shelf.removeItem(name);
  }
}

/** Forgets whoever's drafts are older than a month, or cannot be read. */
export function forgetOldDrafts(shelf: DraftShelf, now: number): void {
  for (const name of namesOn(shelf)) {
    const draft = readDraft(shelf, name.slice(PREFIX.length), null, z.unknown());
    if (draft === null || now - draft.savedAt > MOST_DAYS * 86_400_000) shelf.removeItem(name);
  }
}

function namesOn(shelf: DraftShelf): string[] {
  try {
    return Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "").filter(
      (name) => name.startsWith(PREFIX),
    );
  } catch {
    return [];
  }
}
