import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { refuse } from "../errors.ts";
import { organizationById } from "../identity/lookups.ts";
import { toInstant } from "../wire.ts";
import { RECORD_FORMAT, RECORD_VERSION } from "./document.ts";
import type { RecordDocument } from "./schemas.ts";
import { readSections, type SectionCtx } from "./sections.ts";

/** The record of a member's growth, as they may read it now; NOT_FOUND without such a member. */
export async function composeRecord(ctx: SectionCtx, memberId: string): Promise<RecordDocument> {
  const [person] = await ctx.read
    .select({ name: member.name, title: member.title })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId)));
  if (person === undefined) return refuse("NOT_FOUND", {});
  return {
    format: RECORD_FORMAT,
    version: RECORD_VERSION,
    madeAt: toInstant(ctx.clock),
    organization: (await organizationById(ctx.read, ctx.org.id))?.name ?? "",
    person,
    sections: await readSections(ctx, memberId),
  };
}
