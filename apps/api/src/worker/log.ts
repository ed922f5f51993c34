import pino from "pino";

export type Log = pino.Logger;

/** The worker's log; what an error says of the database's own words is left out. */
export function makeLog(level: string): Log {
  return pino({
    name: "worker",
    level,
    serializers: {
      err: (error: unknown) =>
        error instanceof Error ? { name: error.name, stack: error.stack } : { name: typeof error },
    },
  });
}
