import type { Reader } from "@rubric/db";
import { criterion, hiringTeam, opening, plan, planInterview, stage } from "@rubric/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { dayIn, settingsOf } from "./access.ts";
import { postRangeRule, rangeFacts } from "./post-range.ts";
import { contentOfPost, postsOf } from "./posts.ts";
import { postLacks, type ReadyFacts } from "./rules.ts";

type Ctx = Pick<CommandCtx, "read" | "org" | "clock" | "policy">;

/** The versions of the job's post and the organization's day, where they were read already. */
type Known = { posts: Awaited<ReturnType<typeof postsOf>>; today: string };

/** The facts of a job's checklist: plan, team, openings, post. */
export async function readyFacts(ctx: Ctx, jobId: string, known?: Known): Promise<ReadyFacts> {
  const { read } = ctx;
  const orgId = ctx.org.id;
  const plans = await read
    .select({ id: plan.id, state: plan.state })
    .from(plan)
    .where(and(eq(plan.orgId, orgId), eq(plan.jobId, jobId)));
  const current = plans.find((one) => one.state === "current");
  const team = await read
    .select({ duty: hiringTeam.duty })
    .from(hiringTeam)
    .where(and(eq(hiringTeam.orgId, orgId), eq(hiringTeam.jobId, jobId), isHeldDuty()));
  const [openings] = await read
    .select({ open: count() })
    .from(opening)
    .where(and(eq(opening.orgId, orgId), eq(opening.jobId, jobId), eq(opening.state, "open")));
  return {
    ...(current === undefined
      ? { criteria: 0, interviews: 0 }
      : await sizeOf(read, orgId, current.id)),
    draftPlan: plans.some((one) => one.state === "draft"),
    recruiters: team.filter((one) => one.duty === "recruiter").length,
    managers: team.filter((one) => one.duty === "hiring_manager").length,
    openOpenings: openings?.open ?? 0,
    post: postFacts(ctx, known ?? (await loaded(ctx, jobId))),
  };
}

async function sizeOf(read: Reader, orgId: string, planId: string) {
  const [criteria] = await read
    .select({ size: count() })
    .from(criterion)
    .where(
      and(eq(criterion.orgId, orgId), eq(criterion.planId, planId), isNull(criterion.withdrawnAt)),
    );
  const [interviews] = await read
    .select({ size: count() })
    .from(planInterview)
    .innerJoin(
      stage,
      and(eq(stage.orgId, planInterview.orgId), eq(stage.id, planInterview.stageId)),
    )
    .where(and(eq(planInterview.orgId, orgId), eq(stage.planId, planId)));
  return { criteria: criteria?.size ?? 0, interviews: interviews?.size ?? 0 };
}

async function loaded(ctx: Ctx, jobId: string): Promise<Known> {
  const settings = await settingsOf(ctx.read, ctx.org.id);
  const posts = await postsOf(ctx.read, ctx.org.id, jobId);
  return { posts, today: dayIn(settings.timeZone, ctx.clock) };
}

function postFacts({ policy }: Ctx, { posts, today }: Known): ReadyFacts["post"] {
  if (posts.some(({ post }) => post.state === "published")) return "published";
  const newest = posts[0]?.post;
  if (newest === undefined) return "none";
  const content = contentOfPost(newest);
  const lacks = postLacks(content, today);
  const facts = rangeFacts(content, lacks);
  const asked = policy.ask(postRangeRule, facts, { regions: content.locations });
  if (asked !== null) return [...lacks, "a pay range"];
  return lacks.length === 0 ? "ready" : lacks;
}
