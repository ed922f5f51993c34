import { Skew } from "@rubric/contract/handshake";
import { INSTANCE_CHAIN } from "@rubric/domain/audit";
import {
  type Denial,
  deny,
  type ErrorCode,
  type ErrorKind,
  explain,
  type FactsOf,
  kindOf,
  Refused,
  UNIVERSAL,
  type UniversalCode,
} from "@rubric/domain/errors";
import { recordSecurityEvent } from "@rubric/domain/identity";
import { Explanation } from "@rubric/domain/policy/explanation";
import { fieldErrors } from "@rubric/domain/wire";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { z, ZodError } from "zod";
import type { Context } from "./context.ts";
import type { Meta } from "./meta.ts";

const KINDS = [
  "input",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "rule",
  "too_many",
  "outdated",
  "behind",
  "internal",
] as const satisfies readonly (ErrorKind | "internal")[];

/** What a client learns of an error: nothing but this, whatever happened. */
export const ErrorData = z.object({
  code: z.string(),
  kind: z.enum(KINDS),
  sentence: z.string(),
  lift: z.string().nullable(),
  law: z.int().nullable(),
  facts: z.record(z.string(), z.unknown()),
  fields: z.record(z.string(), z.string()),
  requestId: z.string(),
  /** Of a rule that is set by policy: which version refused, why, and what it was judged on. */
  explanation: Explanation.nullable(),
  /** Which of both is older, where client and server have different contracts in this procedure. */
  skew: Skew.nullable(),
});
export type ErrorData = z.infer<typeof ErrorData> & { code: ErrorCode | "INTERNAL" };

/** What any procedure may be refused with, beyond what it declares. */
export type AlwaysPossible = UniversalCode | "INTERNAL";

/** The facts that each refusal speaks of, by its code. */
export type FactsByCode = { [Code in ErrorCode]: FactsOf<Code> };

const STATUS = {
  input: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  rule: "UNPROCESSABLE_CONTENT",
  too_many: "TOO_MANY_REQUESTS",
  outdated: "PRECONDITION_FAILED",
  behind: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** The HTTP status with which a refusal leaves. */
export function statusOf(code: ErrorCode): number {
  return getHTTPStatusCodeFromError(new TRPCError({ code: STATUS[kindOf(code)] }));
}

/** What a gate says before there is a call: the same shape, and a sentence of its own. */
export function gateRefusal(
  kind: "input" | "forbidden",
  sentence: string,
  requestId: string,
): ErrorData {
  return {
    ...NOTHING_MORE,
    code: kind === "input" ? "BAD_INPUT" : "FORBIDDEN",
    kind,
    sentence,
    lift: null,
    requestId,
  };
}

const NOTHING_MORE = { law: null, facts: {}, fields: {}, explanation: null, skew: null } as const;

/** Runs a call; a refusal its procedure declared leaves as itself, anything else as INTERNAL. */
export async function refusing<T>(ctx: Context, meta: Meta, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused) {
      const { denial } = error;
      await noteRefusal(ctx, meta, denial);
      if (UNIVERSAL.has(denial.code) || meta.errors.includes(denial.code)) {
        throw new TRPCError({ code: STATUS[kindOf(denial.code)], cause: error });
      }
      ctx.log({ level: "error", message: `${meta.permission} did not declare ${denial.code}` });
    } else {
      ctx.log({ level: "error", message: `${meta.permission} failed`, error });
    }
    throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: LOGGED });
  }
}

/** The cause of what leaves as INTERNAL and stands in the log already. */
const LOGGED = new Error("internal");

/** Whether an error is one of ours that nothing has logged: an answer that its schema does not take. */
export function isUnlogged({ code, cause }: TRPCError): boolean {
  return code === "INTERNAL_SERVER_ERROR" && cause !== LOGGED;
}

/** The error of a call whose contract is not this server's. */
export function skewError({ kind, procedure }: Skew): TRPCError {
  const code = kind === "client-outdated" ? "CLIENT_OUTDATED" : "SERVER_BEHIND";
  return new TRPCError({
    code: STATUS[kindOf(code)],
    cause: new Refused(deny(code, { procedure })),
  });
}

const SECONDS_BEFORE_RETRY = 1;

/** When a call that met an older server may be sent again. */
export function retryAfter(errors: readonly TRPCError[]): Record<string, string> {
  const behind = errors.some(({ code }) => code === STATUS.behind);
  return behind ? { "retry-after": String(SECONDS_BEFORE_RETRY) } : {};
}

/** The error as the client gets it. */
export function errorData(error: TRPCError, requestId: string): ErrorData {
  const { cause } = error;
  if (cause instanceof Refused) return refusalData(cause.denial, requestId);
  if (error.code === "BAD_REQUEST" && cause instanceof ZodError) {
    return refusalData({ code: "BAD_INPUT", facts: { fields: fieldErrors(cause) } }, requestId);
  }
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") {
    const fields = {
      input:
        cause instanceof SyntaxError ? NOT_JSON : "This is not an input that this procedure takes.",
    };
    return refusalData({ code: "BAD_INPUT", facts: { fields } }, requestId);
  }
  if (error.code === "NOT_FOUND") return refusalData({ code: "NOT_FOUND", facts: {} }, requestId);
  return {
    ...NOTHING_MORE,
    code: "INTERNAL",
    kind: "internal",
    sentence: "Something went wrong on our side. Nothing was changed.",
    lift: "Try again; if it stays, give the request id to whoever runs this server.",
    requestId,
  };
}

const NOT_JSON = "This is not JSON: it is empty, or a quote, comma or bracket is missing.";

const WithFields = z.object({ fields: z.record(z.string(), z.string()) });

function refusalData(denial: Denial, requestId: string): ErrorData {
  const withFields = WithFields.safeParse(denial.facts);
  return {
    code: denial.code,
    kind: kindOf(denial.code),
    ...explain(denial),
    facts: { ...denial.facts },
    fields: withFields.success ? withFields.data.fields : {},
    requestId,
    skew: skewIn(denial),
  };
}

function skewIn(denial: Denial): Skew | null {
  if (denial.code === "CLIENT_OUTDATED") return { kind: "client-outdated", ...denial.facts };
  if (denial.code === "SERVER_BEHIND") return { kind: "server-behind", ...denial.facts };
  return null;
}

const WRONG_PASSWORD: ReadonlySet<ErrorCode> = new Set(["CREDENTIALS_WRONG", "PASSWORD_WRONG"]);

/** Refused sign-ins, tokens and permissions are kept, after the rollback of what was refused. */
async function noteRefusal(ctx: Context, meta: Meta, denial: Denial): Promise<void> {
  const { origin, orgSlug, bearer } = ctx.caller.request;
  const badToken = bearer !== null && denial.code === "UNAUTHENTICATED";
  const kept = badToken || WRONG_PASSWORD.has(denial.code) || kindOf(denial.code) === "forbidden";
  if (!kept) return;
  const detail = {
    procedure: meta.permission,
    organization: orgSlug ?? INSTANCE_CHAIN,
    ...(bearer === null ? {} : { token: (await ctx.caller.token())?.id ?? "unknown" }),
  };
  await recordSecurityEvent(ctx.deps.db, origin, denial.code, detail).catch((error: unknown) =>
    ctx.log({ level: "error", message: "A security event was not kept", error }),
  );
}
