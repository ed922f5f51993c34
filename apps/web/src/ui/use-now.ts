"use client";

import { useSyncExternalStore } from "react";

const step = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, step);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

const snapshot = () => Math.floor(Date.now() / step) * step + step;

/** The present in milliseconds since 1970, rounded up to half a minute; one timer for the page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
