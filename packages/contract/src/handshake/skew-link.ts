import type { AnyTRPCRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import type { Operation, TRPCLink } from "@trpc/client";
import { z } from "zod";
import { Skew } from "./mark.ts";

export type SkewOptions = {
  /** Called each time a call was refused because this client is older than the server. */
  onOutdated: (skew: Skew) => void;
  /** How often a call is sent again while the server is the older one; 5 unless told. */
  attempts?: number;
  /** Milliseconds before the next attempt, from 1; one second, then twice as long each time. */
  wait?: (attempt: number) => number;
};

const WithSkew = z.object({ data: z.object({ skew: Skew }) });

/** The skew that an error of the API speaks of, or null. */
export function skewOf(error: unknown): Skew | null {
  const found = WithSkew.safeParse(error);
  return found.success ? found.data.data.skew : null;
}

/**
 * A tRPC link for a client whose server may be of another release. A call that met a server which
 * is still the older one is sent again, if that is harmless: a query, or a command with the context
 * `idempotencyKey`. A call that is refused as outdated is reported and never sent again.
 * Stands after whatever makes the key and before the link that sends.
 */
export function skewLink<Router extends AnyTRPCRouter>(options: SkewOptions): TRPCLink<Router> {
  const attempts = options.attempts ?? 5;
  const wait = options.wait ?? ((attempt: number) => 500 * 2 ** attempt);
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let timer: ReturnType<typeof setTimeout> | null = null;
        let running = { unsubscribe: () => {} };
        const send = (attempt: number): void => {
          running = next(op).subscribe({
            next: (value) => observer.next(value),
            error: (error) => {
              const skew = skewOf(error);
              if (skew?.kind === "server-behind" && mayRepeat(op) && attempt < attempts) {
                timer = setTimeout(() => send(attempt + 1), wait(attempt));
                return;
              }
              if (skew?.kind === "client-outdated") options.onOutdated(skew);
              observer.error(error);
            },
            complete: () => observer.complete(),
          });
        };
        send(1);
        return () => {
          if (timer !== null) clearTimeout(timer);
          running.unsubscribe();
        };
      });
}

function mayRepeat(op: Operation): boolean {
  return op.type === "query" || typeof op.context["idempotencyKey"] === "string";
}
