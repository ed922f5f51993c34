import { retentionSettings } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { poolSettings } from "./pool.ts";
import type { PoolSettingsView, SetPoolInput } from "./schemas.ts";

/** Settles whether rejection e-mails ask for the talent pool, and for how many months it is asked. */
export async function setPool(
  ctx: CommandCtx,
  input: z.infer<typeof SetPoolInput>,
): Promise<PoolSettingsView> {
  const before = await poolSettings(ctx);
  const set = { ...input, updatedAt: ctx.clock };
  await ctx.tx
    .insert(retentionSettings)
    .values({ orgId: ctx.org.id, ...set })
    .onConflictDoUpdate({ target: retentionSettings.orgId, set });
  ctx.audit({ subject: { kind: "organization", id: ctx.org.id }, before, after: input });
  return input;
}
