import {
  application,
  candidate,
  job,
  jobPost,
  poolConsent,
  retentionSettings,
} from "@rubric/db/schema";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { dayWords } from "../mail/wording.ts";
import { regionsAsked } from "../region/asked.ts";
import { toInstant } from "../wire.ts";
import { later } from "./bounds.ts";
import { retentionRows } from "./region-rows.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/** What holds for an organization that has settled nothing of its talent pool. */
const POOL_DEFAULTS = { askAtRejection: false, poolMonths: 12 };

/** How an organization asks for its talent pool. */
export async function poolSettings({ read, org }: Pick<Ctx, "read" | "org">) {
  const [row] = await read
    .select({
      askAtRejection: retentionSettings.askAtRejection,
      poolMonths: retentionSettings.poolMonths,
    })
    .from(retentionSettings)
    .where(eq(retentionSettings.orgId, org.id));
  return row ?? POOL_DEFAULTS;
}

/** The words a person agrees to, and until when: the version changes whenever they do. */
export type PoolOffer = { text: string; textVersion: string; until: Date };

/**
 * What this person would agree to today: as long as the organization asks for, and no longer than
 * the law of any region of theirs allows with consent.
 */
export async function poolOffer(
  ctx: Ctx,
  orgName: string,
  candidateId: string,
): Promise<PoolOffer> {
  const { poolMonths } = await poolSettings(ctx);
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const rows = await ctx.read
    .select({
      endedAt: application.endedAt,
      state: application.state,
      regions: job.locations,
      postRegions: jobPost.locations,
    })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .leftJoin(
      jobPost,
      and(eq(jobPost.orgId, application.orgId), eq(jobPost.id, application.postId)),
    )
    .where(and(eq(application.orgId, ctx.org.id), eq(application.candidateId, candidateId)));
  const asked = await regionsAsked(ctx.read, ctx.org.id, ctx.clock, []);
  const limits = rows.flatMap(({ endedAt, state, regions, postRegions }) => {
    const ended = state === "active" || state === "on_hold" ? null : endedAt;
    return retentionRows({ ...asked, regions: [...regions, ...(postRegions ?? [])] }).flatMap(
      ({ atMost, withConsent }) => {
        if (atMost === null || withConsent === "until_withdrawn") return [];
        return [later(ended ?? ctx.clock, withConsent ?? atMost)];
      },
    );
  });
  const own = later(ctx.clock, { months: poolMonths });
  const until = new Date(Math.min(own.getTime(), ...limits.map((at) => at.getTime())));
  const text = `I agree that ${orgName} keeps my application until ${dayWords(until, timeZone)}, to tell me of other jobs that may suit me. I can take this back on this page at any time, with effect at once; it changes nothing in my application.`;
  return { text, textVersion: `1/${toInstant(until).slice(0, 10)}`, until };
}

/** The consent of a person that stands; null: they are not in the talent pool. */
export async function openConsent(
  { read, org }: Pick<Ctx, "read" | "org">,
  candidateId: string,
): Promise<typeof poolConsent.$inferSelect | null> {
  const [row] = await read
    .select()
    .from(poolConsent)
    .where(
      and(
        eq(poolConsent.orgId, org.id),
        eq(poolConsent.candidateId, candidateId),
        isNull(poolConsent.endedAt),
      ),
    )
    .orderBy(desc(poolConsent.givenAt))
    .limit(1);
  return row ?? null;
}

/** The person's row, locked last of all; what is agreed or taken back meets no erasure. */
export async function lockPerson(
  ctx: { tx: ReadCtx["read"]; org: { id: string } },
  candidateId: string,
): Promise<void> {
  await ctx.tx
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, candidateId)))
    .for("update");
}
