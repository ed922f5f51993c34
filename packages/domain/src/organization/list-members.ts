import { member } from "@rubric/db/schema";
import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { memberView } from "./access.ts";
import type { MembersView } from "./schemas.ts";

/** All members, service accounts among them, with their addresses, roles and states. */
export async function listMembers(ctx: ReadCtx): Promise<z.infer<typeof MembersView>> {
  const rows = await ctx.read
    .select()
    .from(member)
    .where(eq(member.orgId, ctx.org.id))
    .orderBy(asc(member.name), asc(member.id));
  return { members: rows.map(memberView) };
}
