import { type Given, prepared, type Reader, together } from "@rubric/db";
import {
  competency,
  criterion,
  interview,
  kitCriterion,
  kitQuestion,
  member,
  question,
  scorecard,
} from "@rubric/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import { refuse } from "../errors.ts";
import type { KitCriterionFacts } from "./rules.ts";

const withInterview = prepared((db, of: Given<{ orgId: string; scorecardId: string }>) =>
  db
    .select({
      card: scorecard,
      interview: {
        state: interview.state,
        startsAt: interview.startsAt,
        endsAt: interview.endsAt,
        planInterviewId: interview.planInterviewId,
      },
      authorName: member.name,
    })
    .from(scorecard)
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .where(and(eq(scorecard.orgId, of.orgId), eq(scorecard.id, of.scorecardId))),
);

/** A scorecard with its interview, or NOT_FOUND. */
export async function requireScorecard(read: Reader, orgId: string, scorecardId: string) {
  const [row] = await withInterview(read, { orgId, scorecardId });
  return row ?? refuse("NOT_FOUND", {});
}

type OfKit = Given<{ orgId: string; planInterviewId: string }>;

const questionIds = prepared((db, of: OfKit) =>
  db
    .select({ id: kitQuestion.questionId })
    .from(kitQuestion)
    .where(
      and(eq(kitQuestion.orgId, of.orgId), eq(kitQuestion.planInterviewId, of.planInterviewId)),
    ),
);

/** The questions of a kit, withdrawn ones too: a note written before stays a note. */
export async function kitQuestionIds(
  read: Reader,
  orgId: string,
  planInterviewId: string,
): Promise<ReadonlySet<string>> {
  const rows = await questionIds(read, { orgId, planInterviewId });
  return new Set(rows.map((row) => row.id));
}

const criteria = prepared((db, of: OfKit) =>
  db
    .select({
      id: criterion.id,
      competencyId: competency.id,
      key: competency.key,
      name: competency.name,
      required: criterion.required,
      expectedLevelId: criterion.expectedLevelId,
    })
    .from(kitCriterion)
    .innerJoin(
      criterion,
      and(eq(criterion.orgId, kitCriterion.orgId), eq(criterion.id, kitCriterion.criterionId)),
    )
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(
      and(
        eq(kitCriterion.orgId, of.orgId),
        eq(kitCriterion.planInterviewId, of.planInterviewId),
        isNull(criterion.withdrawnAt),
      ),
    )
    .orderBy(asc(kitCriterion.position)),
);

/** The criteria of a kit in its order, withdrawn ones left out. */
export async function criteriaOfKit(read: Reader, orgId: string, planInterviewId: string) {
  return criteria(read, { orgId, planInterviewId });
}

const questionsByKey = prepared((db, of: OfKit) =>
  db
    .select({ id: question.id, key: question.competencyKey })
    .from(kitQuestion)
    .innerJoin(
      question,
      and(eq(question.orgId, kitQuestion.orgId), eq(question.id, kitQuestion.questionId)),
    )
    .where(
      and(eq(kitQuestion.orgId, of.orgId), eq(kitQuestion.planInterviewId, of.planInterviewId)),
    ),
);

/** The criteria that a kit asks to be rated, with the kit's questions about each. */
export async function kitCriteria(
  read: Reader,
  orgId: string,
  planInterviewId: string,
): Promise<KitCriterionFacts[]> {
  const of = { orgId, planInterviewId };
  const [asked, questions] = await together([criteria(read, of), questionsByKey(read, of)]);
  return asked.map(({ id, name, required, key }) => ({
    id,
    name,
    required,
    questionIds: questions.filter((q) => q.key === key).map((q) => q.id),
  }));
}
