import type { Tx } from "@rubric/db";
import { question } from "@rubric/db/schema";
import type { Question } from "./document.ts";

/** Adds questions of a file to the bank under the ids that they have there. */
export async function writeQuestions(
  tx: Tx,
  orgId: string,
  questions: readonly Question[],
  clock: Date,
): Promise<void> {
  for (let from = 0; from < questions.length; from += BATCH) {
    await tx.insert(question).values(
      questions.slice(from, from + BATCH).map((one) => ({
        orgId,
        id: one.id.toLowerCase(),
        ...contentOf(one),
        createdAt: clock,
      })),
    );
  }
}

/** Rows a statement: Postgres takes at most 65,535 parameters. */
const BATCH = 1000;

/** A question of a file as the columns of its row. */
export function contentOf({ id: _id, competency, ...rest }: Question) {
  return { ...rest, competencyKey: competency };
}
