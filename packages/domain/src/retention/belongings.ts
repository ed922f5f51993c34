import type { Reader } from "@rubric/db";
import {
  adjustment,
  application,
  debrief,
  decision,
  file,
  interview,
  note,
  offer,
  scorecard,
} from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";

/** The ids of everything that was ever about one person. */
export type Belongings = {
  candidateId: string;
  applicationIds: string[];
  interviewIds: string[];
  scorecardIds: string[];
  debriefIds: string[];
  decisionIds: string[];
  offerIds: string[];
  noteIds: string[];
  adjustmentIds: string[];
  fileIds: string[];
};

/** Finds what belongs to a person in an organization. */
export async function belongingsOf(
  read: Reader,
  orgId: string,
  candidateId: string,
): Promise<Belongings> {
  const applications = await read
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.orgId, orgId), eq(application.candidateId, candidateId)));
  const applicationIds = applications.map(({ id }) => id);
  type Table =
    | typeof interview
    | typeof scorecard
    | typeof debrief
    | typeof decision
    | typeof offer
    | typeof note
    | typeof adjustment;
  const of = async (table: Table) => {
    if (applicationIds.length === 0) return [];
    const rows = await read
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.orgId, orgId), inArray(table.applicationId, applicationIds)));
    return rows.map(({ id }) => id);
  };
  const files = await read
    .select({ id: file.id })
    .from(file)
    .where(and(eq(file.orgId, orgId), eq(file.candidateId, candidateId)));
  return {
    candidateId,
    applicationIds,
    interviewIds: await of(interview),
    scorecardIds: await of(scorecard),
    debriefIds: await of(debrief),
    decisionIds: await of(decision),
    offerIds: await of(offer),
    noteIds: await of(note),
    adjustmentIds: await of(adjustment),
    fileIds: files.map(({ id }) => id),
  };
}

/** All of those ids in one list, the person's own included. */
export function allIds(of: Belongings): string[] {
  const { candidateId, ...lists } = of;
  return [candidateId, ...Object.values(lists).flat()];
}
