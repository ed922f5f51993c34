import type { Tx } from "@rubric/db";
import { candidate, type mail, member, organizationSettings } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { Org } from "../context.ts";
import { mintLink } from "../identity/links.ts";
import type { SubjectKind } from "../permissions.ts";
import type { Limits } from "../limits.ts";
import { passAs } from "../retention/wall.ts";
import { findSubject } from "../subjects.ts";
import { tiesOf } from "../ties.ts";
import { layOut } from "./layout.ts";
import type { LetterCtx, Recipient, RenderedMail } from "./letter.ts";
import { pagesOf } from "./pages.ts";
import { templateOf } from "./templates/index.ts";

type MailRow = typeof mail.$inferSelect;

export type RenderCtx = { tx: Tx; org: Org; clock: Date; limits: Limits; publicUrl: string };

/**
 * Writes a queued e-mail as it stands now, or null if it has nothing to say any more: the
 * recipient is gone or disabled, or what it speaks of is no longer so. Secrets in its links are
 * made here and kept as hashes.
 */
export async function renderMail(ctx: RenderCtx, row: MailRow): Promise<RenderedMail | null> {
  const template = templateOf(row.template);
  if (row.recipient === "candidate") await passAs(ctx.tx, row.recipientId);
  if (template === null) throw new Error(`There is no e-mail called ${row.template}.`);
  const recipient = await recipientOf(ctx, row);
  if (recipient === null || (await isHidden(ctx, row))) return null;
  const letter = await template(await letterCtx(ctx, row, recipient));
  if (letter === null) return null;
  const from =
    recipient.kind === "candidate"
      ? `The hiring team at ${ctx.org.name}`
      : `Rubric, for ${ctx.org.name}`;
  return layOut(letter, recipient, from);
}

/** What the e-mails of a feature are about, where that is a part of an application. */
const ABOUT = new Map<string, SubjectKind>([
  ["application", "application"],
  ["candidate", "application"],
  ["interview", "interview"],
  ["scorecard", "scorecard"],
  ["offer", "offer"],
  ["requisition", "requisition"],
  ["feedback", "application"],
]);

/** Law 7: a member hears nothing of a job to which they apply themselves. */
async function isHidden({ tx, org }: RenderCtx, row: MailRow): Promise<boolean> {
  const kind = ABOUT.get(row.template.replace(/\..*$/, ""));
  if (row.recipient !== "member" || kind === undefined) return false;
  const subject = await findSubject(tx, org.id, kind, row.subjectId);
  return subject !== null && (await tiesOf(tx, org.id, row.recipientId, subject)).applies;
}

async function letterCtx(ctx: RenderCtx, row: MailRow, recipient: Recipient): Promise<LetterCtx> {
  const { tx, org, clock, limits } = ctx;
  const [settings] = await tx
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, org.id));
  const pages = pagesOf(ctx.publicUrl, org.slug);
  return {
    read: tx,
    tx,
    org,
    clock,
    limits,
    timeZone: settings?.timeZone ?? "UTC",
    recipient,
    subjectId: row.subjectId,
    pages,
    ownPage: async () => {
      if (recipient.kind !== "candidate")
        throw new Error("Only a candidate has a page of their own.");
      const link = { kind: "candidate" as const, orgId: org.id, subjectId: recipient.id };
      const hours = limits.candidateLinkDays * 24;
      return pages.ownPage(await mintLink(tx, { ...link, at: clock, hours }));
    },
  };
}

/** What reaches a member whose access ended. */
const TO_WHO_LEFT: readonly string[] = ["record.left"];

async function recipientOf(ctx: RenderCtx, row: MailRow): Promise<Recipient | null> {
  if (row.recipient === "candidate") {
    const [found] = await ctx.tx
      .select({ id: candidate.id, name: candidate.name, email: candidate.email })
      .from(candidate)
      .where(
        and(
          eq(candidate.orgId, ctx.org.id),
          eq(candidate.id, row.recipientId),
          isNull(candidate.erasedAt),
        ),
      );
    return found === undefined ? null : { kind: "candidate", ...found };
  }
  const [found] = await ctx.tx
    .select({ id: member.id, name: member.name, email: member.email, state: member.state })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, row.recipientId)));
  const gone = found?.state === "disabled" && !TO_WHO_LEFT.includes(row.template);
  if (found === undefined || gone || found.email === null) return null;
  return { kind: "member", id: found.id, name: found.name, email: found.email };
}
