import { growthPlan, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Template } from "../letter.ts";

/**
 * To the one of a draft's two people who has not agreed to it yet. It holds their names and no word
 * of the plan.
 */
const toAgree: Template = async (ctx) => {
  const [row] = await ctx.read
    .select({
      state: growthPlan.state,
      memberId: member.id,
      managerId: member.managerId,
      name: member.name,
    })
    .from(growthPlan)
    .innerJoin(member, and(eq(member.orgId, growthPlan.orgId), eq(member.id, growthPlan.memberId)))
    .where(and(eq(growthPlan.orgId, ctx.org.id), eq(growthPlan.id, ctx.subjectId)));
  if (row === undefined || row.state !== "draft") return null;
  const own = ctx.recipient.id === row.memberId;
  if (!own && ctx.recipient.id !== row.managerId) return null;
  return {
    subject: own ? "Your plan waits for your word" : `To agree: the plan of ${row.name}`,
    paragraphs: [
      own
        ? "Your manager agreed to the draft of your plan. It is in force once you agree too; change what should be otherwise first."
        : `${row.name} agreed to the draft of their plan. It is in force once you agree too; change what should be otherwise first.`,
    ],
    action: { label: "Read the draft", url: ctx.pages.plan(row.memberId) },
  };
};

/** Templates about plans of growth, to the two people of one; the subject is the plan. */
export const planTemplates = {
  "plan.toAgree": toAgree,
} as const satisfies Record<string, Template>;
