import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { manifestText } from "@rubric/contract/emit";
import type { Manifest } from "@rubric/contract/manifest";

/**
 * Writes what the router says as a release into `folder`, under its id. Refuses, with a sentence,
 * where the committed manifest says something else, and where a file would change.
 */
export function freeze(
  router: Manifest,
  committed: string,
  folder: string,
  emit: string,
): { file: string; refusal: string | null } {
  const file = join(folder, `${router.contractId}.json`);
  const text = manifestText(router);
  if (text !== committed) {
    return {
      file,
      refusal: `The committed manifest is not what the router says: run \`${emit}\`.`,
    };
  }
  if (existsSync(file)) {
    const same = readFileSync(file, "utf8") === text;
    return { file, refusal: same ? null : `${basename(file)} is there and differs; it is frozen.` };
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return { file, refusal: null };
}
