import { anchor, member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireJob } from "../job/access.ts";
import { askMay } from "../may.ts";
import { toInstant } from "../wire.ts";
import { feedbackDue, feedbackOf, sentWords } from "./access.ts";
import { whyNotWriteFeedback } from "./rules.ts";
import type { FeedbackView, ShowFeedbackInput } from "./schemas.ts";
import { judgedOn, requireAsked } from "./write.ts";

/** The feedback of an application for who leads its job; FEEDBACK_NOT_ASKED where none was. */
export async function showFeedback(
  ctx: ReadCtx,
  { applicationId }: z.infer<typeof ShowFeedbackInput>,
): Promise<FeedbackView> {
  const { row, candidate } = await requireAsked(ctx, applicationId);
  const own = (await feedbackOf(ctx.read, ctx.org.id, [row.id])).get(row.id);
  if (own === undefined) return refuse("FEEDBACK_NOT_ASKED", {});
  const of = await requireJob(ctx.read, ctx.org.id, row.jobId);
  const due = (await feedbackDue(ctx.read, ctx.org.id, [row.id])).get(row.id);
  const sent = await sentWords(ctx.read, ctx.org.id, [row.id]);
  const texts = new Map((own.draft?.words ?? sent).map((one) => [one.competencyId, one.text]));
  const on = await judgedOn(ctx, row);
  const anchors = await anchorsOf(ctx, on);
  const may = await askMay(ctx, row.candidateId);
  const names = await namesOf(ctx, [own.sentBy, due?.ownerId ?? null]);
  const nameOf = (id: string | null | undefined) =>
    id === null || id === undefined ? null : (names.get(id) ?? null);
  return {
    applicationId: row.id,
    candidate,
    job: { id: of.id, title: of.title },
    state: own.sentAt === null ? "asked" : "sent",
    askedAt: toInstant(own.askedAt),
    dueAt: toInstant(due?.dueAt ?? null),
    owner: nameOf(due?.ownerId),
    sentAt: toInstant(own.sentAt),
    sentBy: nameOf(own.sentBy),
    competencies: on.map(({ competencyId, levelId, name, level }) => ({
      competencyId,
      name,
      level,
      anchor: anchors.get(`${competencyId} ${levelId}`) ?? "",
      text: texts.get(competencyId) ?? "",
    })),
    revision: own.draftRevision,
    draftSavedAt: toInstant(own.draftSavedAt),
    may: {
      write: may("feedback.send", whyNotWriteFeedback(row.state, { sent: own.sentAt !== null })),
    },
  };
}

type Ctx = Pick<ReadCtx, "read" | "org">;

async function anchorsOf(ctx: Ctx, on: readonly { competencyId: string }[]) {
  const ids = on.map((one) => one.competencyId);
  if (ids.length === 0) return new Map<string, string>();
  const rows = await ctx.read
    .select({ competencyId: anchor.competencyId, levelId: anchor.levelId, text: anchor.summary })
    .from(anchor)
    .where(and(eq(anchor.orgId, ctx.org.id), inArray(anchor.competencyId, ids)));
  return new Map(rows.map((one) => [`${one.competencyId} ${one.levelId}`, one.text]));
}

async function namesOf(ctx: Ctx, ids: readonly (string | null)[]) {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map<string, string>();
  const rows = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, known)));
  return new Map(rows.map((one) => [one.id, one.name]));
}
