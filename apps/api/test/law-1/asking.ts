import { randomUUID } from "node:crypto";
import type { Database } from "@rubric/db";
import { LIMITS } from "@rubric/domain/limits";
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import { UNNAMED } from "../../src/contract/meeting.ts";
import { makeContext } from "../../src/context.ts";
import { type ErrorData, errorData } from "../../src/refusal.ts";
import { appRouter } from "../../src/router.ts";
import type { TestApi } from "../api.ts";
import type { Procedure } from "../census.ts";
import type { Who } from "../outcome.ts";

export type Answer = { data: unknown; error: null } | { data: null; error: ErrorData };

/** Calls a procedure as the API does: whole, with the error as it leaves. */
export type Ask = (
  who: Who,
  to: Pick<Procedure, "path" | "type">,
  input: unknown,
  at: Date,
) => Promise<Answer>;

/** Calls on the API's database; those that keep nothing leave the rows as they found them. */
export function askerOf(api: TestApi, { keeps }: { keeps: boolean }): Ask {
  const { db: real } = api.connection;
  const lent = {
    db: keeps ? real : keepingNothing(real),
    look: api.connection.look,
    readers: api.readers,
    limits: LIMITS,
    enqueue: async () => {},
  };
  return async (who, { path, type }, input, at) => {
    const unexpected: unknown[] = [];
    const ctx = makeContext(
      { ...lent, now: () => at },
      {
        ...who,
        origin: { ip: "192.0.2.1", requestId: "law-1", userAgent: "" },
        key: randomUUID(),
        calls: 1,
        tell: () => {},
        issueSession: () => {},
      },
      {
        limit: { spend: async () => {}, trust: async () => {} },
        contract: UNNAMED,
        log: ({ error, message }) => unexpected.push(error ?? message),
      },
    );
    try {
      const data: unknown = await callTRPCProcedure({
        router: appRouter,
        path,
        type,
        getRawInput: async () => input,
        ctx,
        signal: undefined,
        batchIndex: 0,
      });
      return { data, error: null };
    } catch (error) {
      if (!(error instanceof TRPCError)) throw error;
      const [cause] = unexpected;
      if (cause !== undefined) throw new Error(`${path} failed.`, { cause });
      return { data: null, error: errorData(error, "law-1") };
    }
  };
}

class Undone extends Error {}

/** The same database, every transaction of which is rolled back once its answer is known. */
function keepingNothing(db: Database): Database {
  const transaction: Database["transaction"] = async (work, config) => {
    const answers: Awaited<ReturnType<typeof work>>[] = [];
    await db
      .transaction(async (tx) => {
        answers.push(await work(tx));
        throw new Undone();
      }, config)
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    for (const answer of answers.slice(-1)) return answer;
    throw new Error("The transaction gave no answer.");
  };
  return new Proxy(db, {
    get: (target, name) => (name === "transaction" ? transaction : Reflect.get(target, name)),
  });
}
