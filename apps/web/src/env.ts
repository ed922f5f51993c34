import { z } from "zod";

const Env = z.object({
  /** Where the server reaches the API, without `/api`. */
  API_URL: z.url(),
  /** The address people type; it is sent as `Origin` with the server's own calls. */
  PUBLIC_URL: z.url(),
  /** Demo mode: the sign-in page lists the demo accounts. */
  DEMO: z.stringbool().default(false),
});

let read: z.infer<typeof Env> | null = null;

/** The validated environment of the web server. Throws a sentence that names what is wrong. */
export function env(): z.infer<typeof Env> {
  if (read !== null) return read;
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new Error(`The web server's environment is not right; look at: ${names}.`);
  }
  read = parsed.data;
  return read;
}
