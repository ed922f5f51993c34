import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { memberView, requireMemberRow } from "./access.ts";
import type { MemberView, SetEstablishmentInput } from "./schemas.ts";

/** Says where a person works: what policies say of that place holds for them. */
export async function setEstablishment(
  ctx: CommandCtx,
  { memberId, establishment }: z.infer<typeof SetEstablishmentInput>,
): Promise<MemberView> {
  const row = await requireMemberRow(ctx.tx, ctx.org.id, memberId);
  const [changed] = await ctx.tx
    .update(member)
    .set({ establishment })
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId), eq(member.kind, "person")))
    .returning();
  if (changed === undefined) return refuse("NOT_FOUND", {});
  ctx.audit({
    subject: { kind: "member", id: memberId },
    before: { establishment: row.establishment },
    after: { establishment },
  });
  return memberView(changed);
}
