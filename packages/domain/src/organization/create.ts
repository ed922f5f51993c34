import { newId } from "@rubric/db";
import { member, organizationSettings } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { installBackendFramework } from "../framework/index.ts";
import {
  anyOrganization,
  createAccount,
  createOrganizationRow,
  holdSignUp,
  join,
} from "../identity/accounts.ts";
import { requireStrong } from "../identity/passwords.ts";
import { sessions } from "../identity/sessions.ts";
import { withinOrg } from "../identity/within-org.ts";
import { whyNotSignUp } from "./rules.ts";
import type { CreatedOrganizationView, CreateOrganizationInput } from "./schemas.ts";

type Input = z.infer<typeof CreateOrganizationInput>;

const PRIVACY_NOTICE =
  "We use what you send us to decide on your application and for nothing else. The people who decide are named members of our hiring team. You can see where you stand, ask for a copy of what we hold, and ask us to erase it, on your own page.";

/** Creates an organization with its first admin and the Backend Engineer framework, and signs them in. */
export async function createOrganization(
  ctx: CommandCtx,
  input: Input,
): Promise<z.infer<typeof CreatedOrganizationView>> {
  const { tx, clock } = ctx;
  if (!ctx.limits.signUp) await holdSignUp(tx);
  refuseIf(whyNotSignUp(await anyOrganization(tx), ctx.limits));
  requireStrong(input.password, "password", [input.yourName, input.email, input.name]);
  const orgId = newId();
  const memberId = newId();
  await createOrganizationRow(tx, { id: orgId, slug: input.address, name: input.name }, clock);
  const accountId = await createAccount(tx, {
    email: input.email,
    name: input.yourName,
    password: input.password,
    at: clock,
  });
  await join(tx, { accountId, orgId, memberId });
  await withinOrg(tx, orgId, async () => {
    await tx.insert(organizationSettings).values({
      orgId,
      privacyNotice: PRIVACY_NOTICE,
      timeZone: input.timeZone,
      updatedAt: clock,
    });
    await tx.insert(member).values({
      orgId,
      id: memberId,
      accountId,
      name: input.yourName,
      email: input.email,
      title: "",
      roles: ["admin"],
      state: "active",
      createdAt: clock,
    });
    await installBackendFramework(tx, orgId, memberId, clock);
  });
  if (ctx.sessionId !== null) await sessions(tx).end(ctx.sessionId);
  ctx.issueSession(await sessions(tx).open(accountId, ctx.origin, clock));
  ctx.audit({ subject: { kind: "organization", id: orgId }, after: { slug: input.address } });
  return { orgSlug: input.address };
}
