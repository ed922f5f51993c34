import { randomUUID } from "node:crypto";
import { connect, type Connection, connectReader, newId } from "@rubric/db";
import { createTestDatabase, type TestDatabase } from "@rubric/db/test-database";
import { auditEntry } from "@rubric/db/schema";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { Actor, CommandCtx, Org, StaffMember, ReadCtx } from "../src/context.ts";
import type { Role } from "../src/duties.ts";
import { type ErrorCode, Refused } from "../src/errors.ts";
import {
  type Call,
  type Deps,
  type Look,
  makeReaders,
  type Readers,
  runCommand,
  runLook,
  runQuery,
  type Texts,
} from "../src/execution/index.ts";
import { type Permission, permissionRow, SUBJECT_FIELD } from "../src/permissions.ts";
import { LIMITS } from "../src/limits.ts";
import type { QueueName, Tx } from "@rubric/db";

type EnqueuedJob = {
  queue: QueueName;
  id: string;
  orgId: string | null;
  after: Date | null;
};

/** A database of its own for a test file, and the ways into it. */
export type Harness = {
  database: TestDatabase;
  connection: Connection;
  deps: Deps;
  /** Jobs put into queues so far, of transactions that were committed or not. */
  jobs: EnqueuedJob[];
  /** Sets the clock of every later call; null gives it back to the database. */
  setClock(at: Date | null): void;
  /** Writes rows as `rubric_api` inside the organization; for factories only. */
  within<T>(orgId: string, write: (tx: Tx) => Promise<T>): Promise<T>;
};

/**
 * Opens a migrated database for this test file and closes it afterwards. So many calls as there are
 * `connections` meet in the database at once; the others wait in front of it.
 */
export function useHarness({ connections = 32 } = {}): Harness {
  let clock: Date | null = null;
  const jobs: EnqueuedJob[] = [];
  const state: {
    database?: TestDatabase;
    connection?: Connection;
    reader?: Connection;
    readers?: Readers;
  } = {};
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The database is opened in beforeAll.");
    return value;
  };
  beforeAll(async () => {
    state.database = await createTestDatabase();
    state.connection = connect(state.database.apiUrl, { max: connections });
    state.reader = connectReader(state.database.readerUrl, { max: connections });
    state.readers = makeReaders(state.reader);
  });
  afterAll(async () => {
    await Promise.all([state.connection?.close(), state.reader?.close()]);
    await state.database?.drop();
  });
  return {
    get database() {
      return need(state.database);
    },
    get connection() {
      return need(state.connection);
    },
    get deps(): Deps {
      const at = clock;
      return {
        db: need(state.connection).db,
        look: need(state.connection).look,
        readers: need(state.readers),
        limits: LIMITS,
        enqueue: async (_tx, queue, payload, options) => {
          jobs.push({ queue, ...payload, after: options.after ?? null });
        },
        ...(at === null ? {} : { now: () => at }),
      };
    },
    jobs,
    setClock: (at) => {
      clock = at;
    },
    within: (orgId, write) =>
      need(state.connection).db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
        return write(tx);
      }),
  };
}

/** Makes a member actor. */
export function memberActor(
  memberId: string,
  roles: readonly Role[],
  name = "A Member",
): StaffMember {
  return { kind: "member", memberId, accountId: newId(), name, roles };
}

const origin = { ip: "127.0.0.1", requestId: "test", userAgent: "vitest" };

function subjectIdOf(permission: Permission, input: object): string | null {
  const { on } = permissionRow(permission);
  if (on === "instance" || on === "org") return null;
  const value: unknown = new Map(Object.entries(input)).get(SUBJECT_FIELD[on]);
  return typeof value === "string" ? value : null;
}

/** Has the call's first statement look for a member's ties, as it does for who comes with a session. */
function calledBy(actor: Actor): Pick<Call, "who" | "actor"> {
  const by = async () => actor;
  if (actor.kind !== "member") return { actor: by };
  return { who: { by: "member", id: actor.memberId }, actor: by };
}

/** Calls a command verb the way the API does: authorized, audited, once per key. */
export async function command<I extends object, T>(
  harness: Harness,
  org: Org,
  actor: Actor,
  permission: Permission,
  verb: (ctx: CommandCtx, input: I) => Promise<T>,
  input: I,
  options: { key?: string } = {},
): Promise<T> {
  let fresh: T | undefined;
  return runCommand<T>(
    harness.deps,
    { org, origin, key: options.key ?? randomUUID(), ...calledBy(actor) },
    {
      permission,
      subjectId: subjectIdOf(permission, input),
      input,
      key: "required",
      audit: permission.endsWith(".saveDraft") ? "none" : "one",
      parse: (answer) => fresh ?? stored(answer),
    },
    async (ctx) => (fresh = await verb(ctx, input)),
  );
}

/** An answer kept under its key came from the same verb, so it has the same type. */
export function stored<T>(answer: unknown): T {
  return answer as T;
}

/** Calls a query verb the way the API does. */
export async function query<I extends object, T>(
  harness: Harness,
  org: Org,
  actor: Actor,
  permission: Permission,
  verb: (ctx: ReadCtx, input: I) => Promise<T>,
  input: I,
): Promise<T> {
  return runQuery(
    harness.deps,
    { org, origin, key: null, ...calledBy(actor) },
    { permission, subjectId: subjectIdOf(permission, input) },
    (ctx) => verb(ctx, input),
  );
}

/** Calls a query verb that is one question the way the API does. */
export async function look<I extends object, V, R extends Texts>(
  harness: Harness,
  org: Org,
  actor: Actor,
  permission: Permission,
  verb: Look<I, V, R>,
  input: I,
): Promise<V> {
  const call = { org, origin, key: null, ...calledBy(actor) };
  const options = { permission, subjectId: subjectIdOf(permission, input) };
  return runLook(harness.deps, call, options, verb, input);
}

/** The code with which a call was refused; fails if it was not. */
export async function refusal(call: Promise<unknown>): Promise<ErrorCode> {
  const outcome = await call.then(
    () => "accepted" as const,
    (error: unknown) => error,
  );
  if (outcome instanceof Refused) return outcome.denial.code;
  throw outcome === "accepted" ? new Error("The call was accepted.") : outcome;
}

/** The audit entries of an organization, oldest first. */
export async function auditTrail(harness: Harness, orgId: string) {
  return harness.within(orgId, (tx) =>
    tx
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.orgId, orgId))
      .orderBy(asc(auditEntry.sequence)),
  );
}
