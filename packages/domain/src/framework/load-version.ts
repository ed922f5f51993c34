import type { Reader } from "@rubric/db";
import {
  anchor,
  competency,
  frameworkLevel,
  frameworkTheme,
  frameworkVersion,
} from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { refuse } from "../errors.ts";
import { type Framework, PROFICIENCIES } from "./document.ts";

const Proficiency = z.enum(PROFICIENCIES);

export type VersionRows = {
  version: typeof frameworkVersion.$inferSelect;
  levels: (typeof frameworkLevel.$inferSelect)[];
  themes: (typeof frameworkTheme.$inferSelect)[];
  competencies: (typeof competency.$inferSelect)[];
  anchors: (typeof anchor.$inferSelect)[];
};

/** All rows of a version: levels, themes and competencies in order, anchors in the file's order. */
export async function versionRows(
  read: Reader,
  orgId: string,
  versionId: string,
): Promise<VersionRows> {
  const [version] = await read
    .select()
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.orgId, orgId), eq(frameworkVersion.id, versionId)));
  if (version === undefined) return refuse("NOT_FOUND", {});
  const levels = await read
    .select()
    .from(frameworkLevel)
    .where(and(eq(frameworkLevel.orgId, orgId), eq(frameworkLevel.versionId, versionId)))
    .orderBy(asc(frameworkLevel.position));
  const themes = await read
    .select()
    .from(frameworkTheme)
    .where(and(eq(frameworkTheme.orgId, orgId), eq(frameworkTheme.versionId, versionId)))
    .orderBy(asc(frameworkTheme.position));
  const competencies = await read
    .select()
    .from(competency)
    .where(and(eq(competency.orgId, orgId), eq(competency.versionId, versionId)))
    .orderBy(asc(competency.position));
  const anchors = await read
    .select({ anchor })
    .from(anchor)
    .innerJoin(
      competency,
      and(eq(competency.orgId, anchor.orgId), eq(competency.id, anchor.competencyId)),
    )
    .where(and(eq(anchor.orgId, orgId), eq(competency.versionId, versionId)))
    .orderBy(asc(anchor.position));
  return { version, levels, themes, competencies, anchors: anchors.map((row) => row.anchor) };
}

/** A version's rows as the framework of a file; the inverse of `writeVersion`. */
function frameworkOfRows(rows: VersionRows): Framework {
  const { version, levels, themes, competencies, anchors } = rows;
  const levelOrder = new Map(levels.map((level, index) => [level.id, { index, key: level.key }]));
  const themeKeys = new Map(themes.map((theme) => [theme.id, theme.key]));
  return {
    name: version.name,
    summary: version.summary,
    googleSheetId: version.googleSheetId,
    ...(version.isLegacy === null ? {} : { isLegacy: version.isLegacy }),
    levels: levels.map(({ key, name, track, follows, lateral }) => ({
      key,
      name,
      ...(track === null ? {} : { track }),
      ...(follows.length === 0 ? {} : { follows }),
      ...(lateral.length === 0 ? {} : { lateral }),
    })),
    themes: themes.map(({ key, name, summary }) => ({
      key,
      name,
      ...(summary === "" ? {} : { summary }),
    })),
    competencies: competencies.map((row) => ({
      key: row.key,
      name: row.name,
      named: row.named,
      themeKey: themeKeys.get(row.themeId) ?? "",
      anchors: anchors
        .filter((one) => one.competencyId === row.id)
        .toSorted((a, b) => orderOf(a.levelId) - orderOf(b.levelId))
        .map((one) => ({
          id: one.sourceId,
          levelKey: levelOrder.get(one.levelId)?.key ?? "",
          summary: one.summary,
          ...(one.examples === null ? {} : { examples: one.examples }),
          ...(one.supportingUrls === null ? {} : { supportingUrls: one.supportingUrls }),
          proficiency: Proficiency.parse(one.proficiency),
          position: one.position,
        })),
    })),
  };

  function orderOf(levelId: string): number {
    return levelOrder.get(levelId)?.index ?? 0;
  }
}

/** A version as the framework of a file. */
export async function loadFramework(
  read: Reader,
  orgId: string,
  versionId: string,
): Promise<Framework> {
  return frameworkOfRows(await versionRows(read, orgId, versionId));
}
