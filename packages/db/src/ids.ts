import { uuidv7 } from "uuidv7";

/** A new UUIDv7: ids sort by the time they were made. */
export function newId(): string {
  return uuidv7();
}
