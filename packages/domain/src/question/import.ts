import { question } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { placeOf } from "../yaml/first-error.ts";
import { readYamlSource } from "../yaml/read-source.ts";
import { jobsAsking, knownCompetencies, type QuestionRow } from "./access.ts";
import type { Question } from "./document.ts";
import { parseQuestionBankYaml } from "./parse.ts";
import type { ImportedQuestionsView, ImportQuestionsInput } from "./schemas.ts";
import { contentOf, writeQuestions } from "./write-questions.ts";

/**
 * Reads a file of questions into the bank: new ids are added, known ones changed, withdrawn ones
 * stay withdrawn. A file that is not right, or that changes a question an adopted plan asks, is
 * refused whole with its first wrong place.
 */
export async function importQuestions(
  ctx: CommandCtx,
  input: z.infer<typeof ImportQuestionsInput>,
): Promise<z.infer<typeof ImportedQuestionsView>> {
  const orgId = ctx.org.id;
  const known = await knownCompetencies(ctx.tx, orgId);
  const parsed = parseQuestionBankYaml(input.yaml, new Set(known.map((one) => one.key)));
  if (!parsed.ok) return refuse("FILE_REFUSED", parsed.error);
  const { questions } = parsed.bank;
  const rows = await ctx.tx
    .select()
    .from(question)
    .where(
      and(
        eq(question.orgId, orgId),
        inArray(
          question.id,
          questions.map((one) => one.id),
        ),
      ),
    )
    .for("update");
  const before = new Map(rows.map((row) => [row.id, row]));
  const rowOf = (one: Question) => before.get(one.id.toLowerCase());
  const fresh = questions.filter((one) => rowOf(one) === undefined);
  const changed = questions.filter((one) => {
    const row = rowOf(one);
    return row !== undefined && row.withdrawnAt === null && !isSame(row, one);
  });
  await refuseInUse(ctx, input.yaml, questions, changed);
  await writeQuestions(ctx.tx, orgId, fresh, ctx.clock);
  for (const one of changed) {
    await ctx.tx
      .update(question)
      .set(contentOf(one))
      .where(and(eq(question.orgId, orgId), eq(question.id, one.id)));
  }
  const withdrawn = rows.filter((row) => row.withdrawnAt !== null).length;
  const counts = {
    created: fresh.length,
    updated: changed.length,
    unchanged: rows.length - withdrawn - changed.length,
    withdrawn,
  };
  ctx.audit({
    subject: { kind: "question_bank", id: orgId },
    before: { questions: changed.map(rowOf) },
    after: { ...counts, questions: [...fresh, ...changed] },
  });
  return counts;
}

async function refuseInUse(
  ctx: CommandCtx,
  text: string,
  questions: readonly Question[],
  changed: readonly Question[],
): Promise<void> {
  const asking = await jobsAsking(
    ctx.tx,
    ctx.org.id,
    changed.map((one) => one.id),
  );
  const index = questions.findIndex(
    (one) => changed.includes(one) && asking.has(one.id.toLowerCase()),
  );
  if (index < 0) return;
  const read = readYamlSource(text);
  refuse("FILE_REFUSED", {
    line: read.ok ? read.source.lineAt(placeOf(read.source, ["questions", index, "id"])) : 1,
    field: `questions[${index}].id`,
    message:
      "An adopted interview plan asks this question, so it stays as it is (law 6); give the new wording a new id.",
  });
}

function isSame(row: QuestionRow, one: Question): boolean {
  const content = contentOf(one);
  return (
    row.kind === content.kind &&
    row.competencyKey === content.competencyKey &&
    row.text === content.text &&
    row.assesses === content.assesses &&
    row.tip === content.tip &&
    JSON.stringify([row.strongSignals, row.redFlags, row.followUps]) ===
      JSON.stringify([content.strongSignals, content.redFlags, content.followUps])
  );
}
