import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runningSystem } from "./env.ts";
import { type Front, type Side, startFront } from "./server/front.ts";
import { freePort, startProgram, waitForAnswer } from "./server/processes.ts";
import { apiProgram, webProgram } from "./server/programs.ts";
import { type Edit, HERE, makeNextRelease } from "./server/release.ts";

const LOGS = join(HERE, "test-results", "logs");

/** What is checked out and its next release, both running on the database of the specs, behind one port. */
export async function startTwoReleases(
  edits: readonly Edit[],
): Promise<{ front: Front; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "rubric-next-"));
  const stops = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const one of stops.reverse()) await one();
  };
  try {
    makeNextRelease(folder, edits);
    const front = await startFront();
    stops.push(front.stop);
    for (const [side, root] of [
      ["old", HERE],
      ["new", folder],
    ] as const) {
      front.behind[side] = await start(side, root, front.url, stops);
    }
    for (const url of Object.values(front.behind)) await waitForAnswer(`${url}/sign-in`, LOGS);
    return { front, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  side: Side,
  root: string,
  publicUrl: string,
  stops: (() => Promise<void>)[],
): Promise<string> {
  const [port, webPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const { databaseUrl, readerUrl } = runningSystem();
  const web = webProgram(root, { name: `web-${side}`, port: webPort, publicUrl, apiUrl: url });
  const api = apiProgram(root, {
    name: `api-${side}`,
    port,
    webUrl: `http://127.0.0.1:${webPort}`,
    publicUrl,
    databaseUrl,
    readerUrl,
    dataFolder: join(tmpdir(), "rubric-next-files"),
  });
  for (const program of [web, api]) stops.push(startProgram(program, LOGS));
  return url;
}
