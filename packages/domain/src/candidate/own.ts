import { application, baselineNotice, candidate, erasure } from "@rubric/db/schema";
import { and, asc, desc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { organizationById } from "../identity/lookups.ts";
import { settingsOf } from "../job/access.ts";
import { mayOf } from "../may.ts";
import { openPosts } from "../preparation/open-posts.ts";
import { whyNotErase } from "../retention/rules.ts";
import { toInstant } from "../wire.ts";
import { ownApplications } from "./own-applications.ts";
import { ownKeeping, ownPool } from "./own-keeping.ts";
import { whyNotJoinPool } from "./rules.ts";
import type { OwnView } from "./schemas.ts";

/** The candidate whose link opened the call. */
export function requireCandidate(ctx: Pick<ReadCtx, "actor">): string {
  return ctx.actor.kind === "candidate" ? ctx.actor.candidateId : refuse("FORBIDDEN", {});
}

/** What a candidate's own page shows. */
export async function ownView(ctx: ReadCtx): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  const [person] = await ctx.read
    .select()
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, candidateId)));
  if (person === undefined || person.erasedAt !== null) return refuse("NOT_FOUND", {});
  const org = await organizationById(ctx.read, ctx.org.id);
  const settings = await settingsOf(ctx.read, ctx.org.id);
  const rows = await ctx.read
    .select()
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.candidateId, candidateId)))
    .orderBy(desc(application.createdAt), desc(application.id));
  const [asked] = await ctx.read
    .select({ at: erasure.createdAt, state: erasure.state })
    .from(erasure)
    .where(and(eq(erasure.orgId, ctx.org.id), eq(erasure.candidateId, candidateId)))
    .orderBy(desc(erasure.createdAt))
    .limit(1);
  const posts = await openPosts(ctx);
  const { name, email, phone, links } = person;
  const erasureFacts = {
    erased: false,
    underway: asked !== undefined,
    waiting: asked?.state === "waiting",
  };
  return {
    organization: { name: org?.name ?? "", slug: org?.slug ?? "" },
    ...settings,
    baselineNotices: await noticesOf(ctx, candidateId),
    person: { name, email, phone, links },
    applications: await ownApplications(
      ctx,
      rows,
      new Map(posts.map(({ job }) => [job.id, job.slug])),
    ),
    erasureAskedAt: toInstant(asked?.at ?? null),
    erasureWaits: asked?.state === "waiting",
    keeping: await ownKeeping(ctx, candidateId, rows),
    pool: await ownPool(ctx, org?.name ?? "", candidateId),
    canPrepare: posts.length > 0,
    may: {
      askErasure: mayOf(whyNotErase(erasureFacts)),
      joinPool: mayOf(whyNotJoinPool({ erasureAsked: asked !== undefined })),
    },
  };
}

async function noticesOf(
  { read, org }: ReadCtx,
  candidateId: string,
): Promise<OwnView["baselineNotices"]> {
  const rows = await read
    .select({
      applicationId: baselineNotice.applicationId,
      text: baselineNotice.text,
      at: baselineNotice.at,
    })
    .from(baselineNotice)
    .innerJoin(
      application,
      and(
        eq(application.orgId, baselineNotice.orgId),
        eq(application.id, baselineNotice.applicationId),
      ),
    )
    .where(and(eq(application.orgId, org.id), eq(application.candidateId, candidateId)))
    .orderBy(asc(baselineNotice.at));
  return rows.map(({ at, ...row }) => ({ ...row, at: toInstant(at) }));
}
