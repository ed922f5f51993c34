import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuseIf } from "../errors.ts";
import { requireFramework } from "../framework/access.ts";
import { dayOf, levelsOf } from "./access.ts";
import { whyNotBand, whyNotLevel } from "./rules.ts";
import type { BandListView, DraftBandInput } from "./schemas.ts";
import { bandListView } from "./view.ts";
import { writeDraft } from "./write-draft.ts";

/** Drafts the next version of a level's band in a region; it binds once another admin approves it. */
export async function draftBand(
  ctx: CommandCtx,
  input: z.infer<typeof DraftBandInput>,
): Promise<BandListView> {
  const { memberId } = requireMember(ctx);
  await requireFramework(ctx.tx, ctx.org.id, input.frameworkId);
  const level = input.band.levelKey;
  refuseIf(whyNotLevel(await levelsOf(ctx, input.frameworkId), level));
  refuseIf(whyNotBand(input.band, dayOf(ctx.clock)));
  const row = await writeDraft(ctx, memberId, input);
  ctx.audit({
    subject: { kind: "pay_band", id: row.id },
    after: { state: "draft", number: row.number, band: input.band, reason: input.reason },
  });
  return bandListView(ctx, input.frameworkId);
}
