import type { ReadCtx } from "../context.ts";
import { keysOf } from "../library/access.ts";

type Named = { key: string; name: string };
/** Competencies and levels by their keys; a key that the version has no more stands for itself. */
export type Names = { competency(key: string): Named; level(key: string): Named };

/** The names of a framework version's keys. */
export async function namesOf(
  ctx: Pick<ReadCtx, "read" | "org">,
  versionId: string,
): Promise<Names> {
  const { levels, competencies } = await keysOf(ctx, versionId);
  const by = (list: readonly Named[]) => {
    const names = new Map(list.map(({ key, name }) => [key, name]));
    return (key: string) => ({ key, name: names.get(key) ?? key });
  };
  return { competency: by(competencies), level: by(levels) };
}
