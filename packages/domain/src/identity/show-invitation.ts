import { member } from "@rubric/db/schema";
import { organization } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { isAccount } from "./access.ts";
import { findLink } from "./links.ts";
import type { InvitationView, ShowInvitationInput } from "./schemas.ts";
import { withinOrg } from "./within-org.ts";

/** What an invitation's link says before it is accepted. */
export async function showInvitation(
  ctx: ReadCtx,
  input: z.infer<typeof ShowInvitationInput>,
): Promise<z.infer<typeof InvitationView>> {
  const { read } = ctx;
  const found = await findLink(read, "invitation", input.token, ctx.clock);
  const orgId = found?.orgId;
  if (found == null || orgId == null) return refuse("LINK_INVALID", {});
  const [invited] = await withinOrg(read, orgId, () =>
    read
      .select({ email: member.email, name: member.name, state: member.state })
      .from(member)
      .where(and(eq(member.orgId, orgId), eq(member.id, found.subjectId))),
  );
  const [org] = await read.select().from(organization).where(eq(organization.id, orgId));
  if (org === undefined || invited?.state !== "invited" || invited.email === null)
    return refuse("LINK_INVALID", {});
  return {
    orgName: org.name,
    email: invited.email,
    name: invited.name,
    hasAccount: await isAccount(read, invited.email),
  };
}
