"use client";

import { readApiError } from "../api/errors.ts";
import { ErrorView } from "./error-view.tsx";

function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;
}

/** What an error boundary shows: the API's sentence, or a plain one with the server's reference. */
export function PageFailure({ error, retry }: { error: unknown; retry: () => void }) {
  const refusal = readApiError(error);
  return (
    <ErrorView
      error={{ ...refusal, requestId: refusal.requestId ?? digestOf(error) }}
      onRetry={retry}
    />
  );
}
