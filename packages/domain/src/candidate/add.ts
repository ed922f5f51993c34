import type { z } from "zod";
import { requireOpenJob, startApplication } from "../application/start-application.ts";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { personOf } from "./json-resume/person-of.ts";
import { keepPapers, requireUpload } from "./papers.ts";
import { knownPerson } from "./person.ts";
import type { AddCandidateInput, AddedView } from "./schemas.ts";

/** Adds someone to a job and tells them at once that they were (law 11). */
export async function addCandidate(
  ctx: CommandCtx,
  input: z.infer<typeof AddCandidateInput>,
): Promise<z.infer<typeof AddedView>> {
  await requireOpenJob(ctx, input.jobId);
  await requireUpload(ctx, input.uploadId);
  const { candidateId } = await knownPerson(ctx, personOf(input, null));
  const { id: applicationId } =
    (await startApplication(ctx, { candidateId, jobId: input.jobId, source: "added" })) ??
    refuse("ACTIVE_APPLICATION", {});
  await keepPapers(ctx, { applicationId, candidateId }, { uploadId: input.uploadId, resume: null });
  await queueMail(ctx, {
    template: "candidate.added",
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: applicationId,
  });
  ctx.audit({
    subject: { kind: "application", id: applicationId },
    after: { jobId: input.jobId, source: "added", uploadId: input.uploadId },
    candidateId,
  });
  return { applicationId, candidateId };
}
