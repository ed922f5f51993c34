import { isLockTimeout, isRetryable } from "@rubric/db";
import { refuse } from "../errors.ts";

const ATTEMPTS = 5;

/**
 * Runs a transaction again after a serialization failure or a deadlock, at most 5 times; then, and where
 * it waited too long for a lock, the call is BUSY.
 */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run();
    } catch (error) {
      if (isLockTimeout(error) || (tried === ATTEMPTS && isRetryable(error))) refuse("BUSY", {});
      if (!isRetryable(error)) throw error;
    }
  }
}
