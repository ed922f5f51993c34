import { newId } from "@rubric/db";
import { regionPack } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { whyNotFrom, whyNotImportPack } from "./pack-rules.ts";
import { lockSettings, packsOf } from "./packs.ts";
import { parseRegionPack } from "./parse.ts";
import type { ImportRegionPackInput, RegionsView } from "./schemas.ts";
import { regionsView } from "./show.ts";

/**
 * Reads a file into the next version of the rules, which binds nobody before a second admin approved
 * it. A file that is not right is refused whole, with the first place that is wrong.
 */
export async function importPack(
  ctx: CommandCtx,
  input: z.infer<typeof ImportRegionPackInput>,
): Promise<RegionsView> {
  const parsed = parseRegionPack(input.yaml);
  if (!parsed.ok) return refuse("FILE_REFUSED", parsed.error);
  await lockSettings(ctx);
  const orgId = ctx.org.id;
  const { timeZone } = await settingsOf(ctx.tx, orgId);
  refuseIf(whyNotFrom(input.effectiveFrom, dayIn(timeZone, ctx.clock)));
  const packs = (await packsOf(ctx.tx, orgId)).map((one) => one.pack);
  refuseIf(whyNotImportPack(packs));
  const id = newId();
  const number = (packs[0]?.number ?? 0) + 1;
  const { effectiveFrom, reason } = input;
  await ctx.tx.insert(regionPack).values({
    orgId,
    id,
    number,
    state: "draft",
    effectiveFrom,
    document: parsed.pack,
    reason,
    createdBy: requireMember(ctx).memberId,
    createdAt: ctx.clock,
  });
  ctx.audit({
    subject: { kind: "region_pack", id },
    after: { number, state: "draft", effectiveFrom, reason, rules: parsed.pack.rules.length },
  });
  return regionsView(ctx);
}
