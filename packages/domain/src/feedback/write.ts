import { application, candidate, competency, criterion, frameworkLevel } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { ApplicationRow } from "../application/rows.ts";
import type { FeedbackDraft } from "@rubric/db/schema";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** An application with its person's name, or NOT_FOUND; also once the person is erased. */
export async function requireAsked(
  ctx: Ctx,
  applicationId: string,
): Promise<{ row: ApplicationRow; candidate: string }> {
  const [found] = await ctx.read
    .select({ row: application, candidate: candidate.name, erasedAt: candidate.erasedAt })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)));
  return found?.erasedAt === null ? found : refuse("NOT_FOUND", {});
}

/** What an application was judged on, in the order of its criteria: one may write to each. */
export async function judgedOn(ctx: Ctx, { planId }: Pick<ApplicationRow, "planId">) {
  return ctx.read
    .select({
      competencyId: competency.id,
      levelId: frameworkLevel.id,
      name: competency.name,
      level: frameworkLevel.name,
    })
    .from(criterion)
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, criterion.orgId),
        eq(frameworkLevel.id, criterion.expectedLevelId),
      ),
    )
    .where(and(eq(criterion.orgId, ctx.org.id), eq(criterion.planId, planId)))
    .orderBy(asc(criterion.position));
}

/** What is written, without what is empty; FEEDBACK_UNKNOWN for what is no competency of the job. */
export function writtenOn(
  content: FeedbackDraft,
  on: readonly { competencyId: string; name: string }[],
) {
  const names = new Map(on.map((one) => [one.competencyId, one.name]));
  return content.words
    .filter(({ text }) => text.trim() !== "")
    .map(({ competencyId, text }) => ({
      competencyId,
      competency: names.get(competencyId) ?? refuse("FEEDBACK_UNKNOWN", {}),
      text: text.trim(),
    }));
}
