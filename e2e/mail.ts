import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import PostalMime, { type Email } from "postal-mime";
import { runningSystem } from "./env.ts";

export type Letter = { subject: string; text: string; html: string; links: string[] };

/**
 * The newest e-mail to an address whose subject holds `subjectPart`; waits up to 30 s for it.
 * @throws with the subjects that did arrive.
 */
export async function mailTo(address: string, subjectPart: string): Promise<Letter> {
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    const received = await mailsTo(address);
    const found = received.findLast((letter) => letter.subject.includes(subjectPart));
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) {
      const subjects = received.map((letter) => letter.subject).join("; ") || "none";
      throw new Error(
        `No e-mail "${subjectPart}" came to ${address}; those that did: ${subjects}.`,
      );
    }
    await sleep(100);
  }
}

/** Every e-mail that an address has received so far, oldest first. */
export async function mailsTo(address: string): Promise<Letter[]> {
  const { mailFolder } = runningSystem();
  const names = readdirSync(mailFolder)
    .filter((name) => name.endsWith(".eml"))
    .toSorted();
  const mails = await Promise.all(names.map((name) => opened(join(mailFolder, name))));
  return mails.filter((mail) => isTo(mail, address)).map(asLetter);
}

const read = new Map<string, Promise<Email>>();

/** Reads each e-mail once, as one looks for the newest many times. */
function opened(path: string): Promise<Email> {
  const mail = read.get(path) ?? PostalMime.parse(readFileSync(path));
  read.set(path, mail);
  return mail;
}

function isTo(mail: Email, address: string): boolean {
  return (mail.to ?? []).some((one) => one.address?.toLowerCase() === address.toLowerCase());
}

function asLetter(mail: Email): Letter {
  const text = mail.text ?? "";
  return {
    subject: mail.subject ?? "",
    text,
    html: mail.html ?? "",
    links: [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link),
  };
}

/** The first link of an e-mail that leads below `path`. */
export function linkIn(letter: Letter, path: string): string {
  const found = letter.links.find((link) => link.includes(path));
  if (found === undefined) throw new Error(`"${letter.subject}" has no link below ${path}.`);
  return found;
}
