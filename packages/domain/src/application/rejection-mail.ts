import { type Given, prepared, together } from "@rubric/db";
import { mail } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { appliedAgain } from "./applied-again.ts";
import { REJECT_KINDS } from "./schemas.ts";
import type { ApplicationRow } from "./rows.ts";
import type { Denial } from "../errors.ts";
import { whyNotTakeBack } from "./rules.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

const newest = prepared((db, of: Given<{ orgId: string; applicationId: string }>) =>
  db
    .select({ id: mail.id, state: mail.state, sendAfter: mail.sendAfter, sentAt: mail.sentAt })
    .from(mail)
    .where(
      and(
        eq(mail.orgId, of.orgId),
        eq(mail.subjectId, of.applicationId),
        eq(mail.template, "application.rejected"),
        eq(mail.recipient, "candidate"),
      ),
    )
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(1),
);

/** The newest e-mail that tells of the application's rejection, or null. */
export async function rejectionMail({ read, org }: Ctx, applicationId: string) {
  const [row] = await newest(read, { orgId: org.id, applicationId });
  return row ?? null;
}

/** Does not send the e-mail of a rejection after all, unless it is leaving at this moment. */
export async function keepRejectionMail(
  ctx: Pick<CommandCtx, "tx" | "org">,
  applicationId: string,
): Promise<void> {
  await ctx.tx
    .update(mail)
    .set({ state: "taken_back" })
    .where(
      and(
        eq(mail.orgId, ctx.org.id),
        eq(mail.subjectId, applicationId),
        eq(mail.template, "application.rejected"),
        eq(mail.state, "queued"),
      ),
    );
}

/** Why the rejection cannot be taken back, or null. */
export async function takeBackDenial(
  ctx: Ctx,
  row: ApplicationRow,
  jobState: string,
): Promise<Denial | null> {
  const [letter, again] = await together([rejectionMail(ctx, row.id), appliedAgain(ctx, row)]);
  return whyNotTakeBack({
    state: row.state,
    administrative: REJECT_KINDS.some((kind) => kind === row.stateReason),
    mail: letter?.state ?? null,
    job: jobState,
    appliedAgain: again,
  });
}
