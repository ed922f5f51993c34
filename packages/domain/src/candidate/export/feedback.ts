import type { ApplicationRow } from "../../application/rows.ts";
import type { ReadCtx } from "../../context.ts";
import { feedbackOf, sentWords } from "../../feedback/access.ts";
import { judgedOn } from "../../feedback/write.ts";
import { toInstant } from "../../wire.ts";
import type { Duties } from "./duties.ts";
import type { ExportedApplication } from "./schema.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** The feedback that an application's person asked for; what is not sent yet, as far as it is written. */
export async function exportedFeedback(
  ctx: Ctx,
  row: ApplicationRow,
  by: Duties,
): Promise<ExportedApplication["feedback"]> {
  const own = (await feedbackOf(ctx.read, ctx.org.id, [row.id])).get(row.id);
  if (own === undefined) return null;
  const { askedAt, sentAt, sentBy, draft } = own;
  const names = new Map((await judgedOn(ctx, row)).map((one) => [one.competencyId, one.name]));
  const words =
    draft === null
      ? await sentWords(ctx.read, ctx.org.id, [row.id])
      : draft.words.map(({ competencyId, text }) => ({
          competency: names.get(competencyId) ?? "",
          text,
        }));
  return {
    askedAt: toInstant(askedAt),
    sentAt: toInstant(sentAt),
    by: sentBy === null ? null : by(sentBy),
    words: words.map(({ competency, text }) => ({ competency, text })),
  };
}
