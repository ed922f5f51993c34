import { newId } from "@rubric/db";
import { candidate, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockMembers, memberView } from "./access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { queueInvitation } from "./queue-invitation.ts";
import { whyNotInviteHired, whyNotManager } from "./rules.ts";
import type { InviteHiredInput, MemberView } from "./schemas.ts";

/**
 * Invites whom an application hired; the member who accepts is tied to that candidate. Where the
 * invitation goes elsewhere, the address that they applied with is told.
 */
export async function inviteHired(
  ctx: CommandCtx,
  input: z.infer<typeof InviteHiredInput>,
): Promise<MemberView> {
  const { tx, org } = ctx;
  const { candidateId, state } = await lockApplication(ctx, input.applicationId);
  refuseIf(whyNotInviteHired(state));
  const [person] = await tx
    .select({ name: candidate.name, email: candidate.email })
    .from(candidate)
    .where(and(eq(candidate.orgId, org.id), eq(candidate.id, candidateId)));
  if (person === undefined) return refuse("NOT_FOUND", {});
  const { title, roles, managerId } = input;
  const id = newId();
  if (managerId !== null) {
    const members = await lockMembers(tx, org.id);
    if (!members.some((one) => one.id === managerId)) return refuse("NOT_FOUND", {});
    refuseIf(whyNotManager(members, id, managerId));
  }
  const [row] = await tx
    .insert(member)
    .values({
      orgId: org.id,
      id,
      candidateId,
      name: person.name,
      email: input.email ?? person.email,
      title,
      roles,
      managerId,
      state: "invited",
      createdAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) {
    return refuse("MEMBER_EXISTS", { fields: { email: "This person is a member already." } });
  }
  if (row.email !== person.email) {
    await queueMail(ctx, {
      template: "candidate.invitedElsewhere",
      recipient: "candidate",
      recipientId: candidateId,
      subjectId: input.applicationId,
    });
  }
  await queueInvitation(ctx, row.id);
  ctx.audit({
    subject: { kind: "member", id },
    after: { applicationId: input.applicationId, title, roles, managerId, email: row.email },
    candidateId,
  });
  return memberView(row);
}
