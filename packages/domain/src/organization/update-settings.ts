import { organizationSettings } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import type { OrganizationView, UpdateSettingsInput } from "./schemas.ts";
import { organizationView } from "./show.ts";

/** Changes the privacy notice that new posts begin with, and the time zone of reminders. */
export async function updateSettings(
  ctx: CommandCtx,
  input: z.infer<typeof UpdateSettingsInput>,
): Promise<z.infer<typeof OrganizationView>> {
  const before = await organizationView(ctx.tx, ctx.org);
  await ctx.tx
    .update(organizationSettings)
    .set({ ...input, updatedAt: ctx.clock })
    .where(eq(organizationSettings.orgId, ctx.org.id));
  ctx.audit({ subject: { kind: "organization", id: ctx.org.id }, before, after: input });
  return organizationView(ctx.tx, ctx.org);
}
