import { applicationEvent } from "@rubric/db/schema";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { ApplicationRow } from "./rows.ts";
import type { ReadCtx } from "../context.ts";
import { notToldOf } from "./told.ts";

/** An application as its candidate may know it. */
export type Known = {
  state: ApplicationRow["state"];
  nextWordAt: Date | null;
  /** Whether they know all that there is: false while a rejection is not told. */
  told: boolean;
};

type Row = Pick<ApplicationRow, "id" | "state" | "nextWordAt">;

/**
 * What the candidate of these applications knows of them: a rejection once its e-mail has left,
 * and until then what stood there before it.
 */
export async function knownTo(
  ctx: Pick<ReadCtx, "read" | "org">,
  rows: readonly Row[],
): Promise<(row: Row) => Known> {
  const rejected = rows.filter((row) => row.state === "rejected").map((row) => row.id);
  const untold = await notToldOf(ctx, "application.rejected", rejected);
  const before = await beforeRejection(ctx, [...untold]);
  return (row) =>
    untold.has(row.id)
      ? { ...(before.get(row.id) ?? { state: "active", nextWordAt: null }), told: false }
      : { state: row.state, nextWordAt: row.nextWordAt, told: true };
}

async function beforeRejection(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationIds: string[],
): Promise<ReadonlyMap<string, Omit<Known, "told">>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await ctx.read
    .selectDistinctOn([applicationEvent.applicationId], {
      id: applicationEvent.applicationId,
      facts: applicationEvent.facts,
    })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.orgId, ctx.org.id),
        eq(applicationEvent.kind, "application.rejected"),
        inArray(applicationEvent.applicationId, applicationIds),
      ),
    )
    .orderBy(applicationEvent.applicationId, desc(applicationEvent.at), desc(applicationEvent.id));
  return new Map(
    rows.map(({ id, facts: { wasState, wasNextWordAt } }) => [
      id,
      {
        state: wasState === "on_hold" || wasState === "hired" ? wasState : "active",
        nextWordAt: typeof wasNextWordAt === "string" ? new Date(wasNextWordAt) : null,
      },
    ]),
  );
}
