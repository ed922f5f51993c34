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

/**
 * To whom somebody else now manages: whom growth is open to from here on. The subject is the manager
 * who was set, and not who it is when the letter is written, so that nobody reads and steps back
 * unseen; the recipient, where nobody was set.
 */
const managed: Template = async (ctx) => {
  const nobody = ctx.subjectId === ctx.recipient.id;
  const [manager] = await ctx.read
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, ctx.subjectId)));
  if (manager === undefined) return null;
  return {
    subject: nobody
      ? `Nobody manages you now at ${ctx.org.name}`
      : `${manager.name} was made your manager at ${ctx.org.name}`,
    paragraphs: [
      nobody
        ? "Your growth is yours alone until somebody manages you: whoever did so before reads nothing of it any more."
        : `${manager.name} takes part in your growth from now on: your place on the ladder, your reviews as far as they are open, your plan, check-ins, figures and evidence, and what the policy lets a manager see of your baseline. Whoever managed you before reads nothing of it any more.`,
    ],
    action: { label: "Look at your growth", url: ctx.pages.growth(ctx.recipient.id) },
    after: ["If this is a mistake, tell an admin of your organization soon."],
  };
};

/** Templates about an organization's members. */
export const organizationTemplates = {
  "organization.invited": invited,
  "organization.managed": managed,
} as const satisfies Record<string, Template>;
