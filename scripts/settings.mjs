import { join } from "node:path";
import { root } from "./environment.mjs";
import { Sentence } from "./messages.mjs";
import { freePort } from "./run.mjs";

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/**
 * Reads what the operator set, and finds free ports for the rest.
 * @throws {Sentence} when the port is used or a setting is missing.
 */
export async function readSettings() {
  const {
    PORT,
    HOST = "127.0.0.1",
    PUBLIC_URL,
    DATABASE_URL,
    DATABASE_OWNER_URL,
    SMTP_URL,
  } = process.env;
  const port = Number(PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Sentence(`PORT is "${PORT}", which is no port.`);
  if ((await freePort(port)) === null)
    throw new Sentence(
      `Port ${port} is already in use: stop what uses it, or choose another with PORT=….`,
    );
  if (DATABASE_URL && !DATABASE_OWNER_URL)
    throw new Sentence(
      "DATABASE_URL is set but DATABASE_OWNER_URL is not: the owner's address is needed to migrate.",
    );
  return {
    port,
    host: HOST,
    publicUrl: PUBLIC_URL ?? `http://localhost:${port}`,
    webPort: await freePort(),
    mailboxPort: Number(
      process.env.MAILBOX_PORT ?? (await freePort(port + 1)) ?? (await freePort()),
    ),
    ownDatabase: !DATABASE_URL,
    demo: !DATABASE_URL && !SMTP_URL && loopback.has(HOST),
  };
}

/** Where the state of the instance that runs on DATABASE_URL is kept: its logs and files. */
export const stateOfExternal = join(root, ".data", "external");
