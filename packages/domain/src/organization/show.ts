import type { Reader } from "@rubric/db";
import { organizationSettings } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Org, ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { OrganizationView } from "./schemas.ts";

/** The organization and its settings. */
export async function showOrganization(ctx: ReadCtx): Promise<z.infer<typeof OrganizationView>> {
  return organizationView(ctx.read, ctx.org);
}

/** The view of an organization's settings. */
export async function organizationView(
  read: Reader,
  org: Org,
): Promise<z.infer<typeof OrganizationView>> {
  const [row] = await read
    .select()
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, org.id));
  if (row === undefined) return refuse("NOT_FOUND", {});
  const { privacyNotice, timeZone } = row;
  return { slug: org.slug, name: org.name, privacyNotice, timeZone };
}
