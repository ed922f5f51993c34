import { accessToken } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { Member, Org } from "../src/context.ts";
import { useToken } from "../src/identity/access-tokens.ts";
import { memberFrom } from "../src/identity/access.ts";
import { addService } from "../src/organization/index.ts";
import { requireMemberRow } from "../src/organization/access.ts";
import type { Permission } from "../src/permissions.ts";
import { createToken } from "../src/token/index.ts";
import { TOKEN_DAYS } from "../src/token/rules.ts";
import { command, type Harness } from "./harness.ts";

/** Makes a service account, as an admin does. */
export async function makeService(
  harness: Harness,
  org: Org,
  admin: Member,
  roles: Parameters<typeof addService>[1]["roles"],
  name = "Weekly figures",
): Promise<Member> {
  const { id } = await command(harness, org, admin, "organization.addService", addService, {
    name,
    roles,
  });
  const row = await harness.within(org.id, (tx) => requireMemberRow(tx, org.id, id));
  return memberFrom(row);
}

/** Makes an access token; of a service account, where one is given. */
export async function makeToken(
  harness: Harness,
  org: Org,
  by: Member,
  scopes: readonly Permission[],
  of: { serviceId?: string; name?: string; days?: number; key?: string } = {},
) {
  const { key } = of;
  return command(
    harness,
    org,
    by,
    "token.create",
    createToken,
    {
      serviceId: of.serviceId ?? null,
      name: of.name ?? "Nightly report",
      days: of.days ?? TOKEN_DAYS.usual,
      scopes: [...scopes],
    },
    key === undefined ? {} : { key },
  );
}

/** What a token opens at an instant: null where it is none that is good. */
export function opens(harness: Harness, text: string | null, at = new Date()) {
  return useToken(harness.connection.db, text ?? "", at);
}

/** What the database keeps of a token. */
export async function tokenRow(harness: Harness, id: string) {
  const { db } = harness.connection;
  const [row] = await db.select().from(accessToken).where(eq(accessToken.id, id));
  if (row === undefined) throw new Error("There is no such token.");
  return row;
}
