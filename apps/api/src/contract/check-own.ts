import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  checkContract,
  type Checked,
  type ReleaseFile,
  Support,
  Usage,
  Waivers,
} from "@rubric/contract/check";
import { CURRENT, EMIT, RELEASED, SUPPORTED, WAIVERS } from "./files.ts";
import { readManifest } from "./open.ts";
import { ownManifest } from "./own.ts";

/** Checks our router against what is committed and released at this moment. */
export function checkOwn(now: Date, usageFile?: string): Checked {
  return checkContract({
    router: ownManifest(now),
    committed: existsSync(CURRENT)
      ? { manifest: readManifest(CURRENT), text: readFileSync(CURRENT, "utf8") }
      : null,
    released: releaseFiles(),
    support: Support.parse(json(SUPPORTED)),
    waivers: Waivers.parse(json(WAIVERS)),
    usage: usageFile === undefined ? null : Usage.parse(json(usageFile)),
    emit: EMIT,
    now,
  });
}

/** Every release file there is, as it lies there. */
export function releaseFiles(folder = RELEASED): ReleaseFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, manifest: readManifest(join(folder, name)) }));
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
