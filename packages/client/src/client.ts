import { rowsOf } from "./pages.ts";
import { type Connection, type Send, sender } from "./send.ts";
import type { RubricClient } from "./types.ts";

/**
 * A client of Rubric's API: `await rubric.job.list.query({ … })`, `await rubric.candidate.add.mutate({ … })`,
 * `for await (const row of rubric.job.list.pages({ … }))`. Throws `RubricError` for a refusal,
 * `RubricSkewError` where client and server are of releases that differ, `RubricNoAnswerError`
 * where nobody answered.
 */
export function createRubricClient(connection: Connection): RubricClient {
  return typed(callsAt([], sender(connection)));
}

/** The proxy has each path that the types have; that types and paths agree is the contract's to say. */
function typed(proxy: object): RubricClient {
  return proxy as RubricClient;
}

function callsAt(path: readonly string[], send: Send): object {
  const parts = new Map<string, object>();
  const at = path.slice(0, -1).join(".");
  return new Proxy(() => {}, {
    get: (_target, key) => {
      // Whatever has `then` would be awaited as a promise.
      if (typeof key !== "string" || key === "then") return undefined;
      if (key === "path") return path.join(".");
      const part = parts.get(key) ?? callsAt([...path, key], send);
      parts.set(key, part);
      return part;
    },
    apply: (_target, _this, [input = {}, options = {}]) => {
      switch (path.at(-1)) {
        case "query":
          return send("query", at, input, options);
        case "mutate":
          return send("mutation", at, input, options);
        case "pages":
          return rowsOf(at, input, (page) => send("query", at, page, options));
        default:
          throw new TypeError(`${path.join(".")} is called by query, mutate or pages.`);
      }
    },
  });
}
