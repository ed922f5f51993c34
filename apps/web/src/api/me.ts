import "server-only";
import { cache } from "react";
import { readApiError } from "./errors.ts";
import { serverApi } from "./server.ts";

/** The signed-in account and its memberships, read once per request; null when signed out. */
export const readMe = cache(async () => {
  try {
    const { account, memberships } = await (await serverApi({ org: null })).identity.me.query({});
    return account === null ? null : { account, memberships };
  } catch (error) {
    if (readApiError(error).code === "UNAUTHENTICATED") return null;
    throw error;
  }
});

/** The reader's own membership of an organization; null when signed out or no member of it. */
export async function readMembership(org: string) {
  return (await readMe())?.memberships.find(({ orgSlug }) => orgSlug === org) ?? null;
}
