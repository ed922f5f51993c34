import type { Reader } from "@rubric/db";
import {
  competency,
  criterion,
  decision,
  decisionGround,
  member,
  type RatingsRecord,
  stage,
} from "@rubric/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import type { DecisionView } from "./schemas.ts";

export type DecisionRow = typeof decision.$inferSelect;

/** A decision of an application, or NOT_FOUND. */
export async function requireDecision(
  read: Reader,
  orgId: string,
  applicationId: string,
  decisionId: string,
): Promise<DecisionRow> {
  const [row] = await read
    .select()
    .from(decision)
    .where(
      and(
        eq(decision.orgId, orgId),
        eq(decision.applicationId, applicationId),
        eq(decision.id, decisionId),
      ),
    );
  return row ?? refuse("NOT_FOUND", {});
}

/** The stage that was decided after this decision and still stands, or null. */
export async function laterStageOf(
  read: Reader,
  orgId: string,
  of: DecisionRow,
): Promise<string | null> {
  const [latest] = await read
    .select({ id: decision.id, stage: stage.name })
    .from(decision)
    .innerJoin(stage, and(eq(stage.orgId, decision.orgId), eq(stage.id, decision.stageId)))
    .where(
      and(
        eq(decision.orgId, orgId),
        eq(decision.applicationId, of.applicationId),
        eq(decision.state, "recorded"),
      ),
    )
    .orderBy(desc(decision.decidedAt), desc(decision.id))
    .limit(1);
  return latest === undefined || latest.id === of.id ? null : latest.stage;
}

/** The decisions of an application, newest first, without what one may do about them. */
export async function decisionsOf(
  read: Reader,
  orgId: string,
  applicationId: string,
  levels: readonly { key: string; name: string }[],
): Promise<Omit<DecisionView, "mayReverse">[]> {
  const rows = await read
    .select({ row: decision, stage: stage.name, by: member.name })
    .from(decision)
    .innerJoin(stage, and(eq(stage.orgId, decision.orgId), eq(stage.id, decision.stageId)))
    .innerJoin(member, and(eq(member.orgId, decision.orgId), eq(member.id, decision.decidedBy)))
    .where(and(eq(decision.orgId, orgId), eq(decision.applicationId, applicationId)))
    .orderBy(desc(decision.decidedAt), desc(decision.id));
  if (rows.length === 0) return [];
  const names = await criterionNames(
    read,
    orgId,
    rows.map(({ row }) => row),
  );
  const people = await memberNames(
    read,
    orgId,
    rows.map(({ row }) => row),
  );
  const grounds = await groundsOf(
    read,
    orgId,
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row, stage: stageName, by }) => ({
    id: row.id,
    stageId: row.stageId,
    stage: stageName,
    kind: row.kind,
    state: row.state,
    level: levels.find((level) => level.key === row.levelKey)?.name ?? row.levelKey ?? "",
    reason: row.reason,
    requirement: row.requirement,
    grounds: grounds
      .filter((ground) => ground.decisionId === row.id)
      .map(({ criterionId, name }) => ({ criterionId, name })),
    changed: changesOf(row).map((change) => ({
      rater: people.get(change.authorId) ?? "",
      criterion: names.get(change.criterionId) ?? "",
      before: change.before,
      after: change.after,
    })),
    by,
    at: toInstant(row.decidedAt),
    supersededBy: row.supersededBy,
    reversalReason: row.reversalReason,
  }));
}

/** The criteria that decisions rest on, by name, in the order of the plan. */
export async function groundsOf(read: Reader, orgId: string, decisionIds: readonly string[]) {
  return read
    .select({
      decisionId: decisionGround.decisionId,
      criterionId: decisionGround.criterionId,
      name: competency.name,
    })
    .from(decisionGround)
    .innerJoin(
      criterion,
      and(eq(criterion.orgId, decisionGround.orgId), eq(criterion.id, decisionGround.criterionId)),
    )
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(
      and(eq(decisionGround.orgId, orgId), inArray(decisionGround.decisionId, [...decisionIds])),
    )
    .orderBy(asc(criterion.position));
}

function changesOf(row: Pick<DecisionRow, "ratingsBefore" | "ratingsAfter">) {
  return row.ratingsBefore.flatMap((before) => {
    const after = row.ratingsAfter.find(
      (one) => one.scorecardId === before.scorecardId && one.criterionId === before.criterionId,
    );
    return after === undefined || after.rating === before.rating
      ? []
      : [{ ...before, before: before.rating, after: after.rating }];
  });
}

function ratedIn(rows: readonly DecisionRow[]): RatingsRecord {
  return rows.flatMap((row) => row.ratingsBefore);
}

async function criterionNames(
  read: Reader,
  orgId: string,
  rows: readonly DecisionRow[],
): Promise<Map<string, string>> {
  const ids = [...new Set(ratedIn(rows).map((one) => one.criterionId))];
  if (ids.length === 0) return new Map();
  const found = await read
    .select({ id: criterion.id, name: competency.name })
    .from(criterion)
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(and(eq(criterion.orgId, orgId), inArray(criterion.id, ids)));
  return new Map(found.map(({ id, name }) => [id, name]));
}

async function memberNames(
  read: Reader,
  orgId: string,
  rows: readonly DecisionRow[],
): Promise<Map<string, string>> {
  const ids = [...new Set(ratedIn(rows).map((one) => one.authorId))];
  if (ids.length === 0) return new Map();
  const found = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, orgId), inArray(member.id, ids)));
  return new Map(found.map(({ id, name }) => [id, name]));
}
