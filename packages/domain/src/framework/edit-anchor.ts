import { randomUUID } from "node:crypto";
import { newId, type Tx } from "@rubric/db";
import { anchor, competency, frameworkLevel } from "@rubric/db/schema";
import { and, eq, max } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockVersion } from "./access.ts";
import { whyNotEdit } from "./rules.ts";
import type { EditAnchorInput, FrameworkView } from "./schemas.ts";
import { frameworkView } from "./show.ts";

type Input = z.infer<typeof EditAnchorInput>;

/** Writes one cell of a draft: changes its anchor, or gives it its first one. */
export async function editAnchor(ctx: CommandCtx, input: Input): Promise<FrameworkView> {
  const version = await lockVersion(ctx, input.versionId);
  refuseIf(whyNotEdit(version));
  await requireCell(ctx.tx, ctx.org.id, input);
  const cell = and(
    eq(anchor.orgId, ctx.org.id),
    eq(anchor.competencyId, input.competencyId),
    eq(anchor.levelId, input.levelId),
  );
  const [before] = await ctx.tx.select().from(anchor).where(cell);
  const text = {
    summary: input.summary,
    proficiency: input.proficiency,
    examples: input.examples.length === 0 ? null : input.examples,
    supportingUrls: linksOf(input.supportingUrls, before?.supportingUrls ?? null),
  };
  if (before === undefined) {
    await ctx.tx.insert(anchor).values({
      orgId: ctx.org.id,
      id: newId(),
      competencyId: input.competencyId,
      levelId: input.levelId,
      sourceId: randomUUID(),
      ...text,
      position: await nextPosition(ctx.tx, ctx.org.id, version.id),
    });
  } else {
    await ctx.tx.update(anchor).set(text).where(cell);
  }
  const was = before && {
    summary: before.summary,
    proficiency: before.proficiency,
    examples: before.examples,
    supportingUrls: before.supportingUrls,
  };
  const where = { competencyId: input.competencyId, levelId: input.levelId };
  ctx.audit({
    subject: { kind: "framework_version", id: version.id },
    before: { ...where, anchor: was ?? null },
    after: { ...where, anchor: text },
  });
  return frameworkView(ctx, version.frameworkId, version.id);
}

function linksOf<Kept>(given: Input["supportingUrls"], kept: Kept) {
  if (given === undefined) return kept;
  return given.length === 0 ? null : given;
}

async function requireCell(tx: Tx, orgId: string, input: Input): Promise<void> {
  const [row] = await tx
    .select({ id: competency.id })
    .from(competency)
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, competency.orgId),
        eq(frameworkLevel.versionId, competency.versionId),
        eq(frameworkLevel.id, input.levelId),
      ),
    )
    .where(
      and(
        eq(competency.orgId, orgId),
        eq(competency.id, input.competencyId),
        eq(competency.versionId, input.versionId),
      ),
    );
  if (row === undefined) refuse("NOT_FOUND", {});
}

async function nextPosition(tx: Tx, orgId: string, versionId: string): Promise<number> {
  const [last] = await tx
    .select({ position: max(anchor.position) })
    .from(anchor)
    .innerJoin(
      competency,
      and(eq(competency.orgId, anchor.orgId), eq(competency.id, anchor.competencyId)),
    )
    .where(and(eq(anchor.orgId, orgId), eq(competency.versionId, versionId)));
  return (last?.position ?? -1) + 1;
}
