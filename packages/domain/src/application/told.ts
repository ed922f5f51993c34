import { mail } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

/** The e-mails by which a candidate hears that something ended. */
const TELL_OF_AN_END = ["application.rejected", "interview.cancelled"] as const;

/** The states of an e-mail that is queued or leaving, and tells nobody yet. */
export const ON_ITS_WAY = ["queued", "sending"] as const;

/** Whether an e-mail would tell its candidate of an end that they are yet to hear of. */
export function tellsOfUntoldEnd({
  template,
  state,
}: {
  template: string;
  state: string;
}): boolean {
  return TELL_OF_AN_END.some((one) => one === template) && ON_ITS_WAY.some((one) => one === state);
}

/** The state of an interview before it was cancelled, as its candidate knew it. */
export function beforeCancelled({ startsAt }: { startsAt: Date | null }): "proposed" | "scheduled" {
  return startsAt === null ? "proposed" : "scheduled";
}

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
        inArray(mail.state, [...ON_ITS_WAY]),
      ),
    );
  return new Set(rows.map((row) => row.id));
}
