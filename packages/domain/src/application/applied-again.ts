import { type Given, prepared } from "@rubric/db";
import { application } from "@rubric/db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { ApplicationRow } from "./rows.ts";

type Of = { orgId: string; id: string; candidateId: string; jobId: string };

const anotherUnderWay = prepared((db, of: Given<Of>) =>
  db
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        eq(application.orgId, of.orgId),
        eq(application.candidateId, of.candidateId),
        eq(application.jobId, of.jobId),
        ne(application.id, of.id),
        inArray(application.state, ["active", "on_hold"]),
      ),
    )
    .limit(1),
);

/** Whether the person has another application to the same job under way. */
export async function appliedAgain(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  { id, candidateId, jobId }: Pick<ApplicationRow, "id" | "candidateId" | "jobId">,
): Promise<boolean> {
  const rows = await anotherUnderWay(read, { orgId: org.id, id, candidateId, jobId });
  return rows.length > 0;
}
