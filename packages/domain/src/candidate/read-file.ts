import { application, file } from "@rubric/db/schema";
import { aliasedTable, and, eq, ne, notExists, or, sql } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { ReadFileInput } from "./schemas.ts";

export type ReadableFile = { name: string; mediaType: string; bytes: Buffer };

/**
 * A file that the application's candidate sent, to be handed out as an attachment only. What came
 * with another application of theirs is not read through this one, unless a transfer took it along.
 */
export async function readFile(
  ctx: Pick<ReadCtx, "read" | "org">,
  input: z.infer<typeof ReadFileInput>,
): Promise<ReadableFile> {
  const other = aliasedTable(application, "other");
  const ofAnother = ctx.read
    .select({ one: sql`1` })
    .from(other)
    .where(
      and(
        eq(other.orgId, file.orgId),
        eq(other.cvFileId, file.id),
        ne(other.id, input.applicationId),
      ),
    );
  const [found] = await ctx.read
    .select({ name: file.name, mediaType: file.mediaType, bytes: file.bytes })
    .from(application)
    .innerJoin(
      file,
      and(eq(file.orgId, application.orgId), eq(file.candidateId, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, input.applicationId),
        eq(file.id, input.fileId),
        or(eq(application.cvFileId, file.id), notExists(ofAnother)),
      ),
    );
  return found ?? refuse("NOT_FOUND", {});
}
