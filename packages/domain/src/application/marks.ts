import { among, type Given, prepared } from "@rubric/db";
import { type Recommendation, scorecardVersion } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { Seat } from "../scorecard/seal.ts";
import type { MarkView } from "./schemas.ts";

type Mark = z.infer<typeof MarkView>;

const versionsOf = prepared((db, of: Given<{ orgId: string; scorecardIds: readonly string[] }>) =>
  db
    .select({
      scorecardId: scorecardVersion.scorecardId,
      afterReading: scorecardVersion.afterReading,
      recommendation: scorecardVersion.recommendation,
    })
    .from(scorecardVersion)
    .where(
      and(
        eq(scorecardVersion.orgId, of.orgId),
        among(scorecardVersion.scorecardId, of.scorecardIds),
      ),
    )
    .orderBy(asc(scorecardVersion.number)),
);

/**
 * The recommendation of each scorecard: of its last version from before its author could read
 * another's (law 3). Call it with scorecards only that are open to the reader.
 */
export async function recommendationsOf(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  scorecardIds: readonly string[],
): Promise<ReadonlyMap<string, Recommendation | null>> {
  if (scorecardIds.length === 0) return new Map();
  const versions = await versionsOf(read, { orgId: org.id, scorecardIds });
  const found = new Map<string, Recommendation | null>();
  for (const one of versions) {
    if (!one.afterReading || !found.has(one.scorecardId)) {
      found.set(one.scorecardId, one.recommendation);
    }
  }
  return found;
}

/** The scorecards of a stage as marks; a sealed one shows that it is in and nothing else (law 1). */
export function marksOf(
  seats: readonly Seat[],
  open: ReadonlyMap<string, Recommendation | null>,
): Mark[] {
  const marks = seats.flatMap((seat): Mark[] => {
    const off = seat.interviewState === "cancelled" || seat.interviewState === "absent";
    if (seat.shadow || off) return [];
    if (seat.state === "submitted") {
      return [{ state: "in", recommendation: open.get(seat.scorecardId) ?? null }];
    }
    if (seat.state === "excused") return [{ state: "excused", recommendation: null }];
    if (seat.state === "void" || seat.state === "struck") return [];
    return [{ state: "owed", recommendation: null }];
  });
  const order = { in: 0, owed: 1, excused: 2 } as const;
  return marks.toSorted((a, b) => order[a.state] - order[b.state]);
}

/** The seats of one stage of an application. */
export function seatsAt(
  seats: readonly Seat[],
  applicationId: string,
  stageId: string,
): readonly Seat[] {
  return seats.filter((seat) => seat.applicationId === applicationId && seat.stageId === stageId);
}
