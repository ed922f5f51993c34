import { setTimeout as sleep } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import { isFatal, isLoss } from "./errors.ts";

/** A statement with more values is a list, whose length seldom comes again: not worth keeping. */
const FEW = 100;
/** A question's lists are values themselves. A search asks in many ways, each within what may be seen. */
const FEW_OF_A_QUESTION = 400;

type Values = Parameters<Sql["unsafe"]>[1];
/** `prepare: false` where a pooler keeps nothing; `mode` is how a transaction begins, as in `begin`. */
type Ways = { prepare?: boolean; mode?: string | undefined };
type Work = (tx: TransactionSql) => unknown;

/** A pool has no more of them, and each may have been ended. */
const CONNECTIONS = 10;
/** Once a connection is said to be lost, its socket closes within this time. */
const CLOSES_WITHIN_MS = 1000;

/**
 * The same client, by which each statement with parameters is prepared once per connection. Drizzle
 * asks for it unprepared, and then the server parses and plans it each time, in one more round trip.
 * A connection that is lost in the middle of a transaction is an error of that transaction alone.
 */
export function preparing(client: Sql, { prepare = true, mode = "" }: Ways = {}): Sql {
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe") return unsafeOf(target, prepare);
      if (name !== "begin") return Reflect.get(target, name);
      return (work: Work) => {
        let used = false;
        const begin = () => {
          const life = new Life();
          const begun = target.begin(mode, (tx) => {
            used = true;
            return life.run(tx, work, prepare);
          });
          return begun.finally(() => life.end());
        };
        return afresh(begin, () => used);
      };
    },
  });
}

/**
 * Asks again as long as all that is answered is what ended an earlier connection: the library keeps
 * the server's last word, and fails with it the first statement after it has connected anew. Whatever
 * is asked must change nothing, unless `used` tells when it was begun.
 */
export async function afresh<T>(
  ask: () => Promise<T>,
  used: () => boolean = () => false,
): Promise<T> {
  for (let left = CONNECTIONS; left > 0; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isFatal(error) || used()) throw error;
    }
  }
  return ask();
}

/**
 * How long a transaction may be used. Once its connection is lost, the library would write the end of
 * the transaction to a socket that is gone, by which the process would end; so it is not told that the
 * work has ended. `begin` itself fails as soon as the socket closes.
 */
class Life {
  #over = false;
  readonly #ended = Promise.withResolvers<void>();

  end(): void {
    this.#over = true;
    this.#ended.resolve();
  }

  async run(tx: TransactionSql, work: Work, prepare: boolean): Promise<unknown> {
    try {
      const done = await work(this.#within(tx, prepare));
      return this.#over ? await forever() : done;
    } catch (error) {
      if (isLoss(error)) {
        await Promise.race([this.#ended.promise, sleep(CLOSES_WITHIN_MS, null, { ref: false })]);
      }
      if (!this.#over) throw error;
      return await forever();
    }
  }

  #within(tx: TransactionSql, prepare: boolean): TransactionSql {
    return new Proxy(tx, {
      get: (target, name) => {
        if (name !== "unsafe" && name !== "savepoint") return Reflect.get(target, name);
        if (this.#over) throw new Error("This transaction is over.");
        if (name === "unsafe") return unsafeOf(target, prepare);
        return (work: Work) => target.savepoint((inner) => this.run(inner, work, prepare));
      },
    });
  }
}

function forever(): Promise<never> {
  return new Promise(() => {});
}

function unsafeOf(client: Pick<Sql, "unsafe">, prepare: boolean) {
  return (text: string, values: Values = []) => {
    const few = /^\s*(?:select|with)\b/.test(text) ? FEW_OF_A_QUESTION : FEW;
    const keep = prepare && values.length > 0 && values.length <= few;
    return client.unsafe(text, values, { prepare: keep });
  };
}
