import { member } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { memberView } from "./access.ts";
import type { ColleaguesView } from "./schemas.ts";

/** Active colleagues by name, for choosing one; no service accounts. */
export async function pickMembers(ctx: ReadCtx): Promise<z.infer<typeof ColleaguesView>> {
  const rows = await ctx.read
    .select()
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.kind, "person"), eq(member.state, "active")))
    .orderBy(asc(member.name), asc(member.id));
  return {
    members: rows.map(memberView).map(({ id, name, title, roles }) => ({ id, name, title, roles })),
  };
}
