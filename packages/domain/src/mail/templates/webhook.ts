import { webhookEndpoint } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Template } from "../letter.ts";

/** To an admin, once the system switched an endpoint off. The subject is the endpoint. */
const switchedOff: Template = async (ctx) => {
  const [row] = await ctx.read
    .select({ url: webhookEndpoint.url, why: webhookEndpoint.offReason })
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.orgId, ctx.org.id), eq(webhookEndpoint.id, ctx.subjectId)));
  if (row === undefined || row.why === null || row.why === "admin") return null;
  const host = new URL(row.url).host;
  return {
    subject: `A webhook was switched off: ${host}`,
    paragraphs: [
      row.why === "gone"
        ? `The endpoint at ${host} answered that it is gone for good (410), so nothing is sent there any more.`
        : `The endpoint at ${host} has taken nothing for three days, so nothing is sent there any more.`,
      "What it did not take is kept for 30 days. Once the receiver works again, switch the endpoint on and send anew what failed.",
    ],
    action: { label: "Open the endpoint", url: ctx.pages.webhook(ctx.subjectId) },
  };
};

/** Templates about webhooks, to the organization's admins. */
export const webhookTemplates = {
  "webhook.switchedOff": switchedOff,
} as const satisfies Record<string, Template>;
