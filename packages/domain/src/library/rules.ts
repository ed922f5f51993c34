import { deny, type Denial } from "../errors.ts";

/** A file replaces the version that it was compared with, and no later one. */
export function whyNotImportLibrary(upon: number, number: number): Denial | null {
  return upon === number ? null : deny("LIBRARY_OUTDATED", { number });
}
