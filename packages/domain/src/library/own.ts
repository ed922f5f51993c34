import { readFile } from "node:fs/promises";
import type { Library } from "./document.ts";
import type { LibraryFrame } from "./frame.ts";
import { parseLibraryYaml } from "./parse.ts";

const OWN = new URL("../../content/backend-engineer.library.yml", import.meta.url);

/**
 * The project's own growth library, whose items lead towards the anchors of its framework for
 * backend engineers. Throws if a `frame` is given and is not that of this framework.
 */
export async function ownLibrary(frame?: LibraryFrame): Promise<Library> {
  const parsed = parseLibraryYaml(await readFile(OWN, "utf8"), frame);
  if (!parsed.ok) throw new Error(`The own growth library, line ${parsed.error.line}.`);
  return parsed.library;
}
