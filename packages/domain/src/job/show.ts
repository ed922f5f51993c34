import { framework, plan, question } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { whyNotAllowed } from "../may.ts";
import { todayOf } from "../question/access.ts";
import { isOffered } from "../question/resting.ts";
import { requisitionsOf } from "../requisition/of-openings.ts";
import { requisitionRequiredRule } from "../requisition/required.ts";
import { regionsAsked } from "../region/asked.ts";
import { toInstant } from "../wire.ts";
import { openingsOf, requireJob, settingsOf, teamOf } from "./access.ts";
import { intakeView } from "./intake.ts";
import { jobMay, openingMay } from "./may.ts";
import { pinnedElsewhere, askedMove } from "./pins.ts";
import { planFacts } from "./plan/facts.ts";
import { contentOf, loadPlan } from "./plan/load.ts";
import { planProblems } from "./plan/rules.ts";
import { postsOf, postView } from "./posts.ts";
import { readyFacts } from "./ready.ts";
import { checklist } from "./rules.ts";
import { runningOf } from "./running.ts";
import type { JobInput, JobView } from "./schemas.ts";

/** All of a job: checklist, intake, plan, team, openings, posts, and what the actor may do. */
export async function showJob(ctx: ReadCtx, input: z.infer<typeof JobInput>): Promise<JobView> {
  return jobView(ctx, input.jobId);
}

/** The job's page, as the query and every command of this feature answer with it. */
export async function jobView(
  ctx: Pick<CommandCtx, "read" | "org" | "actor" | "duties" | "clock" | "policy">,
  jobId: string,
): Promise<JobView> {
  const { read, duties, clock } = ctx;
  const orgId = ctx.org.id;
  const row = await requireJob(read, orgId, jobId);
  const leads = duties.has("job_recruiter") || duties.has("job_manager");
  const today = await todayOf(ctx);
  const { rows: version, facts } = await planFacts(read, orgId, row, today);
  const [named] = await read
    .select({ name: framework.name })
    .from(framework)
    .where(and(eq(framework.orgId, orgId), eq(framework.id, row.frameworkId)));
  const plans = await read
    .select({ id: plan.id, state: plan.state })
    .from(plan)
    .where(and(eq(plan.orgId, orgId), eq(plan.jobId, jobId), ne(plan.state, "past")));
  const planOf = async (state: "current" | "draft") => {
    const found = plans.find((one) => one.state === state);
    return found === undefined ? null : loadPlan(read, orgId, found.id, leads);
  };
  const current = await planOf("current");
  const draft = await planOf("draft");
  const themes = new Map(version.themes.map((theme) => [theme.id, theme.name]));
  const competencies = version.competencies.map((one) => ({
    id: one.id,
    key: one.key,
    name: one.name,
    theme: themes.get(one.themeId) ?? "",
  }));
  const questions = leads
    ? await read
        .select({
          id: question.id,
          kind: question.kind,
          competencyKey: question.competencyKey,
          text: question.text,
        })
        .from(question)
        .where(
          and(
            eq(question.orgId, orgId),
            isNull(question.withdrawnAt),
            isOffered(jobId, today),
            inArray(
              question.competencyKey,
              competencies.map((one) => one.key),
            ),
          ),
        )
        .orderBy(asc(question.competencyKey), asc(question.id))
    : [];
  const levelKeys = new Map(version.levels.map((level) => [level.id, level.key]));
  const settings = await settingsOf(read, orgId);
  const asked = await regionsAsked(read, orgId, clock, row.locations, settings);
  const people = await teamOf(read, orgId, jobId);
  const openings = await openingsOf(read, orgId, jobId);
  const posts = await postsOf(read, orgId, jobId);
  const ready = await readyFacts(ctx, jobId, { posts, today: asked.day });
  const requisitions = await requisitionsOf(ctx, openings);
  const pinned = await pinnedElsewhere(read, orgId, jobId);
  const move = await askedMove(read, orgId, jobId);
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    team: row.team,
    levelKey: row.levelKey,
    level: version.levels.find((level) => level.key === row.levelKey)?.name ?? row.levelKey,
    employmentType: row.employmentType,
    locations: row.locations,
    confidential: row.confidential,
    recruiterDecides: row.recruiterDecides,
    state: row.state,
    stateReason: row.stateReason,
    createdAt: toInstant(row.createdAt),
    openedAt: toInstant(row.openedAt),
    closedAt: toInstant(row.closedAt),
    checklist: checklist(ready),
    framework: {
      id: row.frameworkId,
      name: named?.name ?? "",
      versionId: version.version.id,
      number: version.version.number,
      levels: version.levels.map(({ key, name }) => ({ key, name })),
      competencies: competencies.map(({ id, ...one }) => ({
        ...one,
        anchors: version.anchors
          .filter((anchor) => anchor.competencyId === id)
          .map((anchor) => ({
            levelKey: levelKeys.get(anchor.levelId) ?? "",
            summary: anchor.summary,
          })),
      })),
    },
    intake: await intakeView(ctx, row, { competencies, questions }),
    plans: {
      current,
      draft,
      problems: draft === null || !leads ? [] : planProblems(contentOf(draft), facts),
      pinned,
      move:
        move === null
          ? null
          : {
              reason: move.move.reason,
              askedBy: { id: move.move.askedBy, name: move.by },
              at: toInstant(move.move.askedAt),
            },
    },
    questions,
    people,
    openings: openings.map((one) => ({
      id: one.id,
      number: one.number,
      state: one.state,
      closeReason: one.closeReason,
      requisition: requisitions.get(one.requisitionId ?? "") ?? null,
      may: { close: openingMay(duties, one.state) },
    })),
    posts: posts.map(({ post, publishedBy }, at) =>
      postView(post, publishedBy, {
        jobState: row.state,
        duties,
        policy: ctx.policy,
        asked,
        newest: at === 0,
      }),
    ),
    postDefaults: { privacyNotice: settings.privacyNotice, today: asked.day },
    sees: {
      pipeline: leads || duties.has("other_recruiter"),
      kits: leads,
      approvals: whyNotAllowed("approval.showJobFlow", duties) === null,
    },
    may: jobMay({
      duties,
      actorId: ctx.actor.kind === "member" ? ctx.actor.memberId : "",
      state: row.state,
      ready,
      required: ctx.policy.ask(
        requisitionRequiredRule,
        { approved: false },
        { regions: row.locations },
      ),
      running: await runningOf(read, orgId, jobId),
      draft: draft !== null,
      move: {
        pinned: pinned.reduce((sum, one) => sum + one.applications, 0),
        asked: move === null ? null : { byId: move.move.askedBy, by: move.by },
      },
    }),
  };
}
