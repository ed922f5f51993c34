"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { restoreFocus } from "../ui/keep-focus.ts";
import { type ApiError, mayBeStale } from "./errors.ts";

/**
 * Reads the queries of the page again once a dialog is closed whose command was refused for what may
 * no longer be so: no sooner, or what it stands on could go and its sentence with it.
 */
export function useReadAgain(opened: boolean, refusal: ApiError | null): void {
  const queryClient = useQueryClient();
  const last = useRef(refusal);
  useEffect(() => {
    last.current = refusal;
  }, [refusal]);
  useEffect(() => {
    if (!opened) return;
    return () => {
      if (last.current === null || !mayBeStale(last.current)) return;
      void queryClient.invalidateQueries().then(restoreFocus);
    };
  }, [opened, queryClient]);
}
