import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, openBrowser } from "../../e2e/browser.ts";
import { closeDatabase } from "../../e2e/database.ts";
import { withdrawSystem } from "../../e2e/env.ts";
import { HERE } from "../../e2e/server/release.ts";
import { startSystem } from "../../e2e/server/start.ts";

/** Where the scripts of the build lie that is measured, with their maps. */
export const CHUNKS = join(HERE, "apps/web/.next/maps/static/chunks");

/** Builds the app with maps, starts the whole system on a database of its own, and opens a browser. */
export async function withSystem<T>(measure: (browser: Browser) => Promise<T>): Promise<T> {
  buildMapped();
  const stop = await startSystem({ mapped: true });
  try {
    const browser = await openBrowser();
    return await measure(browser).finally(() => browser.close());
  } finally {
    await closeDatabase();
    await stop();
    withdrawSystem();
  }
}

function buildMapped(): void {
  if (process.env["RUBRIC_WEB_BUILT"] === "true") return;
  execFileSync(process.execPath, [join(HERE, "node_modules/next/dist/bin/next"), "build"], {
    cwd: join(HERE, "apps/web"),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", RUBRIC_WEB_MAPS: "true" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
