import type { ReadCtx } from "../context.ts";
import { feedbackDue, feedbackOf } from "../feedback/access.ts";
import { toInstant } from "../wire.ts";
import type { ApplicationView } from "./schemas.ts";

/** Whether feedback was asked for, until when it is owed, and when it was given. */
export async function feedbackView(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
): Promise<ApplicationView["feedback"]> {
  const own = (await feedbackOf(read, org.id, [applicationId])).get(applicationId);
  if (own === undefined) return null;
  const due = (await feedbackDue(read, org.id, [applicationId])).get(applicationId);
  return {
    askedAt: toInstant(own.askedAt),
    dueAt: toInstant(due?.dueAt ?? null),
    sentAt: toInstant(own.sentAt),
  };
}
