import { candidate, erasure } from "@rubric/db/schema";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { keepingOf } from "./keeping.ts";
import { restrictedOf } from "./wall.ts";

const PAGE = 500;

/** Requests whose time has come, people of whom something is due, and where to look on. */
export type Due = { erasureIds: string[]; candidateIds: string[]; next: string | null };

/**
 * Looks through the next 500 people for what law 10 demands today: something to erase, or to
 * restrict. As `rubric_retention`, who sees what is restricted already.
 */
export async function findDue(ctx: ReadCtx, input: { after: string | null }): Promise<Due> {
  const { read, org } = ctx;
  const people = await read
    .select({ id: candidate.id })
    .from(candidate)
    .where(
      and(
        eq(candidate.orgId, org.id),
        isNull(candidate.erasedAt),
        input.after === null ? undefined : gt(candidate.id, input.after),
      ),
    )
    .orderBy(asc(candidate.id))
    .limit(PAGE);
  const ids = people.map(({ id }) => id);
  const keepings = await keepingOf(ctx, ids);
  const stays = keepings.filter((one) => one.verdict === "restrict");
  const known = await restrictedOf(
    read,
    org.id,
    stays.map((one) => one.applicationId),
  );
  const due = new Set(
    keepings
      .filter(
        ({ verdict, applicationId }) =>
          verdict === "erase" || (verdict === "restrict" && !known.has(applicationId)),
      )
      .map((one) => one.candidateId),
  );
  const waiting = await read
    .select({ id: erasure.id, candidateId: erasure.candidateId })
    .from(erasure)
    .where(and(eq(erasure.orgId, org.id), eq(erasure.state, "waiting")));
  const asked = new Map(waiting.map((one) => [one.candidateId, one.id]));
  return {
    erasureIds: [...due].flatMap((id) => asked.get(id) ?? []),
    candidateIds: [...due].filter((id) => !asked.has(id)),
    next: people.length < PAGE ? null : (ids.at(-1) ?? null),
  };
}

/** Whether an id is that of an erasure. */
export async function erasureExists({ read, org }: ReadCtx, id: string): Promise<boolean> {
  const rows = await read
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(eq(erasure.orgId, org.id), eq(erasure.id, id)));
  return rows.length > 0;
}
