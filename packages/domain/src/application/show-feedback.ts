import { together } from "@rubric/db";
import type { ReadCtx } from "../context.ts";
import { feedbackDue, feedbackOf } from "../feedback/access.ts";
import { toInstant } from "../wire.ts";
import type { ApplicationView } from "./schemas.ts";

/** Whether feedback was asked for, until when it is owed, and when it was given. */
export async function feedbackView(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
): Promise<ApplicationView["feedback"]> {
  const [asked, owed] = await together([
    feedbackOf(read, org.id, [applicationId]),
    feedbackDue(read, org.id, [applicationId]),
  ]);
  const own = asked.get(applicationId);
  if (own === undefined) return null;
  return {
    askedAt: toInstant(own.askedAt),
    dueAt: toInstant(owed.get(applicationId)?.dueAt ?? null),
    sentAt: toInstant(own.sentAt),
  };
}
