import { createTransport } from "nodemailer";
import type { RenderedMail } from "@rubric/domain/mail";

export type Envelope = { id: string; from: { name: string; address: string }; mail: RenderedMail };

/** Sends one e-mail; `gone` deletes what was kept of e-mails about a person who was erased. */
export type Transport = {
  send(envelope: Envelope): Promise<void>;
  gone(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

/** Thrown by `send` when trying again would change nothing: the address is refused for good. */
export class Undeliverable extends Error {
  override readonly name = "Undeliverable";
}

/** What nodemailer is given: the same for the mail server and for the mailbox. */
export function messageOf({ id, from, mail }: Envelope) {
  const { ics } = mail;
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // The same e-mail sent twice after a crash is recognised by its id.
    messageId: `<${id}@${from.address.split("@")[1] ?? "rubric"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    ...(ics === undefined
      ? {}
      : {
          icalEvent: { method: ics.method, content: ics.content, filename: "interview.ics" },
        }),
  };
}

const SECONDS = 1000;

/** Sends through a mail server: smtp:// with STARTTLS where it is offered, or smtps://. */
export function openSmtp(url: string): Transport {
  const smtp = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 20 * SECONDS,
    greetingTimeout: 20 * SECONDS,
    socketTimeout: 60 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (envelope) => {
      try {
        await smtp.sendMail(messageOf(envelope));
      } catch (error) {
        if (isPermanent(error)) throw new Undeliverable("The mail server refuses this address.");
        throw error;
      }
    },
    gone: async () => {},
    close: async () => smtp.close(),
  };
}

/** SMTP's permanent refusals are 5xx; a sign-in refused by the server is ours to repair. */
function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error)) return false;
  const { responseCode } = error;
  const signIn = responseCode === 530 || responseCode === 534 || responseCode === 535;
  return typeof responseCode === "number" && responseCode >= 500 && !signIn;
}
