import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import type { Role } from "../duties.ts";
import { handOver } from "../deadline/hand-over.ts";
import { refuse, refuseIf } from "../errors.ts";
import { isRole, requireMember } from "../identity/access.ts";
import { revokeTokens } from "../identity/access-tokens.ts";
import { endInvitations, endMemberSessions } from "../identity/accounts.ts";
import { followRoles } from "../job/duty-spans.ts";
import { lockMembers, memberView } from "./access.ts";
import { changeManager } from "./change-manager.ts";
import { whyNotAdmin, whyNotFrom, whyNotLeaveAdmins } from "./rules.ts";
import type { MemberView } from "./schemas.ts";

type Next = { roles?: readonly Role[]; state?: "active" | "disabled" };

/**
 * Changes a member's roles or state; a person who is an admin always remains. Their sessions end,
 * save where the account is in another organization too; each call reads roles and state anew in
 * either case. Access tokens end when the member is disabled, and stay ended; whom they managed has
 * no manager from then on. Who never joined is invited again rather than active.
 */
export async function changeMember(
  ctx: CommandCtx,
  memberId: string,
  from: readonly string[],
  next: Next,
): Promise<MemberView> {
  const members = await lockMembers(ctx.tx, ctx.org.id);
  refuseIf(whyNotAdmin(members.find((one) => one.id === requireMember(ctx).memberId)));
  const row = members.find((one) => one.id === memberId);
  if (row === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotFrom(row.state, ...from));
  const roles = [...(next.roles ?? row.roles.filter(isRole))];
  const joined = row.kind === "service" || row.accountId !== null;
  const state = next.state === "active" && !joined ? "invited" : (next.state ?? row.state);
  refuseIf(
    whyNotLeaveAdmins(
      members
        .filter((one) => one.kind === "person")
        .map((one) => ({ memberId: one.id, roles: one.roles, state: one.state })),
      memberId,
      { roles, state },
    ),
  );
  const [changed] = await ctx.tx
    .update(member)
    .set({ roles, state })
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId)))
    .returning();
  if (changed === undefined) return refuse("NOT_FOUND", {});
  await followRoles(ctx, memberId, row.roles, roles);
  await handOver(ctx, { memberId });
  await endMemberSessions(ctx.tx, ctx.org.id, row.accountId);
  const reports =
    state === "disabled" ? members.filter(({ managerId }) => managerId === memberId) : [];
  for (const report of reports) await changeManager(ctx, report, null);
  if (state === "disabled") {
    await endInvitations(ctx.tx, row.id);
    const by = { memberId: requireMember(ctx).memberId, at: ctx.clock };
    await revokeTokens(ctx.tx, ctx.org.id, { memberId }, by);
  }
  ctx.audit({
    subject: { kind: "member", id: memberId },
    before: { roles: row.roles, state: row.state },
    after: { roles, state, ...(reports.length > 0 && { unmanaged: reports.map(({ id }) => id) }) },
  });
  return memberView(changed);
}
