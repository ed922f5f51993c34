import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { composeRecord } from "./compose.ts";
import type { ExportRecordInput, RecordDocument } from "./schemas.ts";

/** The record of one's growth with its files, to be taken along. */
export async function exportRecord(
  ctx: CommandCtx,
  { memberId }: z.infer<typeof ExportRecordInput>,
): Promise<RecordDocument> {
  const document = await composeRecord(ctx, memberId);
  // Files and words are not kept beside the key: who repeats the command asks anew.
  ctx.keepAnswer(null);
  ctx.audit({ subject: { kind: "member", id: memberId }, after: { version: document.version } });
  return document;
}
