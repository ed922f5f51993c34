import type { Reader } from "@rubric/db";
import { keysOf } from "../library/access.ts";

type Named = { key: string; name: string };
/** Competencies and levels by their keys; a key that the version has no more stands for itself. */
export type Names = { competency(key: string): Named; level(key: string): Named };

/** The names of a framework version's keys. */
export async function namesOf(
  ctx: { read: Reader; org: { id: string } },
  versionId: string,
): Promise<Names> {
  const { levels, competencies } = await keysOf(ctx, versionId);
  const by = (list: readonly Named[]) => {
    const names = new Map(list.map(({ key, name }) => [key, name]));
    return (key: string) => ({ key, name: names.get(key) ?? key });
  };
  return { competency: by(competencies), level: by(levels) };
}
