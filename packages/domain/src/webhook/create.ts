import { newId } from "@rubric/db";
import { organizationSettings, webhookEndpoint } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { changed, endpointView, requireDestination } from "./access.ts";
import { whyNotAdd } from "./rules.ts";
import type { CreateWebhookInput, WebhookSecretView } from "./schemas.ts";
import { newSecret, sealSecret } from "./secret.ts";

/** Adds an endpoint, on at once, and answers with its secret, which no later answer holds. */
export async function createWebhook(
  ctx: CommandCtx,
  input: z.infer<typeof CreateWebhookInput>,
): Promise<WebhookSecretView> {
  const { memberId } = requireMember(ctx);
  await requireDestination(ctx, input.url);
  // Rivals wait, so that they count each other.
  await ctx.tx
    .select({ orgId: organizationSettings.orgId })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, ctx.org.id))
    .for("no key update");
  const known = await ctx.tx
    .select({ id: webhookEndpoint.id })
    .from(webhookEndpoint)
    .where(eq(webhookEndpoint.orgId, ctx.org.id));
  refuseIf(whyNotAdd(known.length));
  const id = newId();
  const secret = newSecret();
  const made = await ctx.tx
    .insert(webhookEndpoint)
    .values({
      orgId: ctx.org.id,
      id,
      url: input.url,
      description: input.description,
      events: input.events,
      state: "active",
      secret: sealSecret(secret, ctx.webhooks.key, id),
      delivered: 0,
      failed: 0,
      createdBy: memberId,
      createdAt: ctx.clock,
    })
    .returning();
  // The secret is not kept beside its key: who repeats the command is told that it was done.
  ctx.keepAnswer(null);
  ctx.audit({ subject: { kind: "webhook", id }, after: input });
  return { endpoint: endpointView(changed(made, "active"), ctx.clock), secret };
}
