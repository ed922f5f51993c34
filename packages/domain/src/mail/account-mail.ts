import type { Tx } from "@rubric/db";
import { mintLink } from "../identity/links.ts";
import { accountById } from "../identity/lookups.ts";
import type { Limits } from "../limits.ts";
import { layOut } from "./layout.ts";
import type { RenderedMail } from "./letter.ts";
import { pagesOf } from "./pages.ts";

type AccountCtx = { tx: Tx; clock: Date; limits: Limits; publicUrl: string };

/** The e-mail with the link that resets a password, once; null if there is no such account. */
export async function renderPasswordReset(
  ctx: AccountCtx,
  accountId: string,
): Promise<RenderedMail | null> {
  const found = await accountById(ctx.tx, accountId);
  if (found === null) return null;
  const hours = ctx.limits.passwordResetHours;
  const link = { kind: "password_reset" as const, orgId: null, subjectId: found.id };
  const token = await mintLink(ctx.tx, { ...link, at: ctx.clock, hours });
  return layOut(
    {
      subject: "Set a new password",
      paragraphs: ["Someone, most likely you, asked to set a new password for your account."],
      action: { label: "Set a new password", url: pagesOf(ctx.publicUrl, "").passwordReset(token) },
      after: [
        `The link works once, within ${hours} hours. If it was not you, ignore this e-mail: your password stays as it is.`,
      ],
    },
    found,
    "Rubric",
  );
}

/** The e-mail that tells an account's owner that the password is another one now. */
export async function renderPasswordChanged(
  ctx: AccountCtx,
  accountId: string,
): Promise<RenderedMail | null> {
  const found = await accountById(ctx.tx, accountId);
  if (found === null) return null;
  return layOut(
    {
      subject: "Your password was changed",
      paragraphs: [
        "The password of your account was changed just now, and every other session was ended.",
        "If it was you, there is nothing to do. If it was not, set a new password at once and tell an admin of your organization.",
      ],
      action: { label: "To the sign-in page", url: pagesOf(ctx.publicUrl, "").signIn() },
    },
    found,
    "Rubric",
  );
}
