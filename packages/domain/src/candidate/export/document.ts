import {
  application,
  candidate,
  erasure,
  experiment,
  exposure,
  file,
  mail,
  relation,
} from "@rubric/db/schema";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { knownTo } from "../../application/known.ts";
import { tellsOfUntoldEnd } from "../../application/told.ts";
import type { ReadCtx } from "../../context.ts";
import { refuse } from "../../errors.ts";
import { openOwnAnswers, ownAnswers } from "../../fairness/own-answers.ts";
import { organizationById } from "../../identity/lookups.ts";
import { toInstant } from "../../wire.ts";
import type { ExportDocument, ExportedApplication } from "./schema.ts";
import { exportedApplication } from "./application.ts";
import { exportedDeadlines } from "./deadlines.ts";
import { keptOf } from "./kept.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock" | "actor">;

/** Everything that is held about a person, of every application, sealed or not (law 10). */
export async function exportDocument(ctx: Ctx, candidateId: string): Promise<ExportDocument> {
  const [person] = await ctx.read
    .select()
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, candidateId)));
  if (person === undefined) return refuse("NOT_FOUND", {});
  const rows = await ctx.read
    .select()
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.candidateId, candidateId)))
    .orderBy(asc(application.createdAt), asc(application.id));
  const knownOf = await knownTo(ctx, rows);
  const applications: ExportedApplication[] = [];
  for (const row of rows) applications.push(await exportedApplication(ctx, row, knownOf(row)));
  const { name, email, phone, headline, location, links, resume, createdAt } = person;
  return {
    format: "rubric-export-1",
    heldAt: toInstant(ctx.clock),
    organization: (await organizationById(ctx.read, ctx.org.id))?.name ?? "",
    person: {
      name,
      email,
      phone,
      headline,
      location,
      links,
      resume,
      heldSince: toInstant(createdAt),
    },
    files: await filesOf(ctx, candidateId),
    applications,
    relations: await relationsOf(ctx, candidateId),
    emails: await emailsOf(
      ctx,
      candidateId,
      rows.map((row) => row.id),
    ),
    ...(await keptOf(
      ctx,
      candidateId,
      rows.map((row) => row.id),
    )),
    erasures: await erasuresOf(ctx, candidateId),
    deadlines: await exportedDeadlines(
      ctx,
      candidateId,
      new Map(rows.map((row) => [row.id, knownOf(row)])),
    ),
    experiments: await experimentsOf(ctx, [candidateId, ...rows.map((row) => row.id)]),
    selfIdentification: await identificationsOf(
      ctx,
      new Map(rows.map((row, at) => [row.id, applications[at]?.job ?? ""])),
    ),
  };
}

async function filesOf(ctx: Ctx, candidateId: string): Promise<ExportDocument["files"]> {
  const { name, mediaType, size, sha256, createdAt } = file;
  const rows = await ctx.read
    .select({ name, mediaType, size, sha256, createdAt })
    .from(file)
    .where(and(eq(file.orgId, ctx.org.id), eq(file.candidateId, candidateId)))
    .orderBy(asc(createdAt));
  return rows.map(({ createdAt: at, ...one }) => ({ ...one, receivedAt: toInstant(at) }));
}

async function relationsOf(ctx: Ctx, candidateId: string): Promise<ExportDocument["relations"]> {
  const rows = await ctx.read
    .select()
    .from(relation)
    .where(and(eq(relation.orgId, ctx.org.id), eq(relation.candidateId, candidateId)))
    .orderBy(asc(relation.createdAt));
  return rows.map(({ kind, note, createdAt }) => ({
    by: kind === "self" ? "yourself" : "a member",
    kind,
    note,
    at: toInstant(createdAt),
  }));
}

async function emailsOf(
  ctx: Ctx,
  candidateId: string,
  applicationIds: readonly string[],
): Promise<ExportDocument["emails"]> {
  const rows = await ctx.read
    .select()
    .from(mail)
    .where(
      and(
        eq(mail.orgId, ctx.org.id),
        or(
          eq(mail.recipientId, candidateId),
          inArray(mail.subjectId, [candidateId, ...applicationIds]),
        ),
      ),
    )
    .orderBy(asc(mail.createdAt), asc(mail.id));
  const left = rows.filter((row) => !tellsOfUntoldEnd(row));
  return left.map(({ template, recipient, state, sentAt, sendAfter }) => ({
    what: template,
    to: recipient === "candidate" ? "you" : "a member",
    state,
    at: toInstant(sentAt ?? sendAfter),
  }));
}

async function experimentsOf(
  ctx: Ctx,
  subjectIds: readonly string[],
): Promise<ExportDocument["experiments"]> {
  const rows = await ctx.read
    .select({ question: experiment.question, variant: exposure.variant, at: exposure.at })
    .from(exposure)
    .innerJoin(
      experiment,
      and(eq(experiment.orgId, exposure.orgId), eq(experiment.id, exposure.experimentId)),
    )
    .where(and(eq(exposure.orgId, ctx.org.id), inArray(exposure.subjectId, [...subjectIds])))
    .orderBy(asc(exposure.at), asc(experiment.id));
  return rows.map(({ at, ...one }) => ({ ...one, since: toInstant(at) }));
}

async function identificationsOf(
  ctx: Ctx,
  jobs: ReadonlyMap<string, string>,
): Promise<ExportDocument["selfIdentification"]> {
  const { candidateId } = await openOwnAnswers(ctx);
  const answers = await ownAnswers(ctx.read, ctx.org.id, candidateId);
  return answers.map(({ applicationId, attribute, answer, answeredAt }) => ({
    job: jobs.get(applicationId) ?? "",
    attribute,
    answer,
    at: toInstant(answeredAt),
  }));
}

async function erasuresOf(ctx: Ctx, candidateId: string): Promise<ExportDocument["erasures"]> {
  const rows = await ctx.read
    .select()
    .from(erasure)
    .where(and(eq(erasure.orgId, ctx.org.id), eq(erasure.candidateId, candidateId)))
    .orderBy(asc(erasure.createdAt));
  return rows.map(({ state, askedBy, createdAt }) => ({
    state,
    askedBy: askedBy === "candidate" ? "you" : askedBy === "admin" ? "an admin" : "the law",
    at: toInstant(createdAt),
  }));
}
