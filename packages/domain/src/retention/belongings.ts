import type { Reader } from "@rubric/db";
import {
  adjustment,
  application,
  applicationEvent,
  debrief,
  decision,
  file,
  interview,
  note,
  offer,
  scorecard,
} from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";

/** The ids of what was ever about one person, or about some of their applications. */
export type Belongings = {
  candidateId: string;
  /** The person themselves, with everything; else some of their applications. */
  whole: boolean;
  applicationIds: string[];
  interviewIds: string[];
  scorecardIds: string[];
  debriefIds: string[];
  decisionIds: string[];
  offerIds: string[];
  noteIds: string[];
  adjustmentIds: string[];
  eventIds: string[];
  fileIds: string[];
};

/** Finds what belongs to a person in an organization; with `only`, to these of their applications. */
export async function belongingsOf(
  read: Reader,
  orgId: string,
  candidateId: string,
  only?: readonly string[],
): Promise<Belongings> {
  const applications = await read
    .select({ id: application.id, cvFileId: application.cvFileId })
    .from(application)
    .where(and(eq(application.orgId, orgId), eq(application.candidateId, candidateId)));
  const chosen = applications.filter(({ id }) => only === undefined || only.includes(id));
  const applicationIds = chosen.map(({ id }) => id);
  type Table =
    | typeof interview
    | typeof scorecard
    | typeof debrief
    | typeof decision
    | typeof offer
    | typeof note
    | typeof adjustment
    | typeof applicationEvent;
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
  const used = (rows: readonly { cvFileId: string | null }[]) =>
    new Set(rows.map((row) => row.cvFileId));
  const mine = used(chosen);
  const others = used(applications.filter((row) => !chosen.includes(row)));
  return {
    candidateId,
    whole: only === undefined,
    applicationIds,
    interviewIds: await of(interview),
    scorecardIds: await of(scorecard),
    debriefIds: await of(debrief),
    decisionIds: await of(decision),
    offerIds: await of(offer),
    noteIds: await of(note),
    adjustmentIds: await of(adjustment),
    eventIds: await of(applicationEvent),
    fileIds: files
      .map(({ id }) => id)
      .filter((id) => only === undefined || (mine.has(id) && !others.has(id))),
  };
}

/** All of those ids in one list, the person's own included if it is about all of them. */
export function allIds(of: Belongings): string[] {
  const { candidateId, whole, ...lists } = of;
  return [...(whole ? [candidateId] : []), ...Object.values(lists).flat()];
}
