import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { handOver } from "../deadline/hand-over.ts";
import { refuseIf } from "../errors.ts";
import { lockJob, teamOf } from "./access.ts";
import { replaceTeam } from "./duty-spans.ts";
import { whyNotTeam } from "./rules.ts";
import type { JobView, SetTeamInput } from "./schemas.ts";
import { seatsFor } from "./seats.ts";
import { jobView } from "./show.ts";

/** Names the whole team of a job: recruiter and hiring manager at least, a substitute for conflicts (law 7). */
export async function setTeam(
  ctx: CommandCtx,
  input: z.infer<typeof SetTeamInput>,
): Promise<JobView> {
  const { id: jobId } = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  const team = await seatsFor(ctx.tx, orgId, input.team);
  refuseIf(whyNotTeam(team));
  const before = await teamOf(ctx.tx, orgId, jobId);
  await replaceTeam(ctx, jobId, team);
  await handOver(ctx, { jobId });
  const seats = (list: readonly { memberId: string; duty: string }[]) =>
    list.map(({ memberId, duty }) => ({ memberId, duty }));
  ctx.audit({
    subject: { kind: "job", id: jobId },
    before: { team: seats(before) },
    after: { team: seats(team) },
  });
  return jobView(ctx, jobId);
}
