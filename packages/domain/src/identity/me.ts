import type { Reader } from "@rubric/db";
import { accessToken, organization } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { Member, ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { memberOf, membershipsOf, requireAccount } from "./access.ts";
import { accountById } from "./lookups.ts";
import type { MeView } from "./schemas.ts";
import { withinOrg } from "./within-org.ts";

/**
 * Who is signed in, and the organizations where they are an active member. With an access token:
 * as whom it acts, in the one organization that it is for, and what it may do until when.
 */
export async function showMe(ctx: ReadCtx): Promise<MeView> {
  const { actor } = ctx;
  return actor.kind === "member" && actor.token !== undefined
    ? tokenView(ctx.read, actor, actor.token.id)
    : meView(ctx.read, requireAccount(ctx));
}

async function tokenView(read: Reader, actor: Member, tokenId: string): Promise<MeView> {
  const found = await ofToken(read, tokenId);
  if (found === null) return refuse("UNAUTHENTICATED", { by: "token" });
  const { org, token } = found;
  return {
    account: actor.accountId === null ? null : await accountById(read, actor.accountId),
    memberships: [
      {
        orgSlug: org.slug,
        orgName: org.name,
        memberId: actor.memberId,
        name: actor.name,
        roles: [...actor.roles],
      },
    ],
    token: {
      id: token.id,
      kind: token.kind,
      name: token.name,
      scopes: token.scopes,
      expiresAt: toInstant(token.expiresAt),
    },
  };
}

async function ofToken(read: Reader, tokenId: string) {
  const [row] = await read
    .select({ org: organization, token: accessToken })
    .from(accessToken)
    .innerJoin(organization, eq(organization.id, accessToken.orgId))
    .where(eq(accessToken.id, tokenId));
  return row ?? null;
}

/** The same view for an account that is about to be signed in. */
export async function meView(read: Reader, accountId: string): Promise<MeView> {
  const row = await accountById(read, accountId);
  if (row === null) return refuse("UNAUTHENTICATED", {});
  const memberships: MeView["memberships"] = [];
  for (const { orgId, orgSlug, orgName, memberId } of await membershipsOf(read, accountId)) {
    const found = await withinOrg(read, orgId, () => memberOf(read, accountId, orgId));
    if (found === null) continue;
    memberships.push({ orgSlug, orgName, memberId, name: found.name, roles: [...found.roles] });
  }
  return { account: row, memberships, token: null };
}
