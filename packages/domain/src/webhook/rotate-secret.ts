import { webhookEndpoint } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import { changed, endpointView, lockEndpoint } from "./access.ts";
import { OLD_SECRET_HOURS, OLD_SECRETS } from "./rules.ts";
import type { WebhookInput, WebhookSecretView } from "./schemas.ts";
import { newSecret, sealSecret, secretsBefore } from "./secret.ts";

/** Gives an endpoint a new secret, shown this once; those before it sign beside it for a day. */
export async function rotateSecret(
  ctx: CommandCtx,
  input: z.infer<typeof WebhookInput>,
): Promise<WebhookSecretView> {
  const row = await lockEndpoint(ctx, input.endpointId);
  const secret = newSecret();
  // The answer with the secret before may be lost: the receiver then still has the one before that.
  const older = secretsBefore(row, ctx.clock).slice(0, OLD_SECRETS - 1);
  const previousUntil = new Date(ctx.clock.getTime() + OLD_SECRET_HOURS * 3_600_000);
  const rows = await ctx.tx
    .update(webhookEndpoint)
    .set({
      secret: sealSecret(secret, ctx.webhooks.key, row.id),
      previousSecret: [row.secret, ...older].join(" "),
      previousUntil,
    })
    .where(and(eq(webhookEndpoint.orgId, ctx.org.id), eq(webhookEndpoint.id, row.id)))
    .returning();
  // The secret is not kept beside its key: who repeats the command is told that it was done.
  ctx.keepAnswer(null);
  ctx.audit({
    subject: { kind: "webhook", id: row.id },
    after: { oldSecretUntil: toInstant(previousUntil) },
  });
  return { endpoint: endpointView(changed(rows, row.state), ctx.clock), secret };
}
