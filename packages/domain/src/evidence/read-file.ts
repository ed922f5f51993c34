import { evidence, file } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadableFile } from "../candidate/read-file.ts";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { ReadEvidenceFileInput } from "./schemas.ts";

/** A file of a member's evidence, to be handed out as an attachment only. */
export async function readEvidenceFile(
  ctx: Pick<ReadCtx, "read" | "org">,
  { memberId, fileId }: z.infer<typeof ReadEvidenceFileInput>,
): Promise<ReadableFile> {
  const [found] = await ctx.read
    .select({ name: file.name, mediaType: file.mediaType, bytes: file.bytes })
    .from(evidence)
    .innerJoin(
      file,
      and(
        eq(file.orgId, evidence.orgId),
        eq(file.id, evidence.fileId),
        eq(file.memberId, evidence.memberId),
      ),
    )
    .where(
      and(
        eq(evidence.orgId, ctx.org.id),
        eq(evidence.memberId, memberId),
        eq(evidence.fileId, fileId),
      ),
    );
  return found ?? refuse("NOT_FOUND", {});
}
