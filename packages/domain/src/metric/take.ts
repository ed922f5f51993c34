import type { Tx } from "@rubric/db";
import { metricLogin, metricSource } from "@rubric/db/schema";
import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import { z } from "zod";
import { todayOf } from "../check-in/access.ts";
import type { Deps } from "../execution/deps.ts";
import { STRICT } from "../webhook/destination.ts";
import { openSecret, UnreadableSecret } from "../webhook/secret.ts";
import type { SourceRow } from "./access.ts";
import { type Window, windowsOn } from "./periods.ts";

export type TakeDeps = Pick<Deps, "db" | "webhooks" | "now">;

type Job = { orgId: string; id: string };

/** A source that this worker has begun to ask, and is the only one to have begun. */
export type TakenSource = {
  orgId: string;
  sourceId: string;
  kind: SourceRow["kind"];
  baseUrl: string;
  project: string;
  /** Null: it was encrypted with another key than the operator's. */
  secret: string | null;
  logins: { memberId: string; login: string }[];
  windows: Window[];
  at: Date;
  claimedUntil: Date;
};

const CLAIM_MINUTES = 10;
const WEEK_MS = 7 * 86_400_000;
const Now = z.tuple([z.object({ now: z.coerce.date() })]);

async function inside<T>(deps: TakeDeps, orgId: string, work: (tx: Tx, at: Date) => Promise<T>) {
  return deps.db.transaction(async (tx) => {
    const rows = await tx.execute(
      sql`select set_config('app.org', ${orgId}, true), transaction_timestamp() as now`,
    );
    const [{ now }] = Now.parse([...rows]);
    return work(tx, deps.now?.() ?? now);
  });
}

/**
 * Begins to ask a source that is due: of any number of workers one gets it. Null if it is not due,
 * was taken, or knows nobody. One that was begun and never settled is begun again ten minutes later.
 */
export async function takeSource(deps: TakeDeps, job: Job): Promise<TakenSource | null> {
  return inside(deps, job.orgId, async (tx, at) => {
    const claimedUntil = new Date(at.getTime() + CLAIM_MINUTES * 60_000);
    const [row] = await tx
      .update(metricSource)
      .set({ claimedUntil })
      .where(and(eq(metricSource.orgId, job.orgId), eq(metricSource.id, job.id), isDue(at)))
      .returning();
    if (row === undefined) return null;
    const its = and(eq(metricLogin.orgId, job.orgId), eq(metricLogin.sourceId, job.id));
    const logins = await tx
      .select({ memberId: metricLogin.memberId, login: metricLogin.login })
      .from(metricLogin)
      .where(its);
    if (logins.length === 0) {
      const nextAt = new Date(at.getTime() + WEEK_MS);
      await tx
        .update(metricSource)
        .set({ nextAt, claimedUntil: null })
        .where(and(eq(metricSource.orgId, job.orgId), eq(metricSource.id, job.id)));
      return null;
    }
    const today = await todayOf({ read: tx, org: { id: job.orgId }, clock: at });
    return {
      orgId: job.orgId,
      sourceId: row.id,
      kind: row.kind,
      baseUrl: row.baseUrl,
      project: row.project,
      secret: secretOf(deps, row),
      logins,
      windows: windowsOn(today),
      at,
      claimedUntil,
    };
  });
}

/** Sources of an organization that are due: once a week, or once somebody asked. */
export async function dueSources(deps: TakeDeps, orgId: string): Promise<string[]> {
  return inside(deps, orgId, async (tx, at) => {
    const rows = await tx
      .select({ id: metricSource.id })
      .from(metricSource)
      .where(and(eq(metricSource.orgId, orgId), isDue(at)));
    return rows.map(({ id }) => id);
  });
}

function isDue(at: Date) {
  return and(
    eq(metricSource.state, "active"),
    lte(metricSource.nextAt, at),
    or(isNull(metricSource.claimedUntil), lt(metricSource.claimedUntil, at)),
  );
}

function secretOf(deps: TakeDeps, row: SourceRow): string | null {
  try {
    return openSecret(row.secret, (deps.webhooks ?? STRICT).key, row.id);
  } catch (error) {
    if (error instanceof UnreadableSecret) return null;
    throw error;
  }
}
