import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { readApiError } from "./errors.ts";
import { signInPath } from "./way-back.ts";

function leaveIfSignedOut(error: unknown): void {
  if (typeof window === "undefined") return;
  if (readApiError(error).code !== "UNAUTHENTICATED") return;
  const { pathname, search } = window.location;
  if (pathname !== "/sign-in") window.location.assign(signInPath(pathname + search));
}

/** A cache for one browser tab or one server request; never shared between requests. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && !readApiError(error).answered,
      },
      // Not paused while offline: a paused command would be sent later without the person knowing.
      mutations: { networkMode: "always", retry: false },
    },
  });
}
