import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HERE } from "../../e2e/server/release.ts";
import { sizeOf } from "./loaded-scripts.ts";

const folder = join(HERE, "test-results", "empty-app");

const FILES: Record<string, string> = {
  "package.json": '{ "name": "empty", "private": true, "type": "module" }',
  "app/layout.js":
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  "app/page.js": "export default () => <p>Empty</p>;",
};

/**
 * What Next itself sends to a browser for a page with nothing in it, gzipped: an app of a layout and
 * a page that have no client component is built by the same Next, and the scripts that its page
 * names are added up. Those for browsers without modules are left out, as none of them loads them.
 */
export function measureEmptyPage(): { bytes: number; scripts: number } {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  const config = `export default { agentRules: false, turbopack: { root: ${JSON.stringify(HERE)} } };`;
  for (const [name, text] of Object.entries({ ...FILES, "next.config.js": config })) {
    writeFileSync(join(folder, name), text);
  }
  execFileSync(process.execPath, [join(HERE, "node_modules/next/dist/bin/next"), "build"], {
    cwd: folder,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const page = readFileSync(join(folder, ".next/server/app/index.html"), "utf8");
  const tags = [...page.matchAll(/<script\b[^>]*\bsrc="\/_next\/([^"?]+)[^"]*"[^>]*>/g)];
  const paths = new Set(
    tags.flatMap(([tag, path]) => (/nomodule/i.test(tag) || path === undefined ? [] : [path])),
  );
  if (paths.size === 0) throw new Error("The empty page names no script.");
  const sizes = [...paths].map((path) => sizeOf(readFileSync(join(folder, ".next", path), "utf8")));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), scripts: sizes.length };
}
