import "server-only";
import type { AppRouter } from "@rubric/api/router";
import { skewLink } from "@rubric/contract/skew-link";
import type { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cookies, headers } from "next/headers";
import { type Caller, callerHeaders } from "./caller.ts";
import { env } from "../env.ts";

/** The session cookie's name: with the prefix wherever the address is https. */
const sessionCookies = ["__Host-rubric_session", "rubric_session"];

/** What travels on with a call for one request of one person. */
export async function callHeaders(caller: Caller): Promise<Record<string, string>> {
  const jar = await cookies();
  const incoming = await headers();
  const cookie = sessionCookies
    .flatMap((name) => jar.getAll(name))
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const handedOn = ["x-request-id", "x-visitor"].flatMap((name) => {
    const value = incoming.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    origin: new URL(env().PUBLIC_URL).origin,
    ...(cookie === "" ? {} : { cookie }),
    ...Object.fromEntries(handedOn),
    ...callerHeaders(caller),
  };
}

/**
 * The API for one request of one person: only their session cookie, the request id and their
 * address under the door's seal travel on. Make one per request, never keep it.
 */
export async function serverApi(caller: Caller) {
  const own = await callHeaders(caller);
  return createTRPCClient<AppRouter>({
    links: [
      // Within the time in which a person waits for a page; an outdated build is the deploy's to end.
      skewLink<AppRouter>({ onOutdated: () => {}, attempts: 4, wait: () => 300 }),
      httpLink({
        url: new URL("/api/trpc", env().API_URL),
        methodOverride: "POST",
        headers: own,
        fetch: (input, init) =>
          fetch(input, { ...init, signal: init?.signal ?? null, cache: "no-store" }),
      }),
    ],
  });
}

/** The same, as options for a query cache, to load what a page's client component will read. */
export async function serverTrpc(caller: Caller, queryClient: QueryClient) {
  return createTRPCOptionsProxy<AppRouter>({ client: await serverApi(caller), queryClient });
}

export type ServerTrpc = Awaited<ReturnType<typeof serverTrpc>>;
