import "server-only";
import { type ApiError, readApiError } from "./errors.ts";
import { serverApi } from "./server.ts";

/** A candidate's page by the secret of its link, or why the link opens nothing. */
export async function readOwnPage(token: string) {
  try {
    const api = await serverApi({ org: null, candidateLink: token });
    return { own: await api.candidate.showOwn.query({}), refusal: null };
  } catch (error) {
    const refusal: ApiError = readApiError(error);
    if (refusal.code === "UNEXPECTED") throw error;
    return { own: null, refusal };
  }
}
