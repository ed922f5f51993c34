"use client";

import type { AppRouter } from "@rubric/api/router";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { Caller } from "./caller.ts";
import { browserLinks } from "./links.ts";
import { newQueryClient } from "./query-client.ts";

const context = createTRPCContext<AppRouter>();

/** Typed query and mutation options of every procedure, for client components. */
export const useTRPC = context.useTRPC;

/** The plain typed client, for calls outside of a query or command (search as one types). */
export const useApiClient = context.useTRPCClient;

/** Gives the pages below it the API on behalf of one caller. Give it a key that tells them apart. */
export function ApiProvider({ children, ...caller }: Caller & { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [trpcClient] = useState(() => createTRPCClient<AppRouter>({ links: browserLinks(caller) }));
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}
