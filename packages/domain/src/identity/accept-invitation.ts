import { member, organization } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { tieHired } from "../baseline/tie-hired.ts";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { findAccount } from "./access.ts";
import { endInvitations, join, tryAccount } from "./accounts.ts";
import { redeemLink } from "./links.ts";
import { passwordMatches, requireStrong } from "./passwords.ts";
import type { AcceptedView, AcceptInvitationInput } from "./schemas.ts";
import { sessions } from "./sessions.ts";
import { withinOrg } from "./within-org.ts";

type Input = z.infer<typeof AcceptInvitationInput>;

/** Joins the organization by the link that was sent, once, with a new or the known account. */
export async function acceptInvitation(
  ctx: CommandCtx,
  input: Input,
): Promise<z.infer<typeof AcceptedView>> {
  const { tx } = ctx;
  const { orgId, subjectId } = await redeemLink(tx, "invitation", input.token, ctx.clock);
  if (orgId === null) return refuse("LINK_INVALID", {});
  const joined = await withinOrg(tx, orgId, async () => {
    const [invited] = await tx
      .select()
      .from(member)
      .where(and(eq(member.orgId, orgId), eq(member.id, subjectId), eq(member.state, "invited")))
      .for("no key update");
    if (invited === undefined || invited.email === null) return refuse("LINK_INVALID", {});
    const accountId = await accountFor(ctx, invited.email, input);
    await tx
      .update(member)
      .set({ state: "active", accountId, name: input.name })
      .where(and(eq(member.orgId, orgId), eq(member.id, subjectId)));
    await join(tx, { accountId, orgId, memberId: subjectId });
    await tieHired(tx, { orgId, memberId: subjectId, email: invited.email, clock: ctx.clock });
    return { accountId };
  });
  await endInvitations(tx, subjectId);
  const [org] = await tx.select().from(organization).where(eq(organization.id, orgId));
  if (org === undefined) return refuse("LINK_INVALID", {});
  if (ctx.sessionId !== null) await sessions(tx).end(ctx.sessionId);
  ctx.issueSession(await sessions(tx).open(joined.accountId, ctx.origin, ctx.clock));
  ctx.audit({ subject: { kind: "account", id: joined.accountId }, after: { organization: orgId } });
  return { orgSlug: org.slug };
}

/**
 * The account of the invited address: the known one if its password is right, else a new one. Of
 * two organizations that invited it, accepted at once, the second finds the account of the first.
 */
async function accountFor(ctx: CommandCtx, email: string, input: Input): Promise<string> {
  const known = await knownAccount(ctx, email, input.password);
  if (known !== null) return known;
  requireStrong(input.password, "password", [input.name, email]);
  return (
    (await tryAccount(ctx.tx, { ...input, email, at: ctx.clock })) ??
    (await knownAccount(ctx, email, input.password)) ??
    refuse("BUSY", {})
  );
}

async function knownAccount(
  ctx: CommandCtx,
  email: string,
  password: string,
): Promise<string | null> {
  const known = await findAccount(ctx.tx, email);
  if (known === null) return null;
  if (await passwordMatches(known.hash, password)) return known.id;
  return refuse("PASSWORD_WRONG", {
    fields: { password: "This address has an account already; its password is another one." },
  });
}
