import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { buildWeb } from "./build.mjs";
import { migrateDatabase } from "./database.mjs";
import { root } from "./environment.mjs";
import { beforeLeaving } from "./leaving.mjs";
import { say, Sentence, step } from "./messages.mjs";
import { main } from "./prepare.mjs";
import { waitUntilUp } from "./processes.mjs";
import { freePort, runQuietly, startChild } from "./run.mjs";

const target = join(root, "screens");
const only = process.argv.slice(2);

await main(async () => {
  const browser = await findBrowser();
  const [urls] = await Promise.all([
    step("Starting a database of its own", database),
    step("Building the web app", buildWeb),
  ]);
  await step("Loading the demo organization", () => loadDemo(urls));
  const publicUrl = await step("Starting the processes", () => startSystem(urls));
  Object.assign(process.env, browser);
  const { takePictures } = await import("../e2e/pictures.ts");
  mkdirSync(target, { recursive: true });
  const taken = await step("Taking the pictures", () =>
    takePictures({ publicUrl, databaseUrl: urls.DATABASE_URL, target, only, say }),
  );
  say(`${taken} pictures lie in ${target}`);
  return 0;
});

async function database() {
  const { defaultDataDir, startPostgres } = await import("../packages/db/src/embedded.ts");
  const { provisionDatabase } = await import("../packages/db/src/provision.ts");
  const folder = defaultDataDir(root, `screens-${process.pid}`);
  const server = await startPostgres({ dataDir: folder, ephemeral: true });
  beforeLeaving(() => server.stop());
  const made = await provisionDatabase(server.url, "rubric");
  await migrateDatabase(made.ownerUrl, folder);
  return {
    DATABASE_URL: made.apiUrl,
    DATABASE_READER_URL: made.readerUrl,
    DATABASE_OWNER_URL: made.ownerUrl,
    DATABASE_RETENTION_URL: made.retentionUrl,
  };
}

async function loadDemo(env) {
  const { code, lines } = await runQuietly(process.execPath, [join(root, "apps/api/src/demo.ts")], {
    env,
  });
  if (code !== 0)
    throw new Sentence(`The demo organization cannot be loaded:\n${lines.slice(-20).join("\n")}`);
}

/** Web and API on free ports; nothing is sent, so there is no worker. */
async function startSystem({ DATABASE_URL, DATABASE_READER_URL }) {
  const [port, webPort] = [await freePort(), await freePort()];
  const publicUrl = `http://127.0.0.1:${port}`;
  const files = join(root, ".data", `screens-${process.pid}`);
  beforeLeaving(() => rmSync(files, { recursive: true, force: true }));
  const next = join(root, "node_modules/next/dist/bin/next");
  startChild(
    process.execPath,
    [next, "start", "--hostname", "127.0.0.1", "--port", String(webPort)],
    {
      cwd: join(root, "apps/web"),
      env: { NODE_ENV: "production", PUBLIC_URL: publicUrl, API_URL: publicUrl },
      output: "ignore",
    },
  );
  startChild(process.execPath, ["src/main.ts"], {
    cwd: join(root, "apps/api"),
    env: {
      NODE_ENV: "production",
      DATABASE_URL,
      DATABASE_READER_URL,
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      WEB_URL: `http://127.0.0.1:${webPort}`,
      DEMO: "true",
      DATA_DIR: files,
      LOG_LEVEL: "error",
    },
    output: "ignore",
  });
  await waitUntilUp(`${publicUrl}/sign-in`);
  return publicUrl;
}
