import type { Sql, TransactionSql } from "postgres";

/** A statement with more values is a list, whose length seldom comes again: not worth keeping. */
const FEW = 100;
/** A question's lists are values themselves. A search asks in many ways, each within what may be seen. */
const FEW_OF_A_QUESTION = 400;

type Values = Parameters<Sql["unsafe"]>[1];
type Work<T> = (tx: TransactionSql) => T | Promise<T>;

/** `prepare: false` where a pooler keeps nothing; `mode` is how a transaction begins, as in `begin`. */
type Ways = { prepare?: boolean; mode?: string | undefined };

/**
 * The same client, by which each statement with parameters is prepared once per connection. Drizzle
 * asks for it unprepared, and then the server parses and plans it each time, in one more round trip.
 */
export function preparing(client: Sql, { prepare = true, mode = "" }: Ways = {}): Sql {
  const within = (tx: TransactionSql) => (prepare ? preparingWithin(tx) : tx);
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe" && prepare) return unsafeOf(target);
      if (name !== "begin") return Reflect.get(target, name);
      return <T>(work: Work<T>) => target.begin(mode, (tx) => work(within(tx)));
    },
  });
}

function preparingWithin(tx: TransactionSql): TransactionSql {
  return new Proxy(tx, {
    get(target, name) {
      if (name === "unsafe") return unsafeOf(target);
      if (name !== "savepoint") return Reflect.get(target, name);
      return <T>(work: Work<T>) => target.savepoint((inner) => work(preparingWithin(inner)));
    },
  });
}

function unsafeOf(client: Pick<Sql, "unsafe">) {
  return (text: string, values: Values = []) => {
    const few = /^\s*(?:select|with)\b/.test(text) ? FEW_OF_A_QUESTION : FEW;
    return client.unsafe(text, values, { prepare: values.length > 0 && values.length <= few });
  };
}
