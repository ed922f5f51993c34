import { Refused } from "../src/errors.ts";

/** Calls again what was BUSY, as a client does; `done`, or the code of any other refusal. */
export async function settled<T>(call: () => Promise<T>): Promise<string> {
  for (;;) {
    try {
      await call();
      return "done";
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.denial.code !== "BUSY") return error.denial.code;
    }
  }
}
