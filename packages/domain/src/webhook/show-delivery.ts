import { webhookAttempt } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { aboutReader } from "../audit/about-reader.ts";
import type { ReadCtx } from "../context.ts";
import { explain } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { deliveryView, endpointView, requireDelivery, requireEndpoint } from "./access.ts";
import { headersOf } from "./headers.ts";
import type { DeliveryDetailView, DeliveryInput } from "./schemas.ts";

/**
 * One delivery with what was sent and each attempt. About a candidate on whom the reader owes a
 * scorecard, or a job to which they apply, neither what was sent nor an answer is shown.
 */
export async function showDelivery(
  ctx: ReadCtx,
  input: z.infer<typeof DeliveryInput>,
): Promise<DeliveryDetailView> {
  const row = await requireDelivery(ctx, input.deliveryId);
  const { delivery, event } = row;
  const endpoint = await requireEndpoint(ctx, delivery.endpointId);
  const attempts = await ctx.read
    .select()
    .from(webhookAttempt)
    .where(and(eq(webhookAttempt.orgId, ctx.org.id), eq(webhookAttempt.deliveryId, delivery.id)))
    .orderBy(asc(webhookAttempt.number));
  const { candidateId, jobId } = event;
  const whyNot = await aboutReader(ctx, candidateId === null ? [] : [candidateId]);
  const denial = whyNot({ candidateId, jobId });
  const sentAt = attempts.at(-1)?.at ?? delivery.createdAt;
  return {
    endpoint: endpointView(endpoint, ctx.clock),
    delivery: deliveryView(row),
    content:
      denial === null
        ? {
            state: "open",
            headers: Object.entries(headersOf(event.id, sentAt, "v1,…")).map(([name, value]) => ({
              name,
              value,
            })),
            body: event.body,
          }
        : { state: "sealed", sentence: explain(denial).sentence, lift: explain(denial).lift },
    attempts: attempts.map(({ number, at, durationMs, status, error, response }) => ({
      number,
      at: toInstant(at),
      durationMs,
      status,
      error,
      // A receiver may answer with what it was sent.
      response: denial === null ? response : "",
    })),
  };
}
