import "server-only";
import { readApiError } from "./errors.ts";
import { serverApi } from "./server.ts";

/** What an invitation's link says, or the refusal of a link that no longer works. */
export async function readInvitation(token: string) {
  try {
    const api = await serverApi({ org: null });
    return { invitation: await api.identity.showInvitation.query({ token }), refusal: null };
  } catch (error) {
    const refusal = readApiError(error);
    if (refusal.code === "UNEXPECTED") throw error;
    return { invitation: null, refusal };
  }
}
