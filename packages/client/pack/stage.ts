import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundled, type BuildOptions, type Plugin } from "esbuild";
import { z } from "zod";
import { flatten } from "./flatten.ts";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
const client = join(root, "packages/client");

/** Declarations that nobody outside asks for. */
const INSIDE = new Set(["types.check.d.ts", "api-types.d.ts"]);

/**
 * Makes the package as others install it in an empty folder: bundled programs, declarations that
 * need no other package, the contract, and its own suite. Reads what the compiler emitted.
 */
export async function stage(folder: string): Promise<{ version: string }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "dist"), { recursive: true });
  await bundle({ entryPoints: [join(client, "src/index.ts")], platform: "neutral" }, folder);
  await bundle(
    {
      entryPoints: { cli: join(client, "src/cli/main.ts") },
      platform: "node",
      // Its parts that are no modules ask for Node's own by require.
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
    },
    folder,
  );
  declare(folder);
  const manifest = JSON.parse(readFileSync(join(root, "contract/current.json"), "utf8"));
  writeFileSync(join(folder, "contract.json"), JSON.stringify(manifest));
  cpSync(join(client, "suite"), join(folder, "suite"), { recursive: true });
  cpSync(join(client, "README.md"), join(folder, "README.md"));
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  const own = Own.parse(JSON.parse(readFileSync(join(client, "package.json"), "utf8")));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(packed(own), null, 2)}\n`);
  return own;
}

const Own = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
});

function packed(own: z.infer<typeof Own>) {
  return {
    ...own,
    type: "module",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    bin: { rubric: "./dist/cli.js" },
    engines: { node: ">=20.3" },
  };
}

/** Nothing here speaks another language, and all of zod's are half of the bundle. */
const englishOnly: Plugin = {
  name: "english-only",
  setup: (build) =>
    build.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    })),
};

async function bundle(options: BuildOptions, folder: string): Promise<void> {
  await bundled({
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    // Node shows the whole line of an error that nobody caught.
    lineLimit: 200,
    keepNames: true,
    legalComments: "none",
    mainFields: ["module", "main"],
    conditions: ["module", "import"],
    outdir: join(folder, "dist"),
    logLevel: "error",
    plugins: [englishOnly],
    ...options,
  });
}

function declare(folder: string): void {
  const emitted = join(client, "dist/src");
  for (const name of readdirSync(emitted)) {
    if (!name.endsWith(".d.ts") || name.endsWith(".test.d.ts") || INSIDE.has(name)) continue;
    const text = readFileSync(join(emitted, name), "utf8");
    // What has types of other packages is not reached from the entry.
    if (/from "@?[a-z]/.test(text)) continue;
    writeFileSync(join(folder, "dist", name), text.replaceAll(/(from "\.[^"]*)\.ts"/g, '$1.js"'));
  }
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const types = flatten({
    router: read("apps/api/dist/src/router.d.ts"),
    routerOf: (feature) => read(`apps/api/dist/src/routers/${feature}.d.ts`),
    errors: read("packages/domain/dist/src/errors.d.ts"),
    accessErrors: read("packages/domain/dist/src/access-errors.d.ts"),
  });
  writeFileSync(join(folder, "dist/api-types.d.ts"), types);
}

/** Has the compiler emit the declarations; throws with its words. */
export function emitDeclarations(): void {
  const tsc = join(root, "node_modules/.bin/tsc");
  const { status, stdout } = spawnSync(tsc, ["-b", client], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
}
