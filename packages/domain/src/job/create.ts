import { newId } from "@rubric/db";
import { frameworkLevel, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx, Member } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { newestPublished, requireFramework } from "../framework/access.ts";
import { requireMember } from "../identity/access.ts";
import { approvedRequisition, giveJob } from "../requisition/give-job.ts";
import { requisitionRequiredRule } from "../requisition/required.ts";
import { addSeats } from "../requisition/seats.ts";
import { replaceTeam } from "./duty-spans.ts";
import { seatsFor } from "./seats.ts";
import { whyNotLevel, whyNotTeam } from "./rules.ts";
import type { CreatedJobView, CreateJobInput } from "./schemas.ts";

type Input = z.infer<typeof CreateJobInput>;

/** Opens the checklist of a new job: a draft with its team and its openings. */
export async function createJob(
  ctx: CommandCtx,
  input: Input,
): Promise<z.infer<typeof CreatedJobView>> {
  const author = requireMember(ctx);
  const orgId = ctx.org.id;
  await requireFramework(ctx.tx, orgId, input.frameworkId);
  await requireLevel(ctx, input.frameworkId, input.levelKey);
  const team = await seatsFor(ctx.tx, orgId, namedTeam(input, author));
  const missing = whyNotTeam(team);
  if (missing !== null && missing.code !== "TEAM_INCOMPLETE") refuseIf(missing);

  const { frameworkId, recruiterId: _r, managerId: _m, openings, requisitionId, ...head } = input;
  const approved = requisitionId == null ? null : await approvedRequisition(ctx, requisitionId);
  ctx.policy.judge(
    requisitionRequiredRule,
    { approved: approved !== null },
    { regions: input.locations },
  );
  const jobId = newId();
  const row = {
    orgId,
    id: jobId,
    ...head,
    frameworkId,
    intake: { tasks: [], experience: [] },
    state: "draft" as const,
    createdBy: author.memberId,
    createdAt: ctx.clock,
  };
  const slug = slugOf(input.title);
  const written = await ctx.tx
    .insert(job)
    .values({ ...row, slug })
    .onConflictDoNothing()
    .returning({ id: job.id });
  if (written.length === 0) {
    await ctx.tx.insert(job).values({ ...row, slug: `${slug}-${jobId.slice(-6)}` });
  }
  await replaceTeam(ctx, jobId, team);
  if (approved !== null) await giveJob(ctx, approved.id, jobId);
  const seats = approved?.seats ?? openings;
  await addSeats(ctx, jobId, seats, { state: "open", requisitionId: approved?.id ?? null });
  ctx.audit({
    subject: { kind: "job", id: jobId },
    after: {
      ...head,
      frameworkId,
      openings: seats,
      ...(approved === null ? {} : { requisition: approved.number }),
      team: team.map(({ memberId, duty }) => ({ memberId, duty })),
    },
  });
  const opens =
    team.some((seat) => seat.memberId === author.memberId) ||
    author.roles.includes("admin") ||
    (author.roles.includes("recruiter") && !input.confidential);
  return { jobId, opens };
}

function namedTeam(input: Input, author: Member) {
  const own = (role: "recruiter" | "hiring_manager") =>
    author.roles.includes(role) ? author.memberId : null;
  const recruiter = input.recruiterId ?? own("recruiter");
  const manager = input.managerId ?? own("hiring_manager");
  return [
    ...(recruiter === null ? [] : [{ memberId: recruiter, duty: "recruiter" as const }]),
    ...(manager === null ? [] : [{ memberId: manager, duty: "hiring_manager" as const }]),
  ];
}

/** Refuses a level that the newest published version of the framework does not have. */
export async function requireLevel(
  ctx: Pick<CommandCtx, "tx" | "org">,
  frameworkId: string,
  key: string,
): Promise<void> {
  const version = await newestPublished(ctx.tx, ctx.org.id, frameworkId);
  const levels = await ctx.tx
    .select({ key: frameworkLevel.key })
    .from(frameworkLevel)
    .where(and(eq(frameworkLevel.orgId, ctx.org.id), eq(frameworkLevel.versionId, version.id)));
  const keys = levels.map((one) => one.key);
  refuseIf(whyNotLevel(keys, key));
}

function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  return slug || "job";
}
