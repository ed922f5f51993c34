import { createHash } from "node:crypto";
import { newId } from "@rubric/db";
import { application, file } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { whyNotClaim } from "./rules.ts";

type Ctx = Pick<CommandCtx, "tx" | "org" | "clock">;
export type Papers = { uploadId: string | null; resume: Record<string, unknown> | null };

/** Holds an upload that nobody has claimed yet until the command's end; UPLOAD_GONE otherwise. */
export async function requireUpload(ctx: Ctx, uploadId: string | null): Promise<void> {
  if (uploadId === null) return;
  const [held] = await ctx.tx
    .select({ id: file.id })
    .from(file)
    .where(
      and(
        eq(file.orgId, ctx.org.id),
        eq(file.id, uploadId),
        isNull(file.candidateId),
        isNull(file.memberId),
      ),
    )
    .for("update");
  refuseIf(whyNotClaim({ waits: held !== undefined }));
}

/**
 * Gives an application the papers it came with: the upload is the candidate's from here on, and a
 * JSON Resume is kept as the file that it is. Ask `requireUpload` first.
 */
export async function keepPapers(
  ctx: Ctx,
  to: { applicationId: string; candidateId: string },
  { uploadId, resume }: Papers,
): Promise<void> {
  const own = (id: string) => and(eq(file.orgId, ctx.org.id), eq(file.id, id));
  if (uploadId !== null) {
    await ctx.tx.update(file).set({ candidateId: to.candidateId }).where(own(uploadId));
  }
  const resumeId = resume === null ? null : await keepResume(ctx, to.candidateId, resume);
  const cvFileId = uploadId ?? resumeId;
  if (cvFileId === null) return;
  await ctx.tx
    .update(application)
    .set({ cvFileId })
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, to.applicationId)));
}

/** Deletes an upload that came with nothing new. */
export async function dropUpload(ctx: Ctx, uploadId: string | null): Promise<void> {
  if (uploadId === null) return;
  await ctx.tx
    .delete(file)
    .where(
      and(
        eq(file.orgId, ctx.org.id),
        eq(file.id, uploadId),
        isNull(file.candidateId),
        isNull(file.memberId),
      ),
    );
}

async function keepResume(
  ctx: Ctx,
  candidateId: string,
  resume: Record<string, unknown>,
): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(resume, null, 2), "utf8");
  const id = newId();
  await ctx.tx.insert(file).values({
    orgId: ctx.org.id,
    id,
    candidateId,
    name: "resume.json",
    mediaType: "application/json",
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    createdAt: ctx.clock,
  });
  return id;
}
