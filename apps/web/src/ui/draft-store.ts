import { z } from "zod";

/** The part of `localStorage` that a draft needs; it may throw when full or forbidden. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export interface DraftOf<Value> {
  value: Value;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const Envelope = z.object({ version: z.number(), savedAt: z.number(), value: z.unknown() });
const nameOf = (key: string) => `rubric:draft:${key}`;

/** The kept draft, or null when there is none, it is of another version, or it does not parse. */
export function readDraft<Value>(
  storage: DraftStorage,
  key: string,
  version: number,
  schema: z.ZodType<Value>,
): DraftOf<Value> | null {
  try {
    const text = storage.getItem(nameOf(key));
    if (text === null) return null;
    const envelope = Envelope.safeParse(JSON.parse(text));
    if (!envelope.success || envelope.data.version !== version) return null;
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
