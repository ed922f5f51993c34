import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { explain } from "../errors.ts";
import { whyNotAllowed } from "../may.ts";
import { requireMemberRow } from "../organization/access.ts";
import { sideOf } from "../review/access.ts";
import { RecordSections } from "./document.ts";
import type { RecordView, ShowRecordInput } from "./schemas.ts";
import { readSections } from "./sections.ts";

/** What a member's record would hold; the record itself is the member's alone. */
export async function showRecord(
  ctx: ReadCtx,
  { memberId }: z.infer<typeof ShowRecordInput>,
): Promise<RecordView> {
  const { id, name } = await requireMemberRow(ctx.read, ctx.org.id, memberId);
  const mine = sideOf(ctx);
  const denial = whyNotAllowed("record.export", ctx.duties);
  const held = mine === "self" ? await readSections(ctx, memberId) : null;
  return {
    member: { id, name },
    mine,
    counts:
      held === null
        ? []
        : RecordSections.keyof().options.map((section) => ({
            section,
            count: held[section].length,
          })),
    may: { export: denial && explain(denial) },
  };
}
