import pino from "pino";
import { describeError } from "../describe-error.ts";

export type Log = pino.Logger;

/** The worker's log. */
export function makeLog(level: string): Log {
  return pino({
    name: "worker",
    level,
    serializers: { err: (error: unknown) => describeError(error) },
  });
}
