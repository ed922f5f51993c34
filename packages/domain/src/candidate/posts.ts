import { type Database, type Given, prepared, together } from "@rubric/db";
import { job, jobPost } from "@rubric/db/schema";
import { and, desc, eq, type Placeholder, type SQL } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { dayIn, type Settings, settingsOf } from "../job/access.ts";
import { toInstant } from "../wire.ts";
import { type PostFacts, whyNotPublic } from "./rules.ts";
import type { PostLine } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;
type JobRow = typeof job.$inferSelect;
export type PostRow = typeof jobPost.$inferSelect;
export type Posted = { job: JobRow; post: PostRow };

/** What the rules on a post are asked with. */
export function postFacts({ job: of, post }: Posted, today: string): PostFacts {
  return { job: of.state, state: post.state, closingDate: post.closingDate, today };
}

const published = (db: Pick<Database, "select">, orgId: Placeholder<string, string>, which?: SQL) =>
  db
    .select({ job, post: jobPost })
    .from(jobPost)
    .innerJoin(job, and(eq(job.orgId, jobPost.orgId), eq(job.id, jobPost.jobId)))
    .where(
      and(eq(jobPost.orgId, orgId), eq(jobPost.state, "published"), eq(job.state, "open"), which),
    )
    .orderBy(desc(jobPost.publishedAt), desc(jobPost.id));
const allPublished = prepared((db, of: Given<{ orgId: string }>) => published(db, of.orgId));
const publishedOfJob = prepared((db, of: Given<{ orgId: string; jobSlug: string }>) =>
  published(db, of.orgId, eq(job.slug, of.jobSlug)),
);

/** The posts that the public reads now, newest first; of one job where it is named. */
export async function publicPosts(
  ctx: Ctx,
  jobSlug?: string,
): Promise<{ settings: Settings; posts: Posted[] }> {
  const orgId = ctx.org.id;
  const [settings, rows] = await together([
    settingsOf(ctx.read, orgId),
    jobSlug === undefined
      ? allPublished(ctx.read, { orgId })
      : publishedOfJob(ctx.read, { orgId, jobSlug }),
  ]);
  const today = dayIn(settings.timeZone, ctx.clock);
  return { settings, posts: rows.filter((row) => whyNotPublic(postFacts(row, today)) === null) };
}

/** A post as the public sees it in a list. */
export function postLine({ job: of, post }: Posted): PostLine {
  const { payMinMinor: minMinor, payMaxMinor: maxMinor, payCurrency: currency } = post;
  return {
    jobSlug: of.slug,
    jobId: of.id,
    postId: post.id,
    title: post.title === "" ? of.title : post.title,
    team: of.team,
    employmentType: of.employmentType,
    locations: post.locations.length === 0 ? of.locations : post.locations,
    workplace: post.workplace,
    pay:
      minMinor === null || maxMinor === null || currency === null
        ? null
        : { minMinor, maxMinor, currency },
    closingDate: post.closingDate,
    publishedAt: toInstant(post.publishedAt ?? post.createdAt),
  };
}
