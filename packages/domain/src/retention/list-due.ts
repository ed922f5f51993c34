import { candidate } from "@rubric/db/schema";
import { and, asc, count, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import { ownApplications } from "../audit/own-applications.ts";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import { type Keeping, keepingOf } from "./keeping.ts";
import type { DueListView, ListDueInput } from "./schemas.ts";

const PAGE = 500;

/**
 * What is due next by day, job and reason: how many applications, and nobody's name. Looks through
 * the next 500 people, who came first first; the same day, job and reason may come on later pages.
 */
export async function listDue(
  ctx: ReadCtx,
  input: z.infer<typeof ListDueInput>,
): Promise<DueListView> {
  const { read, org } = ctx;
  const held = and(eq(candidate.orgId, org.id), isNull(candidate.erasedAt));
  const hidden = await ownApplications(ctx);
  const found = await read
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(held, input.cursor == null ? undefined : gt(candidate.id, input.cursor)))
    .orderBy(asc(candidate.id))
    .limit(PAGE + 1);
  const ids = found.slice(0, PAGE).map(({ id }) => id);
  const [all] = await read.select({ people: count() }).from(candidate).where(held);
  const keepings = await keepingOf(ctx, ids);
  return {
    due: dueView(keepings.filter((one) => !hidden.jobIds.has(one.jobId))),
    looked: ids.length,
    people: all?.people ?? 0,
    nextCursor: found.length > PAGE ? (ids.at(-1) ?? null) : null,
  };
}

function dueView(keepings: readonly Keeping[]): DueListView["due"] {
  const dated = keepings.filter((one) => one.until !== null && one.verdict !== "erase");
  const groups = Map.groupBy(
    dated,
    (one) => `${toInstant(one.until)?.slice(0, 10)} ${one.jobId} ${one.why}`,
  );
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first?.until == null
        ? []
        : [
            {
              on: toInstant(first.until).slice(0, 10),
              jobId: first.jobId,
              job: first.jobTitle,
              why: first.why,
              applications: rest.length + 1,
              conflict: first.bounds.conflict,
            },
          ],
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
