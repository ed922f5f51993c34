import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { mintLink } from "../../identity/links.ts";
import type { Template } from "../letter.ts";

/** The invitation to join; its link works once. The subject is the invited member. */
const invited: Template = async (ctx) => {
  const [row] = await ctx.read
    .select({ state: member.state })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, ctx.recipient.id)));
  if (row?.state !== "invited") return null;
  const token = await mintLink(ctx.tx, {
    kind: "invitation",
    orgId: ctx.org.id,
    subjectId: ctx.recipient.id,
    at: ctx.clock,
    hours: ctx.limits.invitationHours,
  });
  return {
    subject: `Join ${ctx.org.name} on Rubric`,
    paragraphs: [
      `You are invited to join ${ctx.org.name} on Rubric, where its teams hire and grow engineers against one shared rubric.`,
    ],
    action: { label: "Accept the invitation", url: ctx.pages.invitation(token) },
    after: [
      `The link works once, within ${ctx.limits.invitationHours} hours. If you did not expect it, you can ignore this e-mail.`,
    ],
  };
};

/** Templates about an organization's members. */
export const organizationTemplates = {
  "organization.invited": invited,
} as const satisfies Record<string, Template>;
