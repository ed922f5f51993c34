import type { Reader } from "@rubric/db";
import { jobPost, member } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import type { Duty } from "../duties.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import type { Policies } from "../policy/engine.ts";
import type { regionsAsked } from "../region/asked.ts";
import { toInstant } from "../wire.ts";
import { dutiesOfPost, postDutiesRule } from "./post-duties.ts";
import { postRangeRule, rangeFacts } from "./post-range.ts";
import { type JobState, postLacks, whyNotPublish, whyNotUnpublish } from "./rules.ts";
import { NO_STATEMENTS, type PostContent, type PostView } from "./schemas.ts";

export type PostRow = typeof jobPost.$inferSelect;

/** The versions of a job's post, newest first, with who published each. */
export async function postsOf(read: Reader, orgId: string, jobId: string) {
  return read
    .select({ post: jobPost, publishedBy: member.name })
    .from(jobPost)
    .leftJoin(member, and(eq(member.orgId, jobPost.orgId), eq(member.id, jobPost.publishedBy)))
    .where(and(eq(jobPost.orgId, orgId), eq(jobPost.jobId, jobId)))
    .orderBy(desc(jobPost.number));
}

/** What a version says. */
export function contentOfPost(post: PostRow): PostContent {
  const { payMinMinor: minMinor, payMaxMinor: maxMinor, payCurrency: currency } = post;
  return {
    title: post.title,
    body: post.body,
    pay:
      minMinor === null || maxMinor === null || currency === null
        ? null
        : { minMinor, maxMinor, currency },
    locations: post.locations,
    workplace: post.workplace,
    closingDate: post.closingDate,
    privacyNotice: post.privacyNotice,
    questions: questionsOf(post),
    statements: post.statements ?? NO_STATEMENTS,
  };
}

/** What a version asks; one from before eligibility was asked says nothing of it. */
export function questionsOf({ questions }: Pick<PostRow, "questions">): PostContent["questions"] {
  return questions.map((one) => ({ ...one, eligibility: one.eligibility ?? false }));
}

/** The columns of what a version says. */
export function columnsOfPost({ pay, ...post }: PostContent) {
  return {
    ...post,
    payMinMinor: pay?.minMinor ?? null,
    payMaxMinor: pay?.maxMinor ?? null,
    payCurrency: pay?.currency ?? null,
  };
}

/** A version as the job's page shows it. */
export function postView(
  post: PostRow,
  publishedBy: string | null,
  facts: {
    jobState: JobState;
    duties: ReadonlySet<Duty>;
    policy: Policies;
    asked: Awaited<ReturnType<typeof regionsAsked>>;
    newest: boolean;
  },
): PostView {
  const content = contentOfPost(post);
  const { jobState, policy, asked } = facts;
  const lacks = postLacks(content, asked.day);
  const owed = dutiesOfPost(asked, content);
  return {
    id: post.id,
    number: post.number,
    state: post.state,
    content,
    duties: facts.newest || post.state !== "unpublished" ? owed.duties : [],
    createdAt: toInstant(post.createdAt),
    publishedAt: toInstant(post.publishedAt),
    publishedBy,
    unpublishedAt: toInstant(post.unpublishedAt),
    unpublishedReason: post.unpublishedReason,
    may: {
      publish: mayOf(
        whyNotAllowed("job.publishPost", facts.duties),
        whyNotPublish({ state: post.state, lacks: [] }, jobState),
        policy.ask(postDutiesRule, owed.facts, { regions: content.locations }),
        policy.ask(postRangeRule, rangeFacts(content, lacks), { regions: content.locations }),
        whyNotPublish({ state: post.state, lacks }, jobState),
      ),
      unpublish: mayOf(
        whyNotAllowed("job.unpublishPost", facts.duties),
        whyNotUnpublish(post.state),
      ),
    },
  };
}

/** Takes down what is public of a job, with a reason; the job's row must be locked. */
export async function takeDownPosts(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  jobId: string,
  reason: string,
): Promise<string[]> {
  const rows = await ctx.tx
    .update(jobPost)
    .set({ state: "unpublished", unpublishedAt: ctx.clock, unpublishedReason: reason })
    .where(
      and(eq(jobPost.orgId, ctx.org.id), eq(jobPost.jobId, jobId), eq(jobPost.state, "published")),
    )
    .returning({ id: jobPost.id });
  return rows.map((row) => row.id);
}
