import { member, review } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Letter, LetterCtx, Template } from "../letter.ts";
import { dayWords } from "../wording.ts";

type About = {
  state: "open" | "closed" | "cancelled";
  dueAt: Date;
  memberId: string;
  name: string;
  /** The letter goes to the member, and not to who manages them. */
  own: boolean;
};

/**
 * A letter about the review that is its subject, to one of its two people as they are now. It holds
 * names and days and no word of what was said.
 */
function about(write: (one: About, ctx: LetterCtx) => Letter | null): Template {
  return async (ctx) => {
    const [row] = await ctx.read
      .select({
        state: review.state,
        dueAt: review.dueAt,
        memberId: member.id,
        managerId: member.managerId,
        name: member.name,
      })
      .from(review)
      .innerJoin(member, and(eq(member.orgId, review.orgId), eq(member.id, review.memberId)))
      .where(and(eq(review.orgId, ctx.org.id), eq(review.id, ctx.subjectId)));
    if (row === undefined) return null;
    const { managerId, ...found } = row;
    const own = ctx.recipient.id === found.memberId;
    return own || ctx.recipient.id === managerId ? write({ ...found, own }, ctx) : null;
  };
}

const look = (ctx: LetterCtx, { memberId }: About, label: string) => ({
  label,
  url: ctx.pages.review(memberId, ctx.subjectId),
});

const opened = about((one, ctx) =>
  one.state === "open"
    ? {
        subject: one.own ? "Your review is open" : `A review is open: ${one.name}`,
        paragraphs: [
          one.own
            ? "A review of you is open. Write your side of it: a mark and your evidence for each competency."
            : `A review of ${one.name} is open. Write your side of it: a mark and your evidence for each competency.`,
          "Neither of you reads the other's side before both are in, or the due day has passed. Your draft is kept as you type.",
        ],
        facts: [{ label: "Due", value: dayWords(one.dueAt, ctx.timeZone) }],
        action: look(ctx, one, "Write your side"),
      }
    : null,
);

const toCompare = about((one, ctx) =>
  one.state === "open"
    ? {
        subject: one.own ? "Your review is ready to compare" : `To compare: ${one.name}`,
        paragraphs: [
          "Both sides are in, so each of you may read the other's. Look at what you see differently, and talk about it.",
        ],
        action: look(ctx, one, "Compare both sides"),
      }
    : null,
);

const closed = about((one, ctx) =>
  one.state === "closed"
    ? {
        subject: one.own ? "Your review is closed" : `Closed: the review of ${one.name}`,
        paragraphs: [
          one.own
            ? "Your review was closed with what you agreed. Read it, and say what you have to say to it."
            : `The review of ${one.name} was closed.`,
        ],
        action: look(ctx, one, "Read what was agreed"),
      }
    : null,
);

/** Templates about reviews, to the two people of one; the subject is the review. */
export const reviewTemplates = {
  "review.opened": opened,
  "review.toCompare": toCompare,
  "review.closed": closed,
} as const satisfies Record<string, Template>;
