import type { ReadCtx } from "../context.ts";
import { type Denial, deny } from "../errors.ts";
import { sealsOf } from "../scorecard/seal-facts.ts";
import { ownApplications } from "./own-applications.ts";

type About = { candidateId: string | null; jobId: string | null };

/**
 * Why the caller reads nothing that is about these candidates or a job: they owe a scorecard on the
 * candidate or were excused from an undecided one (law 1), or apply to the job themselves (law 7).
 */
export async function aboutReader(
  ctx: ReadCtx,
  candidateIds: readonly string[],
): Promise<(about: About) => Denial | null> {
  const applied = await ownApplications(ctx);
  const sealFor = await sealsOf(ctx, candidateIds);
  return ({ candidateId, jobId }) => {
    const hidden =
      (jobId !== null && applied.jobIds.has(jobId)) ||
      (candidateId !== null && applied.candidateIds.has(candidateId));
    if (hidden) return deny("NOT_FOUND", {});
    return candidateId === null ? null : sealFor(candidateId).blind;
  };
}
