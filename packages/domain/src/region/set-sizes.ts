import { organizationSettings, regionSize } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { settingsOf } from "../job/access.ts";
import { whyNotSizes } from "./pack-rules.ts";
import { lockSettings, sizesOf, traitsOf } from "./packs.ts";
import type { RegionsView, SetRegionSizesInput } from "./schemas.ts";
import { regionsView } from "./show.ts";

/** Writes anew how many the organization employs where, and what it says of itself. */
export async function setRegionSizes(
  ctx: CommandCtx,
  input: z.infer<typeof SetRegionSizesInput>,
): Promise<RegionsView> {
  refuseIf(whyNotSizes(input.sizes));
  await lockSettings(ctx);
  const orgId = ctx.org.id;
  const traits = traitsOf(await settingsOf(ctx.tx, orgId));
  const before = { sizes: await sizesOf(ctx.tx, orgId), traits };
  await ctx.tx.delete(regionSize).where(eq(regionSize.orgId, orgId));
  if (input.sizes.length > 0) {
    await ctx.tx.insert(regionSize).values(input.sizes.map((one) => ({ orgId, ...one })));
  }
  await ctx.tx
    .update(organizationSettings)
    .set({ traits: [...new Set(input.traits)], updatedAt: ctx.clock })
    .where(eq(organizationSettings.orgId, orgId));
  ctx.audit({ subject: { kind: "organization", id: orgId }, before, after: input });
  return regionsView(ctx);
}
