import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { Sentence } from "./messages.mjs";
import { runQuietly } from "./run.mjs";

/** Whether there is a web app to build. */
export const hasWeb = existsSync(join(root, "apps/web/next.config.ts"));

/** Builds the web app, or takes the build of the same sources from the cache. */
export async function buildWeb() {
  const { code, lines } = await runQuietly("turbo", [
    "run",
    "build",
    "--filter=@rubric/web",
    "--output-logs=new-only",
  ]);
  if (code !== 0) throw new Sentence(`The web app does not build:\n${lines.slice(-40).join("\n")}`);
}
