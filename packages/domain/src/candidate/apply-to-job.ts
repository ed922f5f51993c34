import { application, jobPost } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { disclose } from "../application/disclosures.ts";
import { requireOpenJob, startApplication } from "../application/start-application.ts";
import { isUnderWay } from "../application/under-way.ts";
import { keepNotice } from "../baseline/keep-notice.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { dayIn } from "../job/access.ts";
import { contentOfPost, questionsOf } from "../job/posts.ts";
import { rangesOfPost } from "../region/pay-ranges.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { whyNotResume } from "./json-resume/check.ts";
import { personOf } from "./json-resume/person-of.ts";
import { dropUpload, keepPapers, requireUpload } from "./papers.ts";
import { knownPerson } from "./person.ts";
import { postFacts, type PostRow, publicPosts } from "./posts.ts";
import { whyNotAnswered, whyNotApply } from "./rules.ts";
import type { AppliedView, ApplyInput } from "./schemas.ts";
import { currentSteps } from "./steps.ts";

type Input = z.infer<typeof ApplyInput>;

/**
 * Applies to a job. The answer is the same whether the address is known or an application is under
 * way, and nothing that is there is changed; of any number at once one starts. Keeps the version of
 * the post, and what it said of pay (law 8) and of a growth baseline. What the person sees of it goes by e-mail alone.
 */
export async function applyToJob(
  ctx: CommandCtx,
  input: Input,
): Promise<z.infer<typeof AppliedView>> {
  const post = await requireSeenPost(ctx, input);
  await requireOpenJob(ctx, post.jobId);
  refuseIf(whyNotAnswered(post.questions, input.answers));
  if (input.resume !== null) refuseIf(whyNotResume(input.resume));
  await requireUpload(ctx, input.uploadId);
  const { resume, uploadId } = input;
  const { candidateId } = await knownPerson(ctx, personOf(input, resume));
  const under = await hasUntoldEnd(ctx, candidateId, post.jobId);
  const started = under
    ? null
    : await startApplication(ctx, {
        candidateId,
        jobId: post.jobId,
        source: "applied",
        postId: post.id,
        answers: answersTo(post, input),
      });
  if (started === null) {
    await dropUpload(ctx, uploadId);
  } else {
    await keepPapers(ctx, { applicationId: started.id, candidateId }, { uploadId, resume });
    await keepNotice(ctx, started.id, "post", post.baselineNotice);
    await disclose(ctx, started.id, "post", rangesOfPost(contentOfPost(post)));
  }
  await queueMail(ctx, {
    template: started === null ? "candidate.appliedAgain" : "candidate.applied",
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: started?.id ?? candidateId,
  });
  ctx.audit({
    subject:
      started === null ? { kind: "job", id: post.jobId } : { kind: "application", id: started.id },
    after: { postId: post.id, started: started !== null, uploadId },
    candidateId,
  });
  const [first] = await currentSteps(ctx, post.jobId);
  return { done: true, answerDays: first?.answerDays ?? 0 };
}

/** Whether an application to the job has ended by a rejection that its candidate does not know of. */
async function hasUntoldEnd(ctx: CommandCtx, candidateId: string, jobId: string): Promise<boolean> {
  const [ended] = await ctx.tx
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.candidateId, candidateId),
        eq(application.jobId, jobId),
        eq(application.state, "rejected"),
        isUnderWay(),
      ),
    )
    .limit(1);
  return ended !== undefined;
}

/** The version of the post that was read; another may have followed it since. */
async function requireSeenPost(ctx: CommandCtx, input: Input): Promise<PostRow> {
  const { settings, posts } = await publicPosts(ctx, input.jobSlug);
  const [current] = posts;
  if (current === undefined) return refuse("POST_CLOSED", {});
  const [seen] = await ctx.tx
    .select()
    .from(jobPost)
    .where(
      and(
        eq(jobPost.orgId, ctx.org.id),
        eq(jobPost.id, input.postId),
        eq(jobPost.jobId, current.job.id),
      ),
    );
  if (seen === undefined || seen.publishedAt === null) return refuse("POST_CHANGED", {});
  const facts = postFacts(current, dayIn(settings.timeZone, ctx.clock));
  const version = { ...seen, isCurrent: seen.id === current.post.id };
  refuseIf(whyNotApply(facts, version, ctx.clock, ctx.limits));
  return seen;
}

function answersTo(post: PostRow, input: Input) {
  const given = new Map(input.answers.map(({ key, answer }) => [key, answer.trim()]));
  return questionsOf(post).flatMap(({ key, text, eligibility }) => {
    const answer = given.get(key) ?? "";
    return answer === "" ? [] : [{ key, text, answer: answer.toWellFormed(), eligibility }];
  });
}
