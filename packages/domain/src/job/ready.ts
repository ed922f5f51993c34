import type { Reader } from "@rubric/db";
import { criterion, hiringTeam, opening, plan, planInterview, stage } from "@rubric/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import { isHeldDuty } from "../held-duty.ts";
import { dayIn, settingsOf } from "./access.ts";
import { contentOfPost, postsOf } from "./posts.ts";
import { postLacks, type ReadyFacts } from "./rules.ts";

/** The facts of a job's checklist: plan, team, openings, post. */
export async function readyFacts(
  read: Reader,
  orgId: string,
  jobId: string,
  clock: Date,
): Promise<ReadyFacts> {
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
    post: await postFacts(read, orgId, jobId, clock),
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

async function postFacts(
  read: Reader,
  orgId: string,
  jobId: string,
  clock: Date,
): Promise<ReadyFacts["post"]> {
  const posts = await postsOf(read, orgId, jobId);
  if (posts.some(({ post }) => post.state === "published")) return "published";
  const newest = posts[0]?.post;
  if (newest === undefined) return "none";
  const { timeZone } = await settingsOf(read, orgId);
  const lacks = postLacks(contentOfPost(newest), dayIn(timeZone, clock));
  return lacks.length === 0 ? "ready" : lacks;
}
