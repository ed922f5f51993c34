import { rejectionMail } from "../application/rejection-mail.ts";
import type { Known } from "../application/known.ts";
import type { ApplicationRow } from "../application/rows.ts";
import type { ReadCtx } from "../context.ts";
import type { Sentence } from "../errors.ts";
import { mayOf } from "../may.ts";
import { toInstant } from "../wire.ts";
import { feedbackDue, feedbackOf, type FeedbackRow, sentWords } from "./access.ts";
import { feedbackAllowedRule } from "./allowed.ts";
import { whyNotAskFeedback } from "./rules.ts";
import type { OwnFeedback } from "./schemas.ts";

const DAY = 86_400_000;

type Ctx = Pick<ReadCtx, "read" | "org" | "clock" | "policy">;

/** What the rules on asking are asked with: the application as its candidate knows it. */
export async function askFacts(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  row: ApplicationRow,
  known: Pick<Known, "state">,
  own: FeedbackRow | null,
) {
  const onMerit = row.stateReason === "merit";
  const letter = known.state === "rejected" && onMerit ? await rejectionMail(ctx, row.id) : null;
  const toldAt = letter?.sentAt ?? row.endedAt ?? ctx.clock;
  return {
    ask: { state: known.state, onMerit, asked: own !== null },
    /** Whole days since they were told. */
    days: Math.max(0, Math.floor((ctx.clock.getTime() - toldAt.getTime()) / DAY)),
  };
}

type OwnPart = { feedback: OwnFeedback | null; askFeedback: Sentence | null };

/** What a candidate sees of feedback on each of their applications, and whether they may ask. */
export async function ownFeedback(
  ctx: Ctx,
  rows: readonly ApplicationRow[],
): Promise<
  (
    row: ApplicationRow,
    known: Pick<Known, "state">,
    about: { regions: readonly string[]; subjectId: string },
  ) => Promise<OwnPart>
> {
  const ids = rows.map((row) => row.id);
  const given = await feedbackOf(ctx.read, ctx.org.id, ids);
  const words = await sentWords(ctx.read, ctx.org.id, [...given.keys()]);
  const due = await feedbackDue(ctx.read, ctx.org.id, [...given.keys()]);
  return async (row, known, about) => {
    const own = given.get(row.id) ?? null;
    const { ask, days } = await askFacts(ctx, row, known, own);
    const askFeedback = mayOf(
      whyNotAskFeedback(ask),
      known.state === "rejected" ? ctx.policy.ask(feedbackAllowedRule, { days }, about) : null,
    );
    if (own === null) return { feedback: null, askFeedback };
    return {
      askFeedback,
      feedback: {
        askedAt: toInstant(own.askedAt),
        dueAt: toInstant(due.get(row.id)?.dueAt ?? null),
        sentAt: toInstant(own.sentAt),
        words: words
          .filter((one) => one.applicationId === row.id)
          .map(({ key, competency, text }) => ({ key, competency, text })),
      },
    };
  };
}
