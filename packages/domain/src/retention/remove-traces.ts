import type { Tx } from "@rubric/db";
import {
  auditDetail,
  auditEntry,
  idempotency,
  mail,
  policyCase,
  policyRefusal,
  webhookEvent,
} from "@rubric/db/schema";
import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { erasureMark } from "../audit/verify.ts";
import { deleteLinks } from "../identity/lookups.ts";
import { deleteEvents } from "../webhook/prune.ts";
import { allIds, type Belongings } from "./belongings.ts";

/** Deletes the rows of e-mails to or about the person, or only those to members; returns their ids. */
export async function removeMails(
  tx: Tx,
  orgId: string,
  of: Belongings,
  to?: "member",
): Promise<string[]> {
  const about = allIds(of);
  const deleted = await tx
    .delete(mail)
    .where(
      and(
        eq(mail.orgId, orgId),
        to === undefined ? undefined : eq(mail.recipient, to),
        or(
          of.whole ? eq(mail.recipientId, of.candidateId) : undefined,
          inArray(mail.subjectId, about),
        ),
      ),
    )
    .returning({ id: mail.id });
  return deleted.map(({ id }) => id);
}

/** Deletes the events about the person and what was sent of them; endpoints keep their counts. */
export async function removeEvents(tx: Tx, orgId: string, of: Belongings): Promise<void> {
  const events = await tx
    .select({ id: webhookEvent.id })
    .from(webhookEvent)
    .where(
      and(
        eq(webhookEvent.orgId, orgId),
        eq(webhookEvent.candidateId, of.candidateId),
        of.whole ? undefined : sql`${webhookEvent.body} ~ ${anyOf(of)}`,
      ),
    );
  await deleteEvents(
    { tx, org: { id: orgId } },
    events.map(({ id }) => id),
  );
}

/** Deletes what policies refused, or would have had otherwise, about the person; counts stay. */
export async function removeJudgements(tx: Tx, orgId: string, of: Belongings): Promise<void> {
  for (const table of [policyRefusal, policyCase]) {
    await tx
      .delete(table)
      .where(
        and(
          eq(table.orgId, orgId),
          of.whole ? eq(table.candidateId, of.candidateId) : inArray(table.subjectId, allIds(of)),
        ),
      );
  }
}

/** A pattern that finds any of the ids in a text. */
function anyOf(of: Belongings): string {
  return allIds(of).join("|");
}

/** Deletes the person's links and every stored answer that speaks of them, whoever asked for it. */
export async function removeAnswers(
  tx: Tx,
  orgId: string,
  of: Belongings,
  { links = of.whole }: { links?: boolean } = {},
): Promise<void> {
  if (links) await deleteLinks(tx, orgId, [of.candidateId]);
  await tx
    .delete(idempotency)
    .where(
      and(
        eq(idempotency.orgId, orgId),
        or(
          of.whole ? eq(idempotency.candidateId, of.candidateId) : undefined,
          of.whole ? eq(idempotency.actorId, of.candidateId) : undefined,
          sql`${idempotency.answer}::text ~ ${anyOf(of)}`,
        ),
      ),
    );
}

/**
 * Empties the audit details that hold the person's data, and returns how many. The chain covers
 * their digests only, so it still verifies, and each emptied row names the erasure that did it.
 */
export async function emptyDetails(
  tx: Tx,
  orgId: string,
  of: Belongings,
  erasure: { id: string; at: Date },
): Promise<number> {
  const about = tx
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.orgId, orgId),
        or(
          inArray(auditEntry.subjectId, allIds(of)),
          of.whole ? eq(auditEntry.actorId, of.candidateId) : undefined,
        ),
      ),
    );
  const emptied = await tx
    .update(auditDetail)
    .set({ details: null, erasedAt: erasure.at, erasedReason: erasureMark(erasure.id) })
    .where(
      and(
        eq(auditDetail.orgId, orgId),
        isNotNull(auditDetail.details),
        or(
          and(
            eq(auditDetail.candidateId, of.candidateId),
            of.whole ? undefined : sql`${auditDetail.details}::text ~ ${anyOf(of)}`,
          ),
          inArray(auditDetail.entryId, about),
        ),
      ),
    )
    .returning({ entryId: auditDetail.entryId });
  return emptied.length;
}
