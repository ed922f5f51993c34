import type { Reader } from "@rubric/db";
import { application, exposure } from "@rubric/db/schema";
import { aliasedTable, and, count, eq, exists, gt, lte, ne, type SQL, sql } from "drizzle-orm";
import type { Count } from "../statistics/proportion.ts";
import type { ExperimentRow } from "./access.ts";
import type { Metric, Subject } from "./subjects.ts";

/** By variant: how many were exposed, and of how many the metric holds up to an instant. */
export async function measure(
  read: Reader,
  of: Pick<ExperimentRow, "orgId" | "id" | "subject" | "metric">,
  upTo: Date,
): Promise<ReadonlyMap<string, Count>> {
  const holds = conditionOf(read, of.metric === "withdrew" ? "withdrew" : "applied_again", {
    subject: of.subject === "application" ? "application" : "candidate",
    upTo,
  });
  const rows = await read
    .select({
      variant: exposure.variant,
      total: count(),
      of: sql<number>`count(*) filter (where ${holds})`.mapWith(Number),
    })
    .from(exposure)
    .where(and(eq(exposure.orgId, of.orgId), eq(exposure.experimentId, of.id)))
    .groupBy(exposure.variant);
  return new Map(rows.map(({ variant, ...one }) => [variant, one]));
}

function conditionOf(
  read: Reader,
  metric: Metric,
  { subject, upTo }: { subject: Subject; upTo: Date },
): SQL {
  const own = aliasedTable(application, "own");
  const ofSubject =
    subject === "application"
      ? eq(own.id, exposure.subjectId)
      : eq(own.candidateId, exposure.subjectId);
  if (metric === "withdrew") {
    return exists(
      read
        .select({ one: sql`1` })
        .from(own)
        .where(
          and(
            eq(own.orgId, exposure.orgId),
            ofSubject,
            eq(own.state, "withdrawn"),
            gt(own.endedAt, exposure.at),
            lte(own.endedAt, upTo),
          ),
        ),
    );
  }
  const again = aliasedTable(application, "again");
  return exists(
    read
      .select({ one: sql`1` })
      .from(again)
      .innerJoin(
        own,
        and(eq(own.orgId, again.orgId), eq(own.candidateId, again.candidateId), ofSubject),
      )
      .where(
        and(
          eq(again.orgId, exposure.orgId),
          ne(again.id, own.id),
          gt(again.createdAt, exposure.at),
          lte(again.createdAt, upTo),
        ),
      ),
  );
}
