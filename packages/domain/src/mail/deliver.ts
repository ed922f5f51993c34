import type { Database, Tx } from "@rubric/db";
import { mail } from "@rubric/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Enqueue } from "../context.ts";
import { metByMail } from "../deadline/end.ts";
import { organizationById } from "../identity/lookups.ts";
import type { Deps } from "../execution/deps.ts";
import type { Limits } from "../limits.ts";
import { emitRejected } from "../webhook/told.ts";
import type { RenderedMail } from "./letter.ts";
import { renderPasswordChanged, renderPasswordReset } from "./account-mail.ts";
import { renderMail } from "./render.ts";

export type DeliveryDeps = {
  db: Database;
  limits: Limits;
  publicUrl: string;
  /** Replaces the database's clock; for tests. */
  now?: () => Date;
};

/** To settle an e-mail may be news to others, too. */
export type SettleDeps = DeliveryDeps & Pick<Deps, "enqueue">;

const Now = z.tuple([z.object({ now: z.coerce.date() })]);

async function clockOf(tx: Pick<Database, "execute">, deps: DeliveryDeps, orgId: string | null) {
  const rows = await tx.execute(
    sql`select set_config('app.org', ${orgId ?? ""}, true), transaction_timestamp() as now`,
  );
  const [{ now }] = Now.parse([...rows]);
  return deps.now?.() ?? now;
}

/**
 * Takes a queued e-mail for sending and writes it: from here on it cannot be taken back. Null if
 * it was taken back or sent before, or has nothing to say any more. One that was taken and never
 * settled is taken again, so a crash loses none.
 */
export async function takeMail(
  deps: DeliveryDeps,
  job: { orgId: string; id: string },
): Promise<{ orgName: string; mail: RenderedMail } | null> {
  return deps.db.transaction(async (tx) => {
    const clock = await clockOf(tx, deps, job.orgId);
    const org = await organizationById(tx, job.orgId);
    const [row] = await tx
      .update(mail)
      .set({ state: "sending" })
      .where(
        and(
          eq(mail.orgId, job.orgId),
          eq(mail.id, job.id),
          inArray(mail.state, ["queued", "sending"]),
        ),
      )
      .returning();
    if (org === null || row === undefined) return null;
    const { limits, publicUrl } = deps;
    const written = await renderMail({ tx, org, clock, limits, publicUrl }, row);
    if (written !== null) return { orgName: org.name, mail: written };
    await settle(tx, job, "taken_back", null);
    return null;
  });
}

/**
 * Records what became of an e-mail that was taken: sent, to be tried again, or given up. False if
 * its row is gone: whom it was about was erased meanwhile.
 */
export async function settleMail(
  deps: SettleDeps,
  job: { orgId: string; id: string },
  state: "sent" | "queued" | "failed",
): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const clock = await clockOf(tx, deps, job.orgId);
    const settled = await settle(tx, job, state, state === "sent" ? clock : null);
    if (settled !== null && state === "sent") {
      await metByMail({ tx, org: { id: job.orgId }, clock }, settled);
    }
    if (settled?.template === "application.rejected" && state !== "queued") {
      // From here on its candidate counts as told, and so may everybody else be.
      const org = await organizationById(tx, job.orgId);
      const enqueue: Enqueue = (queue, payload, after) =>
        deps.enqueue(tx, queue, payload, after ?? {});
      if (org !== null)
        await emitRejected({ tx, read: tx, org, clock, enqueue }, settled.subjectId);
    }
    return settled !== null;
  });
}

async function settle(
  tx: Pick<Tx, "update">,
  job: { orgId: string; id: string },
  state: "sent" | "queued" | "failed" | "taken_back",
  sentAt: Date | null,
): Promise<{ template: string; subjectId: string } | null> {
  const [settled] = await tx
    .update(mail)
    .set({ state, sentAt })
    .where(and(eq(mail.orgId, job.orgId), eq(mail.id, job.id), eq(mail.state, "sending")))
    .returning({ template: mail.template, subjectId: mail.subjectId });
  return settled ?? null;
}

/** Writes an e-mail about an account, which belongs to no organization. */
export async function writeAccountMail(
  deps: DeliveryDeps,
  about: "reset" | "passwordChanged",
  accountId: string,
): Promise<RenderedMail | null> {
  return deps.db.transaction(async (tx) => {
    const clock = await clockOf(tx, deps, null);
    const ctx = { tx, clock, limits: deps.limits, publicUrl: deps.publicUrl };
    return about === "reset"
      ? renderPasswordReset(ctx, accountId)
      : renderPasswordChanged(ctx, accountId);
  });
}
