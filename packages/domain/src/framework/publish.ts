import { frameworkVersion } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockVersion } from "./access.ts";
import { whyNotEdit } from "./rules.ts";
import type { FrameworkVersionInput, FrameworkView } from "./schemas.ts";
import { frameworkView } from "./show.ts";

/** Publishes a draft: from here on the version never changes (law 6). */
export async function publishFramework(
  ctx: CommandCtx,
  input: z.infer<typeof FrameworkVersionInput>,
): Promise<FrameworkView> {
  const version = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotEdit(version));
  const published = await ctx.tx
    .update(frameworkVersion)
    .set({ state: "published", publishedAt: ctx.clock })
    .where(
      and(
        eq(frameworkVersion.orgId, ctx.org.id),
        eq(frameworkVersion.id, version.id),
        eq(frameworkVersion.state, "draft"),
      ),
    )
    .returning({ id: frameworkVersion.id });
  if (published.length === 0) refuse("FRAMEWORK_PUBLISHED", { number: version.number });
  ctx.audit({
    subject: { kind: "framework_version", id: version.id },
    before: { state: "draft" },
    after: { state: "published", number: version.number },
  });
  return frameworkView(ctx, version.frameworkId, version.id);
}
