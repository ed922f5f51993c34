import { newId } from "@rubric/db";
import { mail } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import type { TemplateName } from "./templates/index.ts";

export type QueuedMail = {
  template: TemplateName;
  recipient: "candidate" | "member";
  recipientId: string;
  /** What the e-mail is about: an application, interview, scorecard, offer, candidate, review, plan or member. */
  subjectId: string;
  /** When it may leave at the earliest; at once by default. Until then it can be taken back. */
  sendAfter?: Date | undefined;
};

/** Queues an e-mail in the command's transaction and returns its id; the worker renders and sends it. */
export async function queueMail(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock" | "enqueue">,
  queued: QueuedMail,
): Promise<string> {
  const id = newId();
  const { sendAfter, ...letter } = queued;
  await ctx.tx.insert(mail).values({
    orgId: ctx.org.id,
    id,
    ...letter,
    state: "queued",
    sendAfter: sendAfter ?? ctx.clock,
    createdAt: ctx.clock,
  });
  const job = { orgId: ctx.org.id, id };
  await ctx.enqueue("mail", job, sendAfter === undefined ? {} : { after: sendAfter });
  return id;
}
