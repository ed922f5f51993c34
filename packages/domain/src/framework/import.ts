import { newId } from "@rubric/db";
import { framework } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { versionsOf } from "./access.ts";
import { parseFrameworkYaml } from "./parse.ts";
import { whyNotImport } from "./rules.ts";
import type { FrameworkView, ImportFrameworkInput } from "./schemas.ts";
import { frameworkView } from "./show.ts";
import { writeVersion } from "./write-version.ts";

/**
 * Reads a framework file into a draft: the next version of the framework of that name, or the
 * first of a new one. A file that is not right is refused whole, with the first place that is wrong.
 */
export async function importFramework(
  ctx: CommandCtx,
  input: z.infer<typeof ImportFrameworkInput>,
): Promise<FrameworkView> {
  const parsed = parseFrameworkYaml(input.yaml);
  if (!parsed.ok) return refuse("FILE_REFUSED", parsed.error);
  const frameworkId = await findOrCreate(ctx, parsed.framework.name.trim());
  const versions = await versionsOf(ctx.tx, ctx.org.id, frameworkId);
  refuseIf(whyNotImport(versions));
  const number = (versions[0]?.number ?? 0) + 1;
  const versionId = await writeVersion(
    ctx.tx,
    {
      orgId: ctx.org.id,
      frameworkId,
      number,
      createdBy: requireMember(ctx).memberId,
      at: ctx.clock,
      state: "draft",
    },
    parsed.framework,
  );
  ctx.audit({
    subject: { kind: "framework", id: frameworkId },
    after: { versionId, number, state: "draft", name: parsed.framework.name },
  });
  return frameworkView(ctx, frameworkId, versionId);
}

/** The framework of this name, locked; whoever comes second waits and finds it. */
async function findOrCreate(ctx: CommandCtx, name: string): Promise<string> {
  const id = newId();
  const [made] = await ctx.tx
    .insert(framework)
    .values({ orgId: ctx.org.id, id, name, createdAt: ctx.clock })
    .onConflictDoNothing()
    .returning({ id: framework.id });
  if (made !== undefined) return made.id;
  const [found] = await ctx.tx
    .select({ id: framework.id })
    .from(framework)
    .where(and(eq(framework.orgId, ctx.org.id), eq(framework.name, name)))
    .for("update");
  return found?.id ?? refuse("NOT_FOUND", {});
}
