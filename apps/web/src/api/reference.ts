import "server-only";
import { ReferenceIndex, ReferenceProcedure } from "@rubric/contract/reference";
import { z } from "zod";
import { env } from "../env.ts";
import type { ApiError } from "./errors.ts";
import { callHeaders } from "./server.ts";

type Read<T> = { value: T; refusal: null } | { value: null; refusal: ApiError };

const Refused = z.object({
  code: z.string(),
  kind: z.string(),
  sentence: z.string(),
  lift: z.string().nullable(),
  requestId: z.string(),
});

/** The list of all procedures of the API. */
export function readReferenceIndex(): Promise<Read<ReferenceIndex>> {
  return read("/api/reference", ReferenceIndex);
}

/** One procedure with its schemas and refusals. */
export function readReference(procedure: string): Promise<Read<ReferenceProcedure>> {
  return read(`/api/reference/${encodeURIComponent(procedure)}`, ReferenceProcedure);
}

async function read<T>(path: string, schema: z.ZodType<T>): Promise<Read<T>> {
  try {
    const answer = await fetch(new URL(path, env().API_URL), {
      headers: await callHeaders({ org: null }),
      cache: "no-store",
    });
    const body: unknown = await answer.json();
    if (answer.ok) return { value: schema.parse(body), refusal: null };
    const { data } = Refused.safeParse(body);
    return { value: null, refusal: { ...unread("internal"), ...data } };
  } catch {
    return { value: null, refusal: unread("unavailable") };
  }
}

function unread(kind: "internal" | "unavailable"): ApiError {
  return {
    code: "UNREAD",
    kind,
    sentence: "The reference could not be read.",
    lift: "Try again in a moment.",
    facts: {},
    requestId: null,
    fields: {},
    explanation: null,
    answered: false,
  };
}
