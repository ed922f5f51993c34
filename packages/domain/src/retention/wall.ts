import type { Reader, Tx } from "@rubric/db";
import { restriction } from "@rubric/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "../context.ts";
import { allIds, type Belongings } from "./belongings.ts";

/**
 * Law 10: what is restricted is read by no member. Row-level security keeps it from every query
 * (`packages/db/src/secure.ts`); this file says who passes: the person themselves, in their own
 * calls and e-mails, and the erasure job, whose role has no wall.
 */
export async function passWall(read: Reader, actor: Actor): Promise<void> {
  if (actor.kind === "candidate") await passAs(read, actor.candidateId);
}

/** From here on this transaction reads what is restricted of one person, for their own eyes. */
export async function passAs(read: Reader, candidateId: string): Promise<void> {
  await read.execute(sql`select set_config('app.person', ${candidateId}, true)`);
}

/** Looks through the wall for one question whose answer reaches nobody but the person themselves. */
export async function throughWall<T>(read: Reader, look: () => Promise<T>): Promise<T> {
  await read.execute(sql`select set_config('app.person', 'all', true)`);
  const found = await look();
  await read.execute(sql`select set_config('app.person', '', true)`);
  return found;
}

/** Puts what belongs to a person, or to some of their applications, behind the wall. */
export async function restrict(tx: Tx, orgId: string, of: Belongings, at: Date): Promise<number> {
  const { candidateId } = of;
  const kind = (id: string) =>
    id === candidateId
      ? ("candidate" as const)
      : of.applicationIds.includes(id)
        ? ("application" as const)
        : ("part" as const);
  const rows = allIds(of).map((id) => ({ orgId, subjectId: id, candidateId, kind: kind(id), at }));
  if (rows.length === 0) return 0;
  const made = await tx
    .insert(restriction)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: restriction.subjectId });
  return made.length;
}

/** Which of these ids are behind the wall. */
export async function restrictedOf(
  read: Reader,
  orgId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await read
    .select({ id: restriction.subjectId })
    .from(restriction)
    .where(and(eq(restriction.orgId, orgId), inArray(restriction.subjectId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}
