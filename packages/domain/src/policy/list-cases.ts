import { candidate, job, policyCase } from "@rubric/db/schema";
import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { z } from "zod";
import { aboutReader } from "../audit/about-reader.ts";
import type { ReadCtx } from "../context.ts";
import { explain } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { requireVersion } from "./access.ts";
import { Explanation } from "./explanation.ts";
import type { CaseListView, CaseView, ListCasesInput } from "./schemas.ts";
import { oneVersionView } from "./view.ts";

const PAGE = 50;

/**
 * The decisions that would have come out differently, newest first, 50 a page. What is about a
 * candidate on whom the reader owes a scorecard, or a job to which they apply, is sealed (laws 1
 * and 7); it is counted all the same.
 */
export async function listCases(
  ctx: ReadCtx,
  input: z.infer<typeof ListCasesInput>,
): Promise<CaseListView> {
  const row = await requireVersion(ctx, input.versionId);
  const found = await ctx.read
    .select({ case: policyCase, jobTitle: job.title, candidateName: candidate.name })
    .from(policyCase)
    .leftJoin(job, and(eq(job.orgId, policyCase.orgId), eq(job.id, policyCase.jobId)))
    .leftJoin(
      candidate,
      and(eq(candidate.orgId, policyCase.orgId), eq(candidate.id, policyCase.candidateId)),
    )
    .where(
      and(
        eq(policyCase.orgId, ctx.org.id),
        eq(policyCase.versionId, row.version.id),
        eq(policyCase.differs, true),
        input.from === "trial" ? isNotNull(policyCase.trialId) : isNull(policyCase.trialId),
        ...(input.cursor == null ? [] : [lt(policyCase.id, input.cursor)]),
      ),
    )
    .orderBy(desc(policyCase.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const candidateIds = rows.flatMap((one) => one.case.candidateId ?? []);
  const whyNot = await aboutReader(ctx, [...new Set(candidateIds)]);
  const cases = rows.map(({ case: one, jobTitle, candidateName }): CaseView => {
    const denial = whyNot(one);
    return {
      id: one.id,
      at: toInstant(one.at),
      action: one.action,
      subject: { kind: one.subjectKind, id: one.subjectId },
      job:
        denial !== null || one.jobId === null || jobTitle === null
          ? null
          : { id: one.jobId, title: jobTitle },
      candidate:
        denial !== null || one.candidateId === null || candidateName === null
          ? null
          : { id: one.candidateId, name: candidateName },
      content:
        denial === null
          ? { state: "open", was: answerOf(one.was), would: answerOf(one.would) }
          : { state: "sealed", sentence: explain(denial).sentence, lift: explain(denial).lift },
    };
  });
  return {
    version: await oneVersionView(ctx, row),
    cases,
    next: found.length > PAGE ? (cases.at(-1)?.id ?? null) : null,
  };
}

function answerOf(stored: unknown) {
  const explanation = Explanation.parse(stored);
  return { outcome: explanation.outcome, sentence: explanation.sentence, explanation };
}
