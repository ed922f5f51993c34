import type { z } from "zod";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { toInstant } from "../wire.ts";
import {
  employeesOf,
  whyNotApprovePack,
  whyNotDiscardPack,
  whyNotImportPack,
} from "./pack-rules.ts";
import { packOn, packsOf, sizesOf, traitsOf } from "./packs.ts";
import { type RegionsAsked, bindingOf, statusOn } from "./rules.ts";
import type { RegionsView, ShowRegionsInput } from "./schemas.ts";

/** All rules of regions as of a day, the organization's size, and the versions of the pack. */
export async function showRegions(
  ctx: ReadCtx,
  input: z.infer<typeof ShowRegionsInput>,
): Promise<RegionsView> {
  return regionsView(ctx, input.day);
}

/** The page of regions, as the query and every command of this feature answer with it. */
export async function regionsView(
  ctx: Pick<CommandCtx, "read" | "org" | "actor" | "duties" | "clock">,
  on: string | null = null,
): Promise<RegionsView> {
  const { read, duties } = ctx;
  const orgId = ctx.org.id;
  const settings = await settingsOf(read, orgId);
  const today = dayIn(settings.timeZone, ctx.clock);
  const day = on ?? today;
  const sizes = await sizesOf(read, orgId);
  const traits = traitsOf(settings);
  const { pack, number } = await packOn(read, orgId, day);
  const versions = await packsOf(read, orgId);
  const self = ctx.actor.kind === "member" ? ctx.actor.memberId : "";
  const asked: RegionsAsked = { regions: [], day, employees: employeesOf(sizes), traits, pack };
  return {
    today,
    day,
    packNumber: number,
    sizes,
    traits,
    versions: versions.map(({ pack: row, author, approver }) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      effectiveFrom: row.effectiveFrom,
      rules: countOf(row.document),
      reason: row.reason,
      createdBy: author,
      createdAt: toInstant(row.createdAt),
      approvedBy: approver,
      approvedAt: toInstant(row.approvedAt),
      may: {
        approve: mayOf(
          whyNotAllowed("region.approvePack", duties),
          whyNotApprovePack(row, self, today),
        ),
        discard: mayOf(whyNotAllowed("region.discardPack", duties), whyNotDiscardPack(row)),
      },
    })),
    rules: pack.rules.map((rule) => ({
      id: rule.id,
      region: rule.region,
      topic: rule.duty.topic,
      status: statusOn(rule, day),
      binding: bindingOf(rule, asked),
      from: rule.from,
      to: rule.to,
      threshold: rule.threshold && { ...rule.threshold, more: rule.threshold.more ?? false },
      blocking: rule.blocking,
      source: rule.source,
      confidence: rule.confidence,
      sentence: rule.sentence,
    })),
    may: {
      import: mayOf(
        whyNotAllowed("region.importPack", duties),
        whyNotImportPack(versions.map((one) => one.pack)),
      ),
    },
  };
}

function countOf(document: object): number {
  return "rules" in document && Array.isArray(document.rules) ? document.rules.length : 0;
}
