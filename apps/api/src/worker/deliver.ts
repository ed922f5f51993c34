import { newId, type JobPayload } from "@rubric/db";
import { type SettleDeps, settleMail, takeMail, writeAccountMail } from "@rubric/domain/mail";
import type { Log } from "./log.ts";
import { type Transport, Undeliverable } from "./transport.ts";

export type Delivery = SettleDeps & {
  transport: Transport;
  log: Log;
  /** The address that e-mails come from. */
  from: string;
};

/** One attempt of a job; `last` when no other follows if this one fails. */
export type Attempt = { payload: JobPayload; last: boolean };

/** Sends one queued e-mail; throws to have it tried again. */
export async function deliver(to: Delivery, attempt: Attempt): Promise<void> {
  const { orgId, id } = attempt.payload;
  if (orgId === null) return deliverAccountMail(to, "reset", attempt);
  const job = { orgId, id };
  const taken = await takeMail(to, job);
  if (taken === null) return;
  try {
    const from = { name: taken.orgName, address: to.from };
    await to.transport.send({ id, from, mail: taken.mail });
  } catch (error) {
    const given = error instanceof Undeliverable || attempt.last;
    await settleMail(to, job, given ? "failed" : "queued");
    to.log.warn({ err: error, mailId: id, given }, "an e-mail was not sent");
    if (error instanceof Undeliverable) return;
    throw error;
  }
  if (!(await settleMail(to, job, "sent"))) await to.transport.gone([id]);
}

/** Sends an e-mail about an account: of a password reset, or that the password has changed. */
export async function deliverAccountMail(
  to: Delivery,
  about: "reset" | "passwordChanged",
  { payload }: Attempt,
): Promise<void> {
  const mail = await writeAccountMail(to, about, payload.id);
  if (mail === null) return;
  try {
    const from = { name: "Rubric", address: to.from };
    await to.transport.send({ id: newId(), from, mail });
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    to.log.warn({ err: error, accountId: payload.id }, "an e-mail was not sent");
  }
}
