import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { INSTANCE_CHAIN } from "../src/audit/chain.ts";
import type { Actor, CommandCtx, Org, StaffMember, ReadCtx } from "../src/context.ts";
import { refuse } from "../src/errors.ts";
import { type Call, runCommand, runQuery } from "../src/execution/index.ts";
import { sessions } from "../src/identity/sessions.ts";
import { tokenHash } from "../src/identity/tokens.ts";
import { setPassword } from "../src/identity/set-password.ts";
import type { Permission } from "../src/permissions.ts";
import { type Limits, LIMITS } from "../src/limits.ts";
import { type Harness, stored } from "./harness.ts";

const INSTANCE: Org = { id: INSTANCE_CHAIN, slug: "", name: "Rubric" };
export const PASSWORD = "granite otter lantern plum";
const origin = {
  ip: "192.0.2.7",
  requestId: "test",
  userAgent: "Mozilla/5.0 (X11; Linux) Firefox/140.0",
};

/** A caller of the instance's own procedures: someone signed in, with their session, or anyone. */
export type Caller = { actor: Actor; sessionId: string | null };
export const ANYONE: Caller = { actor: { kind: "anyone" }, sessionId: null };

/** What a command answered, and the session tokens it handed to the browser. */
export type Outcome<T> = { answer: T; issued: (string | null)[] };

/** Calls an identity command the way the API does, and keeps the session it issues. */
export async function instanceCommand<I extends object, T>(
  harness: Harness,
  { actor, sessionId }: Caller,
  permission: Permission,
  verb: (ctx: CommandCtx, input: I) => Promise<T>,
  input: I,
  limits: Partial<Limits> = {},
): Promise<Outcome<T>> {
  const issued: (string | null)[] = [];
  const call: Call = {
    org: INSTANCE,
    origin,
    key: randomUUID(),
    sessionId,
    actor: async (_read, { sessionOpen }) =>
      sessionId === null || sessionOpen ? actor : refuse("UNAUTHENTICATED", {}),
    issueSession: (token) => issued.push(token),
  };
  let fresh: T | undefined;
  const answer = await runCommand<T>(
    { ...harness.deps, limits: { ...LIMITS, ...limits } },
    call,
    {
      permission,
      subjectId: null,
      input,
      key: "required",
      audit: "one",
      parse: (given) => fresh ?? stored(given),
    },
    async (ctx) => (fresh = await verb(ctx, input)),
  );
  return { answer, issued };
}

/** Calls an identity query the way the API does. */
export async function instanceQuery<I extends object, T>(
  harness: Harness,
  { actor, sessionId }: Caller,
  permission: Permission,
  verb: (ctx: ReadCtx, input: I) => Promise<T>,
  input: I,
): Promise<T> {
  return runQuery(
    harness.deps,
    { org: INSTANCE, origin, key: null, sessionId, actor: async () => actor },
    { permission, subjectId: null },
    (ctx) => verb(ctx, input),
  );
}

/** Gives a member of the cast the common password; returns their address. */
export async function givePassword(
  harness: Pick<Harness, "within">,
  org: Org,
  one: StaffMember,
): Promise<string> {
  await harness.within(org.id, (tx) => setPassword(tx, one.accountId, PASSWORD, new Date()));
  return `${one.name.toLowerCase()}@${org.slug}.test`;
}

/** Opens a session for a member's account, as a sign-in from another browser would. */
export async function openSession(
  harness: Pick<Harness, "connection">,
  accountId: string,
): Promise<{ token: string; caller: Caller }> {
  const { db } = harness.connection;
  const token = await sessions(db).open(accountId, origin, new Date());
  const sessionId = tokenHash(token);
  if (!(await isOpen(harness, token))) throw new Error("The session did not open.");
  return { token, caller: { actor: { kind: "account", accountId }, sessionId } };
}

/** Whether the cookie's token still opens a session. */
export async function isOpen(
  harness: Pick<Harness, "connection">,
  token: string,
): Promise<boolean> {
  const hash = tokenHash(token);
  return (await sessions(harness.connection.db).validate([hash])).has(hash);
}

/** The instance's audit entries about one subject, oldest first, as their actions. */
export async function instanceActions(harness: Harness, subjectId: string): Promise<string[]> {
  const rows = await harness.within(INSTANCE_CHAIN, (tx) =>
    tx.execute(
      sql`select action from audit_entry where subject_id = ${subjectId} order by sequence`,
    ),
  );
  return rows.map((row) => String(row.action));
}
