import { baselineNotice, legalHold, poolConsent, privacyNotice } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../../context.ts";
import { toInstant } from "../../wire.ts";
import type { ExportDocument } from "./schema.ts";

/** What is kept about keeping itself: consents, notices and legal holds; of a hold not its reason. */
export async function keptOf(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  candidateId: string,
  applicationIds: readonly string[],
): Promise<Pick<ExportDocument, "talentPool" | "privacyNotices" | "legalHolds">> {
  const consents = await read
    .select()
    .from(poolConsent)
    .where(and(eq(poolConsent.orgId, org.id), eq(poolConsent.candidateId, candidateId)))
    .orderBy(asc(poolConsent.givenAt));
  const notices =
    applicationIds.length === 0
      ? []
      : await read
          .select({ at: privacyNotice.at, text: privacyNotice.text })
          .from(privacyNotice)
          .where(
            and(
              eq(privacyNotice.orgId, org.id),
              inArray(privacyNotice.applicationId, [...applicationIds]),
            ),
          )
          .orderBy(asc(privacyNotice.at));
  const told =
    applicationIds.length === 0
      ? []
      : await read
          .select({ at: baselineNotice.at, text: baselineNotice.text })
          .from(baselineNotice)
          .where(
            and(
              eq(baselineNotice.orgId, org.id),
              // What was sent is part of the notice itself.
              eq(baselineNotice.how, "post"),
              inArray(baselineNotice.applicationId, [...applicationIds]),
            ),
          )
          .orderBy(asc(baselineNotice.at));
  const holds = await read
    .select({ setAt: legalHold.setAt, liftedAt: legalHold.liftedAt })
    .from(legalHold)
    .where(and(eq(legalHold.orgId, org.id), eq(legalHold.candidateId, candidateId)))
    .orderBy(asc(legalHold.setAt));
  return {
    talentPool: consents.map(({ text, givenAt, expiresAt, ended, endedAt }) => ({
      text,
      givenAt: toInstant(givenAt),
      until: toInstant(expiresAt),
      ended,
      endedAt: toInstant(endedAt),
    })),
    privacyNotices: [...notices, ...told].map(({ at, text }) => ({ at: toInstant(at), text })),
    legalHolds: holds.map(({ setAt, liftedAt }) => ({
      setAt: toInstant(setAt),
      liftedAt: toInstant(liftedAt),
    })),
  };
}
