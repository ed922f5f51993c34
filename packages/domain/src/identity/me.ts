import type { Reader } from "@rubric/db";
import { account } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { memberOf, membershipsOf, requireAccount } from "./access.ts";
import type { MeView } from "./schemas.ts";
import { withinOrg } from "./within-org.ts";

/** Who is signed in, and the organizations where they are an active member. */
export async function showMe(ctx: ReadCtx): Promise<MeView> {
  return meView(ctx.read, requireAccount(ctx));
}

/** The same view for an account that is about to be signed in. */
export async function meView(read: Reader, accountId: string): Promise<MeView> {
  const [row] = await read
    .select({ id: account.id, name: account.name, email: account.email })
    .from(account)
    .where(eq(account.id, accountId));
  if (row === undefined) return refuse("UNAUTHENTICATED", {});
  const memberships: MeView["memberships"] = [];
  for (const { orgId, orgSlug, orgName, memberId } of await membershipsOf(read, accountId)) {
    const found = await withinOrg(read, orgId, () => memberOf(read, accountId, orgId));
    if (found === null) continue;
    memberships.push({ orgSlug, orgName, memberId, name: found.name, roles: [...found.roles] });
  }
  return { account: row, memberships };
}
