import type { Mark } from "@rubric/contract/handshake";
import { z } from "zod";

const KEY = "rubric:reloaded";
const JUST_NOW = "rubric:just-reloaded";
const MINUTE = 60_000;

/** The part of `sessionStorage` that the guard needs; it may throw where it is forbidden. */
export type GuardStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const Reload = z.object({ from: z.string(), at: z.number() });

/**
 * Whether this tab may load itself again because its contract is outdated. Not twice from the same
 * contract, for then the new page is as old as the one before, and not twice within a minute.
 */
export function mayReload(storage: GuardStorage, own: Mark, now: number): boolean {
  const last = lastReload(storage);
  return last === null || (last.from !== own.contractId && now - last.at >= MINUTE);
}

/** Remembers that the tab loads itself again from this contract; false where that cannot be kept. */
export function noteReload(storage: GuardStorage, own: Mark, now: number): boolean {
  try {
    storage.setItem(KEY, JSON.stringify({ from: own.contractId, at: now }));
    storage.setItem(JUST_NOW, "yes");
    return true;
  } catch {
    return false;
  }
}

/** Whether the tab was loaded again for a new version just now; says so once. */
export function wasReloaded(storage: GuardStorage): boolean {
  try {
    const was = storage.getItem(JUST_NOW) !== null;
    storage.removeItem(JUST_NOW);
    return was;
  } catch {
    return false;
  }
}

function lastReload(storage: GuardStorage): z.infer<typeof Reload> | null {
  try {
    const kept = Reload.safeParse(JSON.parse(storage.getItem(KEY) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}
