import {
  adjustment,
  application,
  candidate,
  file,
  job,
  planInterview,
  stage,
} from "@rubric/db/schema";
import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { askMay, whyNotAllowed } from "../may.ts";
import { whyNotDraft } from "../scorecard/rules.ts";
import { scorecardView } from "../scorecard/view.ts";
import { toInstant } from "../wire.ts";
import { requireInterview } from "./access.ts";
import { kitOf } from "./kit-rows.ts";
import { othersOf } from "./others.ts";
import { stateNow, whyNotAbsent, whyNotArrange, whyNotInState } from "./rules.ts";
import type { KitView, ShowKitInput } from "./schemas.ts";
import { seatsOfInterviews } from "./seats.ts";

/**
 * Everything an interviewer needs while talking, and no more: no contact, no pay, no reason of an
 * adjustment (law 17), nobody else's judgement before it is open to them (law 1).
 */
export async function showKit(ctx: ReadCtx, input: z.infer<typeof ShowKitInput>): Promise<KitView> {
  const { read, org } = ctx;
  const row = await requireInterview(read, org.id, input.interviewId);
  const about = await aboutOf(ctx, row.applicationId, row.planInterviewId, row.stageId);
  const seats = await seatsOfInterviews(read, org.id, [row.id]);
  const memberId = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  const mine = seats.find((seat) => seat.memberId === memberId && seat.state !== "void");
  const own = mine === undefined ? null : await scorecardView(read, org.id, mine.scorecardId);
  const noted = new Set(
    [...(own?.draft.notes ?? []), ...(own?.versions.flatMap((v) => v.notes) ?? [])]
      .filter((note) => note.text.trim() !== "")
      .map((note) => note.questionId),
  );
  const kit = await kitOf(read, org.id, row.planInterviewId, noted);
  const may = await askMay(
    { ...ctx, duties: new Set([...ctx.duties, ...(own === null ? [] : ["author" as const])]) },
    about.candidateId,
  );
  const submitted = seats.filter((s) => s.state === "submitted" || s.state === "struck").length;
  return {
    interview: {
      id: row.id,
      name: about.plan.name,
      kind: about.plan.kind,
      state: stateNow(row, ctx.clock),
      startsAt: toInstant(row.startsAt),
      endsAt: toInstant(row.endsAt),
      plannedMinutes: about.plan.minutes,
      place: row.place,
      instructions: about.plan.instructions,
      focus: row.focus,
      extra: row.extra,
    },
    stage: about.stage,
    job: about.job,
    application: {
      id: row.applicationId,
      ended: whyNotArrange(about.applicationState) !== null,
    },
    candidate: {
      name: about.candidateName,
      headline: about.headline,
      cv: about.cv,
      answers: about.answers.map(({ text, answer }) => ({ text, answer })),
    },
    adjustments: await effectsOf(ctx, row.applicationId),
    people: seats.map(({ name, shadow, state }) => ({ name, shadow, state })),
    ...kit,
    scorecard: own,
    others: await othersOf(ctx, about.candidateId, row, own?.id ?? null),
    policy: {
      extremeEvidenceLength: ctx.limits.extremeEvidenceLength,
      ratedShareForRecommendation: ctx.limits.ratedShareForRecommendation,
      interviewEarlyMinutes: ctx.limits.interviewEarlyMinutes,
    },
    may: {
      write: may("scorecard.saveDraft", own === null ? null : whyNotDraft(own.state)),
      markAbsent: may("interview.markAbsent", whyNotAbsent(row, submitted, ctx.clock)),
      setFocus: may(
        "interview.setFocus",
        whyNotInState("setFocus", row, ctx.clock) ?? whyNotArrange(about.applicationState),
      ),
      readFile: whyNotAllowed("candidate.readFile", ctx.duties) === null,
      openApplication: whyNotAllowed("application.show", ctx.duties) === null,
    },
  };
}

async function aboutOf(
  ctx: ReadCtx,
  applicationId: string,
  planInterviewId: string,
  stageId: string,
) {
  const { read, org } = ctx;
  const [row] = await read
    .select({
      candidateId: candidate.id,
      candidateName: candidate.name,
      headline: candidate.headline,
      applicationState: application.state,
      answers: application.answers,
      jobId: job.id,
      title: job.title,
      cvId: file.id,
      cvName: file.name,
      plan: planInterview,
      stageName: stage.name,
      assesses: stage.assesses,
    })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(
      planInterview,
      and(eq(planInterview.orgId, application.orgId), eq(planInterview.id, planInterviewId)),
    )
    .innerJoin(stage, and(eq(stage.orgId, application.orgId), eq(stage.id, stageId)))
    .leftJoin(file, and(eq(file.orgId, application.orgId), eq(file.id, application.cvFileId)))
    .where(and(eq(application.orgId, org.id), eq(application.id, applicationId)));
  if (row === undefined) return refuse("NOT_FOUND", {});
  const { jobId, title, cvId, cvName, stageName, assesses, ...rest } = row;
  return {
    ...rest,
    job: { id: jobId, title },
    stage: { id: stageId, name: stageName, assesses },
    cv: cvId === null || cvName === null ? null : { fileId: cvId, name: cvName },
  };
}

/** Law 17: what is to be done for the candidate, never why. */
async function effectsOf(ctx: ReadCtx, applicationId: string): Promise<string[]> {
  const rows = await ctx.read
    .select({ effect: adjustment.effect })
    .from(adjustment)
    .where(
      and(
        eq(adjustment.orgId, ctx.org.id),
        eq(adjustment.applicationId, applicationId),
        isNotNull(adjustment.answeredAt),
        ne(adjustment.effect, ""),
      ),
    )
    .orderBy(asc(adjustment.createdAt));
  return rows.map((row) => row.effect);
}
