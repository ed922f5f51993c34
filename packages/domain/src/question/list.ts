import { question } from "@rubric/db/schema";
import { and, asc, count, eq, ilike, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { jobsAsking, knownCompetencies, questionView, todayOf } from "./access.ts";
import type { ListQuestionsInput, QuestionListView } from "./schemas.ts";

const PAGE = 50;

/** The question bank by competency, 50 a page; search looks into text and purpose. */
export async function listQuestions(
  ctx: ReadCtx,
  input: z.infer<typeof ListQuestionsInput>,
): Promise<QuestionListView> {
  const orgId = ctx.org.id;
  const words = `%${(input.search ?? "").replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const matching = and(
    eq(question.orgId, orgId),
    input.withdrawn ? isNotNull(question.withdrawnAt) : isNull(question.withdrawnAt),
    input.kind === null ? undefined : eq(question.kind, input.kind),
    input.competencyKey === null ? undefined : eq(question.competencyKey, input.competencyKey),
    input.search === null || input.search === ""
      ? undefined
      : or(ilike(question.text, words), ilike(question.assesses, words)),
  );
  const rows = await ctx.read
    .select()
    .from(question)
    .where(and(matching, input.cursor == null ? undefined : after(orgId, input.cursor)))
    .orderBy(asc(question.competencyKey), asc(question.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const [size] = await ctx.read.select({ total: count() }).from(question).where(matching);
  const jobs = await jobsAsking(
    ctx.read,
    orgId,
    page.map((row) => row.id),
  );
  const today = await todayOf(ctx);
  const perKey = await ctx.read
    .select({ key: question.competencyKey, questions: count() })
    .from(question)
    .where(and(eq(question.orgId, orgId), isNull(question.withdrawnAt)))
    .groupBy(question.competencyKey);
  const sizes = new Map(perKey.map((row) => [row.key, row.questions]));
  const allowed = (permission: Parameters<typeof whyNotAllowed>[0]) =>
    mayOf(whyNotAllowed(permission, ctx.duties));
  return {
    questions: page.map((row) => questionView(row, { jobs: jobs.get(row.id) ?? 0, today })),
    total: size?.total ?? 0,
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    competencies: (await knownCompetencies(ctx.read, orgId)).map((one) => ({
      ...one,
      questions: sizes.get(one.key) ?? 0,
    })),
    may: { create: allowed("question.create"), import: allowed("question.import") },
  };
}

/** The questions that follow the last one of a page. */
function after(orgId: string, cursor: string): SQL {
  return sql`(${question.competencyKey}, ${question.id}) > (select last.competency_key, last.id
    from question last where last.org_id = ${orgId} and last.id = ${cursor})`;
}
