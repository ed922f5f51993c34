import { adverseImpact, job } from "@rubric/db/schema";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { settingsOf } from "../job/access.ts";
import { toInstant } from "../wire.ts";
import { askedWhere } from "./asked.ts";
import { type Attribute, attributeOf, ATTRIBUTES, groupsOf } from "./attributes.ts";
import { DEPTHS, NOT_SAID } from "./publish.ts";
import { whyNotReadFairness } from "./rules.ts";
import type { FairnessTable, FairnessView } from "./schemas.ts";
import { stepsOf } from "./steps.ts";
import { nextYear } from "./years.ts";

type Row = typeof adverseImpact.$inferSelect;

/** How groups fared in the selection of each year that is over: figures of many, for an auditor. */
export async function showFairness(ctx: ReadCtx): Promise<FairnessView> {
  refuseIf(whyNotReadFairness(ctx.actor.kind === "member" ? ctx.actor.roles : []));
  const rows = await ctx.read
    .select()
    .from(adverseImpact)
    .where(eq(adverseImpact.orgId, ctx.org.id))
    .orderBy(desc(adverseImpact.year));
  const titles = await titlesOf(ctx, rows);
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const { asking, fourFifths } = await askedAnywhere(ctx);
  return {
    years: rows.map((row) => ({
      year: row.year,
      madeAt: toInstant(row.madeAt),
      least: row.least,
      attributes: row.attributes.flatMap((name) => {
        const attribute = attributeOf(name);
        if (attribute === null) return [];
        const tables = row.tables.filter((one) => one.attribute === name);
        return [
          {
            attribute,
            title: ATTRIBUTES[attribute].title,
            tables: tables.map((one) => tableOf(attribute, one, titles, fourFifths)),
          },
        ];
      }),
    })),
    asking,
    nextAt: toInstant(nextYear(ctx.clock, timeZone)),
  };
}

function tableOf(
  attribute: Attribute,
  { jobId, depth: name, rows }: Row["tables"][number],
  titles: ReadonlyMap<string, string>,
  fourFifths: boolean,
): FairnessTable {
  const groups = [...groupsOf(attribute), { key: NOT_SAID, title: "No answer" }];
  const titleOf = (group: string) => groups.find(({ key }) => key === group)?.title ?? group;
  const depth = DEPTHS.find((one) => one === name) ?? "offer";
  return {
    job: jobId === null ? null : (titles.get(jobId) ?? ""),
    depth,
    hidden: groups
      .filter(({ key }) => rows.every((one) => one.group !== key))
      .map(({ title }) => title),
    steps: stepsOf(depth, rows, titleOf, fourFifths),
  };
}

async function titlesOf(ctx: ReadCtx, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap((row) => row.tables.flatMap(({ jobId }) => jobId ?? []));
  if (ids.length === 0) return new Map();
  const found = await ctx.read
    .select({ id: job.id, title: job.title })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), inArray(job.id, [...new Set(ids)])));
  return new Map(found.map(({ id, title }) => [id, title]));
}

async function askedAnywhere(ctx: ReadCtx): Promise<{ asking: boolean; fourFifths: boolean }> {
  const jobs = await ctx.read
    .selectDistinct({ locations: job.locations })
    .from(job)
    .where(eq(job.orgId, ctx.org.id));
  const asks = await askedWhere(ctx);
  const asked = jobs.map(({ locations }) => asks(locations)).filter((one) => one.attributes.length);
  return { asking: asked.length > 0, fourFifths: asked.every((one) => one.fourFifths) };
}
