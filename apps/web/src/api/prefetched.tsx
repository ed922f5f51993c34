import "server-only";
import { HydrationBoundary, type QueryClient, dehydrate } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ErrorView } from "../ui/error-view.tsx";
import type { Caller } from "./caller.ts";
import { readApiError } from "./errors.ts";
import { newQueryClient } from "./query-client.ts";
import { type ServerTrpc, serverTrpc } from "./server.ts";
import { ToSignIn } from "./to-sign-in.tsx";

/**
 * Loads a page's query on the server and hands it to the client components below, which read it
 * with `useSuspenseQuery`. A refusal is shown in place of them as the sentence the API gave.
 */
export async function Prefetched({
  load,
  children,
  ...caller
}: Caller & {
  load: (trpc: ServerTrpc, queryClient: QueryClient) => Promise<unknown>;
  children: ReactNode;
}) {
  const queryClient = newQueryClient();
  try {
    await load(await serverTrpc(caller, queryClient), queryClient);
  } catch (error) {
    const refusal = readApiError(error);
    if (refusal.code === "UNEXPECTED") throw error;
    if (refusal.code === "UNAUTHENTICATED") return <ToSignIn />;
    if (refusal.code === "NOT_FOUND") notFound();
    return <ErrorView error={refusal} />;
  }
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
