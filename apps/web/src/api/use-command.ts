"use client";

import { type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { restoreFocus } from "../ui/keep-focus.ts";
import { type ApiError, readApiError } from "./errors.ts";

export interface Command<Input, Output> {
  /** Runs it; rejects with the refusal. For dialogs and forms that await the outcome. */
  run: (input: Input) => Promise<Output>;
  /** Runs it without waiting; the refusal appears in `refusal`. */
  start: (input: Input) => void;
  running: boolean;
  refusal: ApiError | null;
  /** Forgets the last refusal. */
  reset: () => void;
}

/**
 * One command of a page: `useCommand(trpc.scorecard.submit.mutationOptions())`.
 * After success the queries on the page are read again; `refresh: false` leaves them, for
 * drafts saved as one types and for pages that put the answer into the cache themselves.
 */
export function useCommand<Output, Failure, Input, Context>(
  options: UseMutationOptions<Output, Failure, Input, Context>,
  { refresh = true }: { refresh?: boolean } = {},
): Command<Input, Output> {
  const queryClient = useQueryClient();
  const mutation = useMutation<Output, Failure, Input, Context>({
    ...options,
    onSuccess: async (...happened) => {
      await options.onSuccess?.(...happened);
      if (refresh) await queryClient.invalidateQueries();
      restoreFocus();
    },
  });
  const { error } = mutation;
  const refusal = useMemo(() => (error === null ? null : readApiError(error)), [error]);
  return {
    run: mutation.mutateAsync,
    start: mutation.mutate,
    running: mutation.isPending,
    refusal,
    reset: mutation.reset,
  };
}
