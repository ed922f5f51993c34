import { type Given, prepared, type Tx } from "@rubric/db";
import { scorecardNote, scorecardRating, scorecardVersion } from "@rubric/db/schema";
import { refuse } from "../errors.ts";
import type { KitCriterionFacts } from "./rules.ts";
import type { ScorecardContent } from "./schemas.ts";

/** Refuses content that names a criterion or question which is not of this kit. */
export function requireOfKit(
  content: ScorecardContent,
  criteria: readonly KitCriterionFacts[],
  questionIds: ReadonlySet<string>,
): void {
  const known = new Set(criteria.map((c) => c.id));
  const twice = new Set<string>();
  for (const { criterionId } of content.ratings) {
    if (!known.has(criterionId) || twice.has(criterionId)) {
      refuse("BAD_INPUT", {
        fields: { ratings: "One of these criteria is not part of this interview." },
      });
    }
    twice.add(criterionId);
  }
  const noted = new Set(content.notes.map((note) => note.questionId));
  if (noted.size !== content.notes.length) {
    refuse("BAD_INPUT", { fields: { notes: "A question has two notes." } });
  }
  if ([...noted].some((id) => !questionIds.has(id))) {
    refuse("BAD_INPUT", {
      fields: { notes: "One of these questions is not part of this interview." },
    });
  }
}

type Version = Omit<typeof scorecardVersion.$inferSelect, "struckAt" | "struckBy" | "struckReason">;
const addVersion = prepared((db, of: Given<Version>) =>
  db.insert(scorecardVersion).values({
    orgId: of.orgId,
    scorecardId: of.scorecardId,
    number: of.number,
    recommendation: of.recommendation,
    summary: of.summary,
    reason: of.reason,
    submittedAt: of.submittedAt,
    afterReading: of.afterReading,
    readStages: of.readStages,
  }),
);

/** Writes one version with its ratings and notes; nothing ever changes it but a strike. */
export async function writeVersion(
  tx: Tx,
  key: { orgId: string; scorecardId: string; number: number },
  content: ScorecardContent,
  facts: { reason: string | null; submittedAt: Date; afterReading: boolean; readStages: string[] },
): Promise<void> {
  const { recommendation, summary } = content;
  await addVersion(tx, { ...key, ...facts, recommendation, summary });
  if (content.ratings.length > 0) {
    await tx
      .insert(scorecardRating)
      .values(content.ratings.map((rating) => ({ ...key, ...rating })));
  }
  const notes = content.notes.filter((note) => note.text.trim() !== "");
  if (notes.length > 0) {
    await tx.insert(scorecardNote).values(notes.map((note) => ({ ...key, ...note })));
  }
}
