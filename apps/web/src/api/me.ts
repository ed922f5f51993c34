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
