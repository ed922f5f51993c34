import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readApiError } from "./errors.ts";
import { serverApi } from "./server.ts";

/** The jobs that an organization has open, read once per request; no such organization, no page. */
export const readPosts = cache(async (slug: string) =>
  foundOr404(async () => (await serverApi({ org: null })).candidate.listPosts.query({ slug })),
);

/** One open job, read once per request; a closed one is gone. */
export const readPost = cache(async (slug: string, jobSlug: string) =>
  foundOr404(async () =>
    (await serverApi({ org: null })).candidate.showPost.query({ slug, jobSlug }),
  ),
);

/** What a public page reads; what is not there, or could not be, is no page. */
export async function foundOr404<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { code } = readApiError(error);
    if (code === "NOT_FOUND" || code === "BAD_INPUT") notFound();
    throw error;
  }
}
