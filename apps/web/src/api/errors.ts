import { TRPCClientError } from "@trpc/client";
import { Explanation } from "@rubric/domain/policy/explanation";
import { z } from "zod";

const ApiErrorData = z.object({
  code: z.string(),
  kind: z.string(),
  sentence: z.string(),
  lift: z.string().nullish(),
  facts: z.record(z.string(), z.unknown()).nullish(),
  requestId: z.string().nullish(),
  fields: z.record(z.string(), z.string()).nullish(),
  explanation: Explanation.nullish().catch(null),
});

/** What a person and a page need to know about a call that did not succeed. */
export interface ApiError {
  code: string;
  kind: string;
  sentence: string;
  /** What would lift the refusal, as a sentence. */
  lift: string | null;
  facts: Record<string, unknown>;
  requestId: string | null;
  /** Sentence by path of the input, for example `criteria.0.note`. */
  fields: Record<string, string>;
  /** Of a rule that is set by policy: why it refused, in full. */
  explanation: Explanation | null;
  /** False when no server answered, so that the effect is unknown. */
  answered: boolean;
}

const unanswered: ApiError = {
  code: "UNREACHABLE",
  kind: "unavailable",
  sentence: "The server could not be reached. Nothing you typed is lost.",
  lift: "Check your connection, then try again.",
  facts: {},
  requestId: null,
  fields: {},
  explanation: null,
  answered: false,
};

const unexpected: ApiError = {
  ...unanswered,
  code: "UNEXPECTED",
  kind: "internal",
  sentence: "Something went wrong on this page.",
  lift: "Try again. If it stays, reload the page.",
};

const failures: readonly string[] = ["internal", "unavailable", "too_many", "outdated", "behind"];

/** Whether it only says that something failed, and nothing about what was asked for. */
export function isFailure({ kind }: Pick<ApiError, "kind">): boolean {
  return failures.includes(kind);
}

/** Whether it may have been asked for by a page that shows what is no longer so. */
export function mayBeStale({ kind, fields }: Pick<ApiError, "kind" | "fields">): boolean {
  return (kind === "conflict" || kind === "rule") && Object.keys(fields).length === 0;
}

/** True when the server sent an answer of ours, so that the outcome of the call is known. */
export function isAnswered(error: unknown): boolean {
  return readApiError(error).answered;
}

/** Reads any thrown value as an {@link ApiError}; never throws. */
export function readApiError(error: unknown): ApiError {
  if (!(error instanceof TRPCClientError)) return unexpected;
  const data: unknown = error.data;
  const parsed = ApiErrorData.safeParse(data);
  if (!parsed.success) return unanswered;
  const { lift, facts, requestId, fields, explanation, ...rest } = parsed.data;
  return {
    ...rest,
    lift: lift ?? null,
    facts: facts ?? {},
    requestId: requestId ?? null,
    fields: fields ?? {},
    explanation: explanation ?? null,
    answered: true,
  };
}
