import { newId } from "@rubric/db";
import { member } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { memberView } from "./access.ts";
import type { AddServiceInput, MemberView } from "./schemas.ts";

/**
 * Adds a service account: a member for a program, with roles and without account, password and
 * address. Nobody names it for anything on a job, and what judges someone is refused to it.
 */
export async function addService(
  ctx: CommandCtx,
  input: z.infer<typeof AddServiceInput>,
): Promise<MemberView> {
  const [row] = await ctx.tx
    .insert(member)
    .values({
      ...input,
      orgId: ctx.org.id,
      id: newId(),
      kind: "service",
      title: "",
      state: "active",
      createdAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) {
    return refuse("MEMBER_EXISTS", {
      fields: { name: "There is a service account of this name already." },
    });
  }
  ctx.audit({ subject: { kind: "member", id: row.id }, after: { ...input, kind: "service" } });
  return memberView(row);
}
