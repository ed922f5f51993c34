import { randomUUID } from "node:crypto";
import type { AppRouter } from "@rubric/api/router";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import { runningSystem } from "./env.ts";
import { tokenOf, type Who } from "./people.ts";

export type Api = ReturnType<typeof createTRPCClient<AppRouter>>;

type Caller = { who?: Who; org?: string; candidateLink?: string; key?: string; from?: string };

/** The typed client, as a member, a candidate or nobody; each command carries a key of its own unless one is given. */
export async function apiAs(caller: Caller): Promise<Api> {
  const { publicUrl } = runningSystem();
  const headers: Record<string, string> = { origin: caller.from ?? publicUrl };
  if (caller.who !== undefined) headers.cookie = `rubric_session=${await tokenOf(caller.who)}`;
  if (caller.org !== undefined) headers["x-org"] = caller.org;
  if (caller.candidateLink !== undefined) headers["x-candidate-link"] = caller.candidateLink;
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${publicUrl}/api/trpc`,
        methodOverride: "POST",
        headers: () => ({ ...headers, "idempotency-key": caller.key ?? randomUUID() }),
      }),
    ],
  });
}

/** What became of a call: "accepted", or the code with which it was refused. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const data: unknown = error.data;
    if (typeof data === "object" && data !== null && "code" in data) return String(data.code);
    throw error;
  }
}

/** The code with which a call was refused; throws if it was accepted. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  const outcome = await outcomeOf(call);
  if (outcome === "accepted") throw new Error("The call was accepted.");
  return outcome;
}
