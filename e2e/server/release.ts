import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMark } from "@rubric/contract/handshake";
import { Manifest } from "@rubric/contract/manifest";

/** The release that is checked out. */
export const HERE = fileURLToPath(new URL("../..", import.meta.url));

const NOT_COPIED = /[\\/](node_modules|dist|cache|\.turbo)$/;

/** One change of a source file of the next release. */
export type Edit = { file: string; from: string; to: string };

/**
 * Makes the next release of what is checked out in a folder of its own: sources with the edits, the
 * contract of before among the released ones, and the web app as it would be built for the new one.
 */
export function makeNextRelease(folder: string, edits: readonly Edit[]): void {
  for (const part of ["apps/api", "packages", "contract", "package.json"]) copy(part, folder);
  for (const part of ["package.json", "next.config.ts", ".next"]) {
    copy(join("apps/web", part), folder);
  }
  linkModules(folder);
  for (const { file, from, to } of edits) {
    const text = readFileSync(join(folder, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no “${from}” to change.`);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  const current = join(folder, "contract/current.json");
  const before = read(current);
  mkdirSync(join(folder, "contract/released"), { recursive: true });
  renameSync(current, join(folder, `contract/released/${before.contractId}.json`));
  execFileSync(process.execPath, ["src/contract/emit.ts"], { cwd: join(folder, "apps/api") });
  const after = read(current);
  if (after.contractId === before.contractId) throw new Error("The edits change no contract.");
  replaceIn(join(folder, "apps/web/.next"), writeMark(before), writeMark(after));
}

function copy(part: string, folder: string): void {
  const filter = (from: string) => !NOT_COPIED.test(from);
  cpSync(join(HERE, part), join(folder, part), { recursive: true, filter });
}

/** Libraries are the same; our own packages are those of this release. */
function linkModules(folder: string): void {
  for (const workspace of ["", "apps/api", "apps/web", "packages/domain", "packages/db"]) {
    const from = join(HERE, workspace, "node_modules");
    const to = join(folder, workspace, "node_modules");
    const names = namesIn(from).filter((name) => name !== "@rubric" && !name.startsWith(".cache"));
    if (names.length === 0) continue;
    mkdirSync(to, { recursive: true });
    for (const name of names) symlinkSync(join(from, name), join(to, name));
  }
  const own = join(folder, "node_modules/@rubric");
  mkdirSync(own);
  for (const name of readdirSync(join(HERE, "packages"))) {
    symlinkSync(join(folder, "packages", name), join(own, name));
  }
  for (const name of ["api", "web"]) symlinkSync(join(folder, "apps", name), join(own, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The one thing in the built pages that a contract changes is its name. */
function replaceIn(folder: string, from: string, to: string): void {
  let replaced = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|json|html|rsc)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, "utf8");
    if (!text.includes(from)) continue;
    writeFileSync(file, text.replaceAll(from, to));
    replaced += 1;
  }
  if (replaced === 0) throw new Error("The built pages do not name their contract.");
}
