import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";

/**
 * The dependencies that package-lock.json has no entry for, with their versions. `npm ci` refuses such a file, and
 * `npm install` writes one when a registry does not yet have every platform's part of a package.
 */
export function missingFromLock() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const missing = [];
  for (const [path, entry] of Object.entries(packages)) {
    const wanted = {
      ...entry.dependencies,
      ...entry.optionalDependencies,
      ...entry.devDependencies,
    };
    for (const [name, version] of Object.entries(wanted))
      if (!isLocked(packages, path, name))
        missing.push(`${name}@${version}, wanted by ${path || "the root"}`);
  }
  return missing;
}

function isLocked(packages, from, name) {
  for (let folder = from; ; folder = parentOf(folder)) {
    if (packages[join(folder, "node_modules", name)] !== undefined) return true;
    if (folder === "") return false;
  }
}

/** The folder whose node_modules is searched next: that of the package around, at last the root. */
function parentOf(folder) {
  const end = folder.lastIndexOf("/node_modules/");
  return end < 0 ? "" : folder.slice(0, end);
}
