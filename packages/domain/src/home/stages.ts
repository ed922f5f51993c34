import { together } from "@rubric/db";
import { application, applicationStage, candidate, debrief, job, stage } from "@rubric/db/schema";
import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { nextWord } from "../application/enter-stage.ts";
import { questionsWaiting } from "../application/questions.ts";
import { isWordDue } from "../application/rules.ts";
import type { ReadCtx } from "../context.ts";
import { notHidden } from "../interview/own-jobs.ts";
import { quorumOf, whyNotRead } from "../scorecard/seal.ts";
import { seatsOf, stagesOf } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import { wordsDue } from "./deadlines.ts";
import type { Reader } from "./own-interviews.ts";
import type { WaitingItem } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock" | "limits">;

/**
 * What the jobs that the reader leads wait for: debriefs, decisions, applications to review,
 * candidates' questions, and words promised to them within two days. Who may not read a stage yet (law 1) gets none of
 * it; who rated in a stage is called to its open debrief.
 */
export async function stagesWaiting(ctx: Ctx, reader: Reader): Promise<WaitingItem[]> {
  const rows = await currentStages(ctx, reader);
  const interviewed = rows.filter((row) => row.stageKind === "interview");
  const candidateIds = [...new Set(interviewed.map((row) => row.candidateId))];
  const led = rows.filter((row) => reader.jobs.leads.has(row.jobId));
  const [seats, stages, sessions, questions, dueOf] = await together([
    seatsOf(ctx.read, ctx.org.id, candidateIds),
    stagesOf(ctx.read, ctx.org.id, candidateIds),
    lastSessions(
      ctx,
      interviewed.map((row) => row.applicationId),
    ),
    questionsWaiting(
      ctx,
      led.map((row) => row.applicationId),
    ),
    wordsDue(
      ctx,
      rows.map((row) => row.applicationId),
    ),
  ]);
  const items: WaitingItem[] = [];
  const reviews = new Map<string, Extract<WaitingItem, { kind: "review" }>>();
  for (const row of rows) {
    const leads = reader.jobs.leads.has(row.jobId);
    const decides = reader.jobs.manages.has(row.jobId) || (leads && row.recruiterDecides);
    const about = {
      applicationId: row.applicationId,
      candidate: row.candidate,
      job: row.job,
      stage: row.stageName,
    };
    const word = dueOf("next_word", row.applicationId) ?? row.nextWordAt;
    const dueAt = toInstant(word);
    const asked = questions.get(row.applicationId);
    if (asked !== undefined) {
      const due =
        dueOf("question_answer", row.applicationId) ??
        nextWord(asked.since, { answerDays: ctx.limits.questionDays });
      const first = word !== null && word < due ? word : due;
      items.push({ kind: "question", ...about, dueAt: toInstant(first) });
    }
    if (row.stageKind === "review" && decides && row.decidedAt === null && row.state === "active") {
      addReview(reviews, row, dueAt);
      continue;
    }
    const found = stages.find(
      (s) => s.applicationId === row.applicationId && s.stageId === row.stageId,
    );
    const ownSeats = seats.filter((seat) => seat.candidateId === row.candidateId);
    const ownStages = stages.filter((s) => s.candidateId === row.candidateId);
    if (found !== undefined && row.stageKind === "interview" && row.decidedAt === null) {
      const session = sessions.get(`${row.applicationId} ${row.stageId}`) ?? "none";
      const sealed = whyNotRead(
        { memberId: reader.memberId, leads, decides },
        ownSeats,
        ownStages,
        found,
      );
      const quorate = quorumOf(ownSeats, found).met;
      if (sealed === null && session === "open") {
        items.push({ kind: "debrief", dueAt, open: true, ...about });
        continue;
      }
      if (sealed === null && leads && quorate && session === "none" && row.debrief) {
        items.push({ kind: "debrief", dueAt, open: false, ...about });
        continue;
      }
      const talked = session === "closed" || session === "not_held" || !row.debrief;
      if (sealed === null && decides && quorate && talked && row.state === "active") {
        items.push({ kind: "decision", dueAt, ...about });
        continue;
      }
    }
    const promised = leads && asked === undefined;
    if (promised && dueAt !== null && isWordDue(word, ctx.clock)) {
      items.push({ kind: "word", ...about, dueAt });
    }
  }
  return [...items, ...reviews.values()];
}

function addReview(
  reviews: Map<string, Extract<WaitingItem, { kind: "review" }>>,
  row: { jobId: string; job: string; stageName: string },
  dueAt: string | null,
): void {
  const known = reviews.get(row.jobId);
  const dues = [known?.dueAt ?? null, dueAt].filter((due) => due !== null).toSorted();
  reviews.set(row.jobId, {
    kind: "review",
    jobId: row.jobId,
    job: row.job,
    stage: row.stageName,
    count: (known?.count ?? 0) + 1,
    dueAt: dues[0] ?? null,
  });
}

/** Applications under way in a job that the reader leads, or in whose current stage they rated. */
async function currentStages(ctx: Ctx, reader: Reader) {
  const { read, org } = ctx;
  const open = await read
    .select({ applicationId: debrief.applicationId })
    .from(debrief)
    .where(and(eq(debrief.orgId, org.id), eq(debrief.state, "open")));
  const talking = open.map((row) => row.applicationId);
  const leads = [...reader.jobs.leads.keys()];
  if (leads.length === 0 && talking.length === 0) return [];
  return read
    .select({
      applicationId: application.id,
      candidateId: application.candidateId,
      candidate: candidate.name,
      jobId: job.id,
      job: job.title,
      recruiterDecides: job.recruiterDecides,
      state: application.state,
      stageId: stage.id,
      stageName: stage.name,
      stageKind: stage.kind,
      debrief: stage.debrief,
      nextWordAt: application.nextWordAt,
      decidedAt: applicationStage.decidedAt,
    })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(stage, and(eq(stage.orgId, application.orgId), eq(stage.id, application.stageId)))
    .innerJoin(
      applicationStage,
      and(
        eq(applicationStage.orgId, application.orgId),
        eq(applicationStage.applicationId, application.id),
        eq(applicationStage.stageId, application.stageId),
      ),
    )
    .where(
      and(
        eq(application.orgId, org.id),
        inArray(application.state, ["active", "on_hold"]),
        or(
          eq(application.jobId, sql`any(${sql.param(leads)}::uuid[])`),
          eq(application.id, sql`any(${sql.param(talking)}::uuid[])`),
        ),
        notHidden(reader.jobs),
      ),
    );
}

/** The state of the last debrief session by application and stage. */
async function lastSessions(ctx: Ctx, applicationIds: readonly string[]) {
  const found = new Map<string, "open" | "closed" | "not_held">();
  if (applicationIds.length === 0) return found;
  const rows = await ctx.read
    .select({
      applicationId: debrief.applicationId,
      stageId: debrief.stageId,
      state: debrief.state,
    })
    .from(debrief)
    .where(and(eq(debrief.orgId, ctx.org.id), inArray(debrief.applicationId, [...applicationIds])))
    .orderBy(desc(debrief.session));
  for (const row of rows) {
    const key = `${row.applicationId} ${row.stageId}`;
    if (!found.has(key)) found.set(key, row.state);
  }
  return found;
}
