import { member, requisition } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Letter, LetterCtx, Template } from "../letter.ts";

type Asked = { row: typeof requisition.$inferSelect; author: string };

/** A letter about the requisition that is its subject. */
function about(write: (asked: Asked, ctx: LetterCtx) => Letter | null): Template {
  return async (ctx) => {
    const [found] = await ctx.read
      .select({ row: requisition, author: member.name })
      .from(requisition)
      .innerJoin(
        member,
        and(eq(member.orgId, requisition.orgId), eq(member.id, requisition.authorId)),
      )
      .where(and(eq(requisition.orgId, ctx.org.id), eq(requisition.id, ctx.subjectId)));
    return found === undefined ? null : write(found, ctx);
  };
}

const nameOf = ({ row }: Asked) => `R-${row.number}, ${row.title}`;
const seatsOf = ({ row }: Asked) => `${row.seats} ${row.seats === 1 ? "seat" : "seats"}`;
const look = (ctx: LetterCtx) => ({
  label: "Look at the requisition",
  url: ctx.pages.requisition(ctx.subjectId),
});

const approvalAsked = about((asked, ctx) =>
  asked.row.state === "pending"
    ? {
        subject: `To approve: requisition ${nameOf(asked)}`,
        paragraphs: [
          asked.row.offerId === null
            ? `${asked.author} asks for ${seatsOf(asked)}: ${asked.row.title}. The requisition waits for your approval.`
            : `An offer was sent beyond headcount, so ${seatsOf(asked)} ${asked.row.seats === 1 ? "is" : "are"} asked for: ${asked.row.title}. The requisition waits for your approval.`,
          "You see the level, the places, the band and the reason. You can approve it, or send it back with a reason.",
        ],
        action: look(ctx),
      }
    : null,
);

const approved = about((asked, ctx) =>
  asked.row.state === "draft" || asked.row.state === "pending" || asked.row.state === "cancelled"
    ? null
    : {
        subject: `Approved: requisition ${nameOf(asked)}`,
        paragraphs: [
          asked.row.jobId === null
            ? `${seatsOf(asked)} may be hired for. Make the job of it: its openings come from this requisition.`
            : `${seatsOf(asked)} may be hired for. What of it was not taken yet is open on the job.`,
        ],
        action: look(ctx),
      },
);

const sentBack = about((asked, ctx) => ({
  subject: `Sent back: requisition ${nameOf(asked)}`,
  paragraphs: [
    "The requisition came back with a reason, which stands beside it. Change it, and ask for its approval again.",
  ],
  action: look(ctx),
}));

const cancelled = about((asked, ctx) =>
  asked.row.state === "cancelled"
    ? {
        subject: `Cancelled: requisition ${nameOf(asked)}`,
        paragraphs: ["The requisition was cancelled. The reason stands beside it."],
        action: look(ctx),
      }
    : null,
);

/** Templates about requisitions, to members; the subject is the requisition. */
export const requisitionTemplates = {
  "requisition.approvalAsked": approvalAsked,
  "requisition.approved": approved,
  "requisition.sentBack": sentBack,
  "requisition.cancelled": cancelled,
} as const satisfies Record<string, Template>;
