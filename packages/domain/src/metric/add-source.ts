import { newId } from "@rubric/db";
import { metricSource, organizationSettings } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { sealSecret } from "../webhook/secret.ts";
import { changedSource } from "./access.ts";
import { baseOf } from "./address.ts";
import { whyNotAddSource, whyNotSource } from "./rules.ts";
import type { AddSourceInput, SourceView } from "./schemas.ts";

/** Sets a code host or tracker up to be asked for figures; its secret leaves the server only to it. */
export async function addSource(
  ctx: CommandCtx,
  { kind, baseUrl, project, secret }: z.infer<typeof AddSourceInput>,
): Promise<SourceView> {
  const { tx, org, clock } = ctx;
  const base = baseOf(baseUrl, ctx.webhooks);
  refuseIf(whyNotSource({ kind, project }, base));
  if (!base.ok) return refuse("METRIC_SOURCE", { fields: { baseUrl: base.why } });
  // Rivals wait, so that they count each other.
  await tx
    .select({ orgId: organizationSettings.orgId })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, org.id))
    .for("no key update");
  const known = await tx.$count(
    metricSource,
    and(eq(metricSource.orgId, org.id), ne(metricSource.state, "removed")),
  );
  refuseIf(whyNotAddSource(known));
  const id = newId();
  const made = await tx
    .insert(metricSource)
    .values({
      orgId: org.id,
      id,
      kind,
      baseUrl: base.url,
      project,
      secret: sealSecret(secret, ctx.webhooks.key, id),
      state: "active",
      failures: 0,
      nextAt: clock,
      createdBy: requireMember(ctx).memberId,
      createdAt: clock,
    })
    .returning();
  ctx.audit({
    subject: { kind: "metric_source", id },
    after: { kind, baseUrl: base.url, project },
  });
  return changedSource(made);
}
