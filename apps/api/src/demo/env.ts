import { z } from "zod";

const Env = z.object({
  /** Postgres as `rubric_api`. */
  DATABASE_URL: z.url(),
  /** Postgres as the owner: to clear away what a load that failed has left. */
  DATABASE_OWNER_URL: z.url(),
});

/** Reads what the demo loader needs of the environment. */
export function readDemoEnv(source: NodeJS.ProcessEnv = process.env): z.infer<typeof Env> {
  const parsed = Env.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The demo loader's environment is not right. ${wrong.join("; ")}`);
}
