import { join } from "node:path";
import { buildWeb } from "./build.mjs";
import { migrateDatabase, openDatabase, stateFolder } from "./database.mjs";
import { loadDemoOnce, printAccounts } from "./demo.mjs";
import { root } from "./environment.mjs";
import { say, sayNow, step } from "./messages.mjs";
import { main } from "./prepare.mjs";
import { endLeftovers, startAll, waitUntilUp } from "./processes.mjs";
import { readSettings } from "./settings.mjs";

const dev = process.argv.includes("--dev");

await main(start, () => 0);

async function start() {
  const folder = await stateFolder(!process.env.DATABASE_URL);
  await endLeftovers(folder);
  const settings = await readSettings();
  const building = dev ? undefined : step("Building the web app", buildWeb);
  const [accounts] = await Promise.all([serve(folder, settings, building), building]);
  announce(folder, settings, accounts);
}

/**
 * Shows the site as soon as it is built; the demo organization may still be filling. The worker waits for that, as it
 * would act upon what is half there.
 */
async function serve(folder, settings, building) {
  const ready = await data(folder, settings);
  const { NODE_FLAGS } = await import("../apps/api/src/node-flags.ts");
  const { web, api, worker } = programs(ready, settings, NODE_FLAGS);
  const run = (which) => startAll(which, folder, { verbose: dev });
  await run({ api });
  // Beside the build it would only hold that up: both are bound by the processor.
  await building;
  await run({ web });
  // By itself first: the API would log each try that finds nobody behind it.
  await waitUntilUp(`http://127.0.0.1:${settings.webPort}/sign-in`);
  await waitUntilUp(`http://localhost:${settings.port}/sign-in`);
  sayNow(`The site answers on ${settings.publicUrl}`);
  // Beside the first page it would hold that up in the same way.
  const accounts = settings.demo ? await loadDemoOnce(folder, { ...ready.env, ...ready.urls }) : [];
  await run({ worker });
  return accounts;
}

/** @returns The database's addresses by role, and what else the processes are told. */
async function data(folder, settings) {
  const urls = await step("Starting the database", () =>
    openDatabase(settings.ownDatabase, folder),
  );
  await step("Migrating the database", () => migrateDatabase(urls.DATABASE_OWNER_URL, folder));
  const env = {
    NODE_ENV: dev ? "development" : "production",
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    WEB_URL: `http://127.0.0.1:${settings.webPort}`,
    MAILBOX_PORT: settings.demo ? String(settings.mailboxPort) : undefined,
    DEMO: String(settings.demo),
    DATA_DIR: join(folder, "files"),
  };
  return { urls, env };
}

/** Each process is told the addresses of those database roles only that it works as. */
function programs({ urls, env }, { port, webPort, publicUrl }, apiFlags) {
  const reload = dev ? ["--watch", "--watch-preserve-output"] : [];
  const next = join(root, "node_modules/next/dist/bin/next");
  const noRole = Object.fromEntries(Object.keys(urls).map((name) => [name, undefined]));
  const api = join(root, "apps/api");
  const { DATABASE_URL, DATABASE_READER_URL, DATABASE_RETENTION_URL } = urls;
  return {
    web: {
      args: [next, dev ? "dev" : "start", "--hostname", "127.0.0.1", "--port", String(webPort)],
      cwd: join(root, "apps/web"),
      env: {
        ...noRole,
        NODE_ENV: env.NODE_ENV,
        PUBLIC_URL: publicUrl,
        DEMO: env.DEMO,
        API_URL: `http://127.0.0.1:${port}`,
      },
    },
    api: {
      args: [...apiFlags, ...reload, "src/main.ts"],
      cwd: api,
      env: { ...env, ...noRole, DATABASE_URL, DATABASE_READER_URL },
    },
    worker: {
      args: [...reload, "src/worker.ts"],
      cwd: api,
      env: { ...env, ...noRole, DATABASE_URL, DATABASE_RETENTION_URL },
    },
  };
}

function announce(folder, { publicUrl, demo, mailboxPort }, accounts) {
  say();
  say(`Rubric runs on ${publicUrl}`);
  if (demo) say(`Its e-mails arrive in http://localhost:${mailboxPort}`);
  if (accounts.length > 0) {
    say("\nDemo accounts:");
    printAccounts(accounts);
  }
  say(`\nData and logs: ${folder}`);
  sayNow("Ready. Ctrl-C stops it.");
}
