import { newId, type Tx } from "@rubric/db";
import {
  anchor,
  competency,
  frameworkLevel,
  frameworkTheme,
  frameworkVersion,
} from "@rubric/db/schema";
import type { Framework } from "./document.ts";

export type NewVersion = {
  orgId: string;
  frameworkId: string;
  number: number;
  createdBy: string;
  at: Date;
  state: "draft" | "published";
};

/** Writes a framework as a new version with ids of its own, and returns the version's id. */
export async function writeVersion(tx: Tx, to: NewVersion, from: Framework): Promise<string> {
  const { orgId } = to;
  const versionId = newId();
  await tx.insert(frameworkVersion).values({
    orgId,
    id: versionId,
    frameworkId: to.frameworkId,
    number: to.number,
    state: to.state,
    name: from.name,
    summary: from.summary,
    googleSheetId: from.googleSheetId,
    isLegacy: from.isLegacy ?? null,
    createdAt: to.at,
    createdBy: to.createdBy,
    publishedAt: to.state === "published" ? to.at : null,
  });
  const levels = from.levels.map((level, position) => ({
    orgId,
    id: newId(),
    versionId,
    key: level.key,
    name: level.name,
    track: level.track ?? null,
    follows: level.follows ?? [],
    lateral: level.lateral ?? [],
    position,
  }));
  const themes = from.themes.map(({ summary, ...theme }, position) => ({
    orgId,
    id: newId(),
    versionId,
    ...theme,
    summary: summary ?? "",
    position,
  }));
  const levelIds = new Map(levels.map((level) => [level.key, level.id]));
  const themeIds = new Map(themes.map((theme) => [theme.key, theme.id]));
  const rows = from.competencies.map((row, position) => ({
    row,
    values: {
      orgId,
      id: newId(),
      versionId,
      themeId: known(themeIds, row.themeKey),
      key: row.key,
      name: row.name,
      named: row.named,
      position,
    },
  }));
  const anchors = rows.flatMap(({ row, values }) =>
    row.anchors.map((one) => ({
      orgId,
      id: newId(),
      competencyId: values.id,
      levelId: known(levelIds, one.levelKey),
      sourceId: one.id,
      summary: one.summary,
      proficiency: one.proficiency,
      examples: one.examples ?? null,
      supportingUrls: one.supportingUrls ?? null,
      position: one.position,
    })),
  );
  await tx.insert(frameworkLevel).values(levels);
  await tx.insert(frameworkTheme).values(themes);
  await tx.insert(competency).values(rows.map(({ values }) => values));
  for (let from = 0; from < anchors.length; from += BATCH) {
    await tx.insert(anchor).values(anchors.slice(from, from + BATCH));
  }
  return versionId;
}

/** Rows a statement: Postgres takes at most 65,535 parameters. */
const BATCH = 1000;

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`A framework that was read names no "${key}".`);
  return id;
}
