import { Skew } from "@rubric/contract/handshake";
import { z } from "zod";
import type { Code, Facts } from "./api-types.ts";
import { type Refusal, RubricError } from "./errors.ts";

/** Total, so that a server of a later release may say less or more. */
const Said = z.object({
  code: z.string(),
  kind: z.string(),
  sentence: z.string(),
  lift: z.string().nullish(),
  law: z.number().nullish(),
  facts: z.record(z.string(), z.unknown()).nullish(),
  fields: z.record(z.string(), z.string()).nullish(),
  requestId: z.string().nullish(),
  httpStatus: z.number().nullish(),
  skew: Skew.nullish(),
});

/** What the server said of a refusal; null where it was no answer of Rubric's. */
export function readRefusal(data: unknown): Refusal | null {
  const said = Said.safeParse(data).data;
  if (said === undefined) return null;
  return {
    ...said,
    lift: said.lift ?? null,
    law: said.law ?? null,
    facts: said.facts ?? {},
    fields: said.fields ?? {},
    requestId: said.requestId ?? null,
    httpStatus: said.httpStatus ?? null,
    skew: said.skew ?? null,
  };
}

/** Code and facts are of one row by what the server sends; a union of pairs cannot say so. */
export function refused(procedure: string, refusal: Refusal): RubricError {
  const { code, facts } = refusal;
  return new RubricError(code as Code, facts as Facts[Code], procedure, refusal);
}
