import { createInterface, type Interface } from "node:readline/promises";
import { text } from "node:stream/consumers";
import { Writable } from "node:stream";
import { BadUse } from "./failures.ts";

/** Everything that is sent to this process. */
export async function readAll(): Promise<string> {
  return text(process.stdin);
}

/** Asks for a secret without showing it; takes what is sent where there is no terminal. */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) return (await readAll()).trim();
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return (await answerOf(reader, "")).trim();
  } finally {
    reader.close();
    process.stderr.write("\n");
  }
}

/** Throws unless a person says yes; without a terminal nobody can. */
export async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) throw new BadUse(`${question} Say so with --yes.`);
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const said = await answerOf(reader, `${question} [y/N] `);
    if (!/^y(es)?$/i.test(said.trim())) throw new BadUse("Nothing was sent.");
  } finally {
    reader.close();
  }
}

/** Whoever leaves with Ctrl-C or Ctrl-D has answered nothing. */
function answerOf(reader: Interface, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    reader.once("close", () => reject(new BadUse("Nothing was sent.")));
    reader.question(question).then(resolve, reject);
  });
}
