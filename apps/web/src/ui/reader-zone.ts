import { useSyncExternalStore } from "react";

const never = () => () => {};
const ofReader = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const ofServer = () => null;

/** The reader's time zone by its IANA name; null where the page is rendered before one is known. */
export function useReaderZone(): string | null {
  return useSyncExternalStore(never, ofReader, ofServer);
}
