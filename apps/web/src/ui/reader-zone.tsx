"use client";

import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from "react";
import { ZONE_COOKIE } from "./zone-cookie.ts";

const never = () => () => {};
const zoneOfReader = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const Known = createContext<string | null>(null);

/**
 * Tells the pages inside in which zone their reader was last, and the server of the next page in
 * which they are now: a page whose times change their words as it comes alive would jump.
 */
export function ReaderZone({ known, children }: { known: string | null; children: ReactNode }) {
  useEffect(() => {
    const zone = encodeURIComponent(zoneOfReader());
    document.cookie = `${ZONE_COOKIE}=${zone}; Path=/; Max-Age=31536000; SameSite=Lax`;
  }, []);
  return <Known value={known}>{children}</Known>;
}

/** The reader's time zone by its IANA name; null where the page is rendered before one is known. */
export function useReaderZone(): string | null {
  const known = useContext(Known);
  return useSyncExternalStore(never, zoneOfReader, () => known);
}
