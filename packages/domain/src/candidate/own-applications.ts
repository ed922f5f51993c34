import { adjustment, file, job } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { shownRanges } from "../application/disclosures.ts";
import { knownTo } from "../application/known.ts";
import type { ApplicationRow } from "../application/rows.ts";
import type { ReadCtx } from "../context.ts";
import { ownFeedback } from "../feedback/own-feedback.ts";
import { mayOf } from "../may.ts";
import { candidateOffers } from "../offer/candidate-view.ts";
import { toInstant } from "../wire.ts";
import type { RegionalRange } from "../region/pay-ranges.ts";
import { correspondenceOf } from "./correspondence.ts";
import { ownInterviews } from "./own-interviews.ts";
import { lineOf, visitsOf } from "./own-steps.ts";
import { adjustmentLimitRule, questionLimitRule } from "./question-limits.ts";
import { endsByOffer, whyNotWithdrawOwn } from "./rules.ts";
import type { OwnApplication } from "./schemas.ts";
import { stepsOf } from "./steps.ts";

/** The candidate's applications as they may know them: a rejection once its e-mail has left. */
export async function ownApplications(
  ctx: ReadCtx,
  rows: readonly ApplicationRow[],
  /** Slugs of the jobs that one can prepare for now, by their ids. */
  posts: ReadonlyMap<string, string>,
): Promise<OwnApplication[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const knownOf = await knownTo(ctx, rows);
  const jobs = await jobsOf(
    ctx,
    rows.map((row) => row.jobId),
  );
  const steps = await stepsOf(ctx, [...new Set(rows.map((row) => row.planId))]);
  const visits = await visitsOf(ctx, ids);
  const ranges = await shownRanges(ctx, ids);
  const asked = await adjustmentsOf(ctx, ids);
  const messages = await correspondenceOf(ctx, ids);
  const interviews = await ownInterviews(
    ctx,
    rows.map((row) => ({ id: row.id, state: knownOf(row).state })),
  );
  const files = await filesOf(ctx, rows);
  const feedbackOn = await ownFeedback(ctx, rows);
  const views: OwnApplication[] = [];
  for (const row of rows) {
    const known = knownOf(row);
    const { state, nextWordAt, told } = known;
    // An offer that fell through says that its application ends.
    const offers = told || state !== "hired" ? await candidateOffers(ctx, row.id) : [];
    const over = endsByOffer(state, offers);
    const of = jobs.get(row.jobId);
    const about = { regions: of?.locations ?? [], subjectId: row.candidateId };
    const waiting = asked.filter((one) => one.applicationId === row.id);
    const open = waiting.filter((one) => one.answeredAt === null).length;
    const written = messages.get(row.id) ?? [];
    const unanswered = written.length - 1 - written.findLastIndex((one) => one.from !== null);
    const { feedback, askFeedback } = await feedbackOn(row, known, about);
    views.push({
      id: row.id,
      job: { title: of?.title ?? "", team: of?.team ?? "", locations: of?.locations ?? [] },
      state,
      createdAt: toInstant(row.createdAt),
      endedAt: told ? toInstant(row.endedAt) : null,
      nextWordAt: over ? null : toInstant(nextWordAt),
      ...rangesView(ranges.get(row.id) ?? []),
      steps: lineOf(row, over ? "withdrawn" : state, steps, visits),
      interviews: interviews.get(row.id) ?? [],
      offers,
      answers: row.answers,
      files: files
        .filter((one) => one.id === row.cvFileId)
        .map(({ id, name, size }) => ({ id, name, size })),
      adjustments: waiting.map(({ applicationId: _, createdAt, answeredAt, ...one }) => ({
        ...one,
        createdAt: toInstant(createdAt),
        answeredAt: toInstant(answeredAt),
      })),
      messages: written,
      feedback,
      prepareFor: posts.get(row.jobId) ?? null,
      may: {
        askFeedback,
        withdraw: mayOf(whyNotWithdrawOwn(state)),
        ask: mayOf(
          whyNotWithdrawOwn(state),
          ctx.policy.ask(questionLimitRule, { waiting: unanswered }, about),
        ),
        askAdjustment: mayOf(
          whyNotWithdrawOwn(state),
          ctx.policy.ask(adjustmentLimitRule, { waiting: open }, about),
        ),
      },
    });
  }
  return views;
}

type Ctx = Pick<ReadCtx, "read" | "org">;

function rangesView(shown: readonly RegionalRange[]): Pick<OwnApplication, "range" | "ranges"> {
  const ranges = shown.map(({ region, minMinor, maxMinor, currency }) => ({
    region,
    minMinor,
    maxMinor,
    currency,
  }));
  const own = ranges.find((one) => one.region === null);
  if (own === undefined) return { range: null, ranges };
  const { region: _none, ...range } = own;
  return { range, ranges };
}

async function jobsOf(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.read
    .select({ id: job.id, title: job.title, team: job.team, locations: job.locations })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), inArray(job.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}

async function adjustmentsOf(ctx: Ctx, ids: readonly string[]) {
  return ctx.read
    .select({
      id: adjustment.id,
      applicationId: adjustment.applicationId,
      asked: adjustment.asked,
      effect: adjustment.effect,
      createdAt: adjustment.createdAt,
      answeredAt: adjustment.answeredAt,
    })
    .from(adjustment)
    .where(and(eq(adjustment.orgId, ctx.org.id), inArray(adjustment.applicationId, [...ids])))
    .orderBy(asc(adjustment.createdAt));
}

async function filesOf(ctx: Ctx, rows: readonly ApplicationRow[]) {
  const ids = rows.flatMap((row) => (row.cvFileId === null ? [] : [row.cvFileId]));
  if (ids.length === 0) return [];
  return ctx.read
    .select({ id: file.id, name: file.name, size: file.size })
    .from(file)
    .where(and(eq(file.orgId, ctx.org.id), inArray(file.id, ids)));
}
