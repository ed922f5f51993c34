import { application } from "@rubric/db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { ApplicationRow } from "./rows.ts";

/** Whether the person has another application to the same job under way. */
export async function appliedAgain(
  ctx: Pick<ReadCtx, "read" | "org">,
  row: Pick<ApplicationRow, "id" | "candidateId" | "jobId">,
): Promise<boolean> {
  const rows = await ctx.read
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.candidateId, row.candidateId),
        eq(application.jobId, row.jobId),
        ne(application.id, row.id),
        inArray(application.state, ["active", "on_hold"]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
