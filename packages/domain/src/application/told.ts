import { mail } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

/** The e-mails by which a candidate hears that something ended. */
export const TELL_OF_AN_END = ["application.rejected", "interview.cancelled"] as const;

/**
 * Of these applications or interviews, those whose end the candidate is yet to hear of: the e-mail
 * is queued or leaving. Their page must not tell before it, and until then it may be taken back.
 */
export async function notToldOf(
  ctx: Pick<ReadCtx, "read" | "org">,
  template: (typeof TELL_OF_AN_END)[number],
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjectIds.length === 0) return new Set();
  const rows = await ctx.read
    .select({ id: mail.subjectId })
    .from(mail)
    .where(
      and(
        eq(mail.orgId, ctx.org.id),
        eq(mail.template, template),
        eq(mail.recipient, "candidate"),
        inArray(mail.subjectId, [...subjectIds]),
        inArray(mail.state, ["queued", "sending"]),
      ),
    );
  return new Set(rows.map((row) => row.id));
}
