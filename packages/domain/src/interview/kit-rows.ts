import type { Reader } from "@rubric/db";
import { anchor, frameworkLevel, kitQuestion, question } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { criteriaOfKit } from "../scorecard/access.ts";
import type { KitCriterionView, KitQuestionView } from "./schemas.ts";

type Kit = {
  criteria: z.infer<typeof KitCriterionView>[];
  questions: z.infer<typeof KitQuestionView>[];
};

/**
 * What an interview is to ask and to rate. A withdrawn criterion is gone; of a withdrawn question
 * only its place is left, where a note was written under it (law 6).
 */
export async function kitOf(
  read: Reader,
  orgId: string,
  planInterviewId: string,
  notedQuestionIds: ReadonlySet<string>,
): Promise<Kit> {
  const criteria = await criteriaOfKit(read, orgId, planInterviewId);
  const levels = await levelsOf(read, orgId, criteria);
  const asked = await read
    .select({ question })
    .from(kitQuestion)
    .innerJoin(
      question,
      and(eq(question.orgId, kitQuestion.orgId), eq(question.id, kitQuestion.questionId)),
    )
    .where(and(eq(kitQuestion.orgId, orgId), eq(kitQuestion.planInterviewId, planInterviewId)))
    .orderBy(asc(kitQuestion.position));
  const criterionOf = (key: string) => criteria.find((c) => c.key === key)?.id ?? null;
  const shown = asked
    .map((row) => row.question)
    .filter((one) => one.withdrawnAt === null || notedQuestionIds.has(one.id));
  return {
    criteria: criteria.map((c) => ({
      id: c.id,
      name: c.name,
      required: c.required,
      levels: levels
        .filter((level) => level.competencyId === c.competencyId)
        .map(({ competencyId: _, examples, ...level }) => ({
          ...level,
          expected: level.id === c.expectedLevelId,
          examples: examples ?? [],
        })),
      questionIds: shown.filter((q) => q.competencyKey === c.key).map((q) => q.id),
    })),
    questions: shown.map((q) => {
      const withdrawn = q.withdrawnAt !== null;
      return {
        id: q.id,
        kind: q.kind,
        criterionId: criterionOf(q.competencyKey),
        text: withdrawn ? "This question was withdrawn. Your note is kept." : q.text,
        assesses: withdrawn ? "" : q.assesses,
        followUps: withdrawn ? [] : q.followUps,
        strongSignals: withdrawn ? [] : q.strongSignals,
        redFlags: withdrawn ? [] : q.redFlags,
        withdrawn,
      };
    }),
  };
}

async function levelsOf(
  read: Reader,
  orgId: string,
  criteria: readonly { competencyId: string }[],
) {
  if (criteria.length === 0) return [];
  return read
    .select({
      competencyId: anchor.competencyId,
      id: frameworkLevel.id,
      name: frameworkLevel.name,
      anchor: anchor.summary,
      proficiency: anchor.proficiency,
      examples: anchor.examples,
    })
    .from(anchor)
    .innerJoin(
      frameworkLevel,
      and(eq(frameworkLevel.orgId, anchor.orgId), eq(frameworkLevel.id, anchor.levelId)),
    )
    .where(
      and(
        eq(anchor.orgId, orgId),
        inArray(
          anchor.competencyId,
          criteria.map((c) => c.competencyId),
        ),
      ),
    )
    .orderBy(asc(frameworkLevel.position));
}
