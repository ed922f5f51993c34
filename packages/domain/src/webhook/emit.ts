import { type Given, newId, prepared } from "@rubric/db";
import { webhookDelivery, webhookEndpoint, webhookEvent } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { AuditStage, CommandCtx } from "../context.ts";
import type { Permission } from "../permissions.ts";
import { toInstant } from "../wire.ts";
import { type EventName, EVENTS, payloadOf } from "./events.ts";
import { type Happened, SOURCES } from "./sources.ts";

export type EmitCtx = Pick<CommandCtx, "tx" | "read" | "org" | "clock" | "enqueue">;

/**
 * Puts the event of a command, if it is one, on its way to who wants it: in the command's own
 * transaction, so that a rollback takes it along. One audit entry is at most one event.
 */
export async function emitCommand(
  ctx: EmitCtx,
  permission: Permission,
  staged: AuditStage,
): Promise<void> {
  const source = SOURCES[permission];
  if (source !== undefined) await emit(ctx, source.events, () => source.read(ctx, staged));
}

/** An endpoint that is being removed is waited for, one that is found stays until the commit. */
const activeWanting = prepared((db, of: Given<{ orgId: string; events: readonly EventName[] }>) =>
  db
    .select({ id: webhookEndpoint.id, events: webhookEndpoint.events })
    .from(webhookEndpoint)
    .where(
      and(
        eq(webhookEndpoint.orgId, of.orgId),
        eq(webhookEndpoint.state, "active"),
        sql`${webhookEndpoint.events} && ${of.events}::text[]`,
      ),
    )
    .orderBy(webhookEndpoint.id)
    .for("key share"),
);

/** The same for what is no command's: `read` is asked only if somebody wants one of the events. */
export async function emit(
  ctx: EmitCtx,
  events: readonly EventName[],
  read: () => Promise<Happened | null>,
): Promise<void> {
  const wanting = await activeWanting(ctx.tx, { orgId: ctx.org.id, events });
  if (wanting.length === 0) return;
  const happened = await read();
  if (happened === null) return;
  const to = wanting.filter((one) => one.events.includes(happened.name)).map(({ id }) => id);
  if (to.length > 0) await send(ctx, happened, to);
}

const About = z.object({ candidateId: z.uuid().optional(), jobId: z.uuid().optional() });

/** Writes the event and its deliveries to these endpoints; returns the deliveries' ids. */
export async function send(
  ctx: EmitCtx,
  happened: Happened,
  endpointIds: readonly string[],
): Promise<string[]> {
  const { version } = EVENTS[happened.name];
  const id = newId();
  const orgId = ctx.org.id;
  const body = payloadOf(happened.name).parse({
    id,
    event: happened.name,
    version,
    occurredAt: toInstant(ctx.clock),
    organization: { id: orgId, slug: ctx.org.slug },
    data: happened.data,
  });
  const about = About.parse(happened.data);
  await ctx.tx.insert(webhookEvent).values({
    orgId,
    id,
    name: happened.name,
    version,
    body: JSON.stringify(body),
    // Who was erased is not named a second time.
    candidateId: happened.name === "candidate.erased" ? null : (about.candidateId ?? null),
    jobId: about.jobId ?? null,
    createdAt: ctx.clock,
  });
  const deliveries = endpointIds.map((endpointId) => ({
    orgId,
    id: newId(),
    endpointId,
    eventId: id,
    state: "waiting" as const,
    attempts: 0,
    tried: 0,
    nextAttemptAt: ctx.clock,
    createdAt: ctx.clock,
  }));
  await ctx.tx.insert(webhookDelivery).values(deliveries);
  for (const delivery of deliveries) await ctx.enqueue("webhook", { orgId, id: delivery.id });
  return deliveries.map((one) => one.id);
}
