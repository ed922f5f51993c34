"use client";

import type { ReferenceProcedure } from "@rubric/contract/reference";
import { getUntypedClient, TRPCClientError } from "@trpc/client";
import { useState } from "react";
import { z } from "zod";
import { useApiClient } from "../../api/client.tsx";
import { type ApiError, readApiError } from "../../api/errors.ts";

/** What became of one call. */
export type Outcome = {
  status: number | null;
  /** From the click to the answer. */
  milliseconds: number;
  /** The key that the call carried; null for what takes none. */
  key: string | null;
} & ({ answer: unknown; refusal: null } | { answer: null; refusal: ApiError });

const Sent = z.object({ httpStatus: z.int() });

/** Runs the procedure of a reference through the page's own way to the API. */
export function useCall({ path, contract }: Pick<ReferenceProcedure, "path" | "contract">) {
  const client = getUntypedClient(useApiClient());
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  /** Never rejects: what was refused is an outcome too. */
  async function run(input: unknown): Promise<void> {
    const keyed = contract.kind === "mutation" && contract.idempotency !== "none";
    const key = keyed ? crypto.randomUUID() : null;
    const context = key === null ? { keyless: true } : { idempotencyKey: key };
    const begun = performance.now();
    const took = () => Math.max(1, Math.round(performance.now() - begun));
    setRunning(true);
    try {
      const answer: unknown =
        contract.kind === "query"
          ? await client.query(path, input)
          : await client.mutation(path, input, { context });
      setOutcome({ status: 200, milliseconds: took(), key, answer, refusal: null });
    } catch (error) {
      const refusal = readApiError(error);
      const data: unknown = error instanceof TRPCClientError ? error.data : null;
      const status = Sent.safeParse(data).data?.httpStatus ?? null;
      setOutcome({ status, milliseconds: took(), key, answer: null, refusal });
    } finally {
      setRunning(false);
    }
  }

  return { run, running, outcome };
}
