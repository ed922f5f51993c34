import { mkdtempSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTestDatabase } from "@rubric/db/test-database";
import { setup, teardown } from "../../packages/db/test/global-setup.ts";
import { isPublished, publishSystem } from "../env.ts";
import { startBetween } from "./between.ts";
import { startMailServer } from "./mail-server.ts";
import { freePort, startProgram, waitForAnswer } from "./processes.ts";
import { apiProgram, serverEnv, webProgram } from "./programs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const web = join(root, "apps/web");
const logs = join(root, "test-results", "logs");

/** Starts the whole system once for all specs: database, mail server, web, api and worker. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls it.
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (isPublished()) return undefined;
  if (!existsSync(join(web, ".next/BUILD_ID")))
    throw new Error("The web app is not built: run npm test, or turbo run build first.");
  return startSystem();
}

/** The same for those who measure; with `mapped` the pages come from the build that has maps. */
export async function startSystem({ mapped = false } = {}): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    await startAll(stops, mapped);
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}

async function startAll(stops: (() => Promise<void>)[], mapped: boolean): Promise<void> {
  await setup();
  stops.push(teardown);
  const database = await createTestDatabase();
  stops.push(() => database.drop());
  const folder = mkdtempSync(join(tmpdir(), "rubric-e2e-"));
  stops.push(async () => rmSync(folder, { recursive: true, force: true }));
  const mailFolder = join(folder, "mail");
  const mail = await startMailServer(mailFolder);
  stops.push(mail.stop);
  const [port, webPort] = [await freePort(), await freePort()];
  const publicUrl = `http://127.0.0.1:${port}`;
  const between = await startBetween(publicUrl);
  stops.push(between.stop);
  const shared = {
    publicUrl,
    databaseUrl: database.apiUrl,
    readerUrl: database.readerUrl,
    dataFolder: join(folder, "files"),
  };
  const programs = [
    webProgram(root, { name: "web", port: webPort, publicUrl, apiUrl: between.url, mapped }),
    apiProgram(root, { name: "api", port, webUrl: `http://127.0.0.1:${webPort}`, ...shared }),
    {
      name: "worker",
      args: ["src/worker.ts"],
      cwd: join(root, "apps/api"),
      env: {
        ...serverEnv(shared),
        DATABASE_RETENTION_URL: database.retentionUrl,
        SMTP_URL: mail.url,
        MAIL_FROM: "rubric@example.test",
      },
    },
  ];
  for (const program of programs) stops.push(startProgram(program, logs));
  await waitForAnswer(`${publicUrl}/api/health`, logs);
  await waitForAnswer(`${publicUrl}/sign-in`, logs);
  publishSystem({
    publicUrl,
    betweenUrl: between.url,
    databaseUrl: database.apiUrl,
    readerUrl: database.readerUrl,
    ownerUrl: database.ownerUrl,
    mailFolder,
  });
}
