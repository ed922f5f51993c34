import { z } from "zod";

/** What other people's errors carry beside their words: a SQLSTATE, an errno, an SMTP reply. */
const Carried = z.object({
  code: z.string().max(50).optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  routine: z.string().max(100).optional().catch(undefined),
  constraint_name: z.string().max(100).optional().catch(undefined),
  /** Drizzle's: the statement, with places where its values were. */
  query: z.string().optional().catch(undefined),
});

/** As Fastify and pino write errors down. */
export type DescribedError = z.infer<typeof Carried> & {
  type: string;
  message: string;
  /** Where it was thrown, the innermost call first. */
  stack: string;
  cause?: DescribedError;
};

/**
 * What a log may hold of an error: never its message, in which databases and mail servers repeat
 * what was written to them, nor a stack's first lines, which are the message again; without them
 * there is no stack.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "left out", stack: "" };
  const [, frames = ""] = (error.stack ?? "").split(`${error.message}\n`, 2);
  const { cause } = error;
  return {
    type: error.name,
    message: "left out",
    ...Carried.parse(error),
    stack: frames,
    ...(cause === undefined || depth === 4 ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
