import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { Kept } from "./kept-mail.ts";
import { answer } from "./mailbox-page.ts";
import { type Envelope, messageOf, type Transport } from "./transport.ts";

export type Mailbox = {
  store(envelope: Envelope): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Newest first. */
  list(): Promise<Kept[]>;
  /** The whole message as it would have gone out, or null. */
  source(id: string): Promise<Buffer | null>;
  port: number;
  close(): Promise<void>;
};

/** Opens the mailbox's folder and its page on a loopback port; 0 takes any free one. */
export async function openMailbox(folder: string, port: number): Promise<Mailbox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const writer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

  async function list(): Promise<Kept[]> {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
    const read = await Promise.all(
      names.map(async (name) => {
        const text = await readFile(join(folder, name), "utf8").catch(() => "null");
        const parsed = Kept.safeParse(JSON.parse(text));
        return parsed.success ? [parsed.data] : [];
      }),
    );
    return read
      .flat()
      .toSorted((a, b) => (a.at === b.at ? b.id.localeCompare(a.id) : b.at.localeCompare(a.at)));
  }

  const store = async (envelope: Envelope) => {
    const { id, mail } = envelope;
    const { message } = await writer.sendMail(messageOf(envelope));
    await writeFile(join(folder, `${id}.eml`), message, { mode: 0o600 });
    const kept: Kept = {
      id,
      at: new Date().toISOString(),
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      calendar: mail.ics?.content ?? null,
    };
    const path = join(folder, `${id}.json`);
    await writeFile(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
    await rename(`${path}.new`, path);
  };

  const source = async (id: string) => {
    if (!z.uuid().safeParse(id).success) return null;
    return readFile(join(folder, `${id}.eml`)).catch(() => null);
  };

  const remove = async (ids: readonly string[]) => {
    for (const id of ids) {
      for (const kind of ["eml", "json"]) await rm(join(folder, `${id}.${kind}`), { force: true });
    }
  };

  const server = createServer((request, response) => {
    void answer({ list, source }, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    store,
    remove,
    list,
    source,
    port: portOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The mailbox of demo mode: e-mails stay on this machine and are read on a loopback page. */
export function mailboxTransport(mailbox: Mailbox): Transport {
  return {
    send: (envelope) => mailbox.store(envelope),
    gone: (ids) => mailbox.remove(ids),
    close: () => mailbox.close(),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}
