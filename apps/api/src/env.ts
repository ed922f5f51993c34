import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { isNetwork, STRICT, type Webhooks } from "@rubric/domain/webhook";
import { z } from "zod";

/** Where files of the instance lie that are not in the database. */
const Files = {
  DATA_DIR: z.string().min(1).default(".data"),
  /** The checkpoints of the audit chains; `audit-checkpoints.jsonl` in `DATA_DIR` by default. */
  CHECKPOINT_FILE: z.string().min(1).optional(),
};

/** Networks as CIDR, separated by commas. */
const networks = () =>
  z
    .string()
    .default("")
    .transform((text) => text.split(",").map((one) => one.trim()))
    .transform((list) => list.filter((one) => one !== ""))
    .refine((list) => list.every(isNetwork), "Networks such as 10.1.0.0/16, please.");

/** Where events may be sent, and how their secrets are kept; the same in all processes. */
const Webhook = {
  /** Networks (CIDR, separated by commas) that events are sent to although they are not public. */
  WEBHOOK_ALLOWED_NETWORKS: networks(),
  /** Whether events may be sent over plain http. */
  WEBHOOK_ALLOW_HTTP: z.stringbool().default(false),
  /** Encrypts the secrets of webhooks at rest. */
  WEBHOOK_KEY: z.string().min(32).optional(),
};

const Env = z.object({
  /** Networks that policies take for internal, beside those that the internet does not route. */
  INTERNAL_NETWORKS: networks(),
  ...Files,
  ...Webhook,
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** Postgres as `rubric_api`. */
  DATABASE_URL: z.url(),
  /** The same as `rubric_reader`; without it queries are asked as `rubric_api`, too. */
  DATABASE_READER_URL: z.url().optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address people type; settles links, `Origin` and the cookie. */
  PUBLIC_URL: z.url(),
  /** Where `web` listens; without it only `/api` answers. */
  WEB_URL: z.url().optional(),
  /** Whose `X-Forwarded-For` counts: addresses or networks, separated by commas. */
  TRUSTED_PROXIES: z.string().default(""),
  /** Seals the visitor's address on the way through `web`; the same in all API processes. */
  VISITOR_KEY: z
    .string()
    .min(32)
    .default(() => randomBytes(32).toString("base64url")),
  /** Whether anyone may create an organization after the first. */
  ALLOW_SIGNUP: z.stringbool().default(false),
  /** Demo mode: demo accounts, their sign-in buttons and the mailbox exist. */
  DEMO: z.stringbool().default(false),
  /** Of each connection pool. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
  /** `false` behind a PgBouncer before 1.21 in transaction mode. */
  DATABASE_PREPARE: z.stringbool().default(true),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Where the process's metrics are read, never through the public door; nowhere by default. */
  METRICS_HOST: z.string().default("127.0.0.1"),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

export type Env = z.infer<typeof Env>;

const WorkerEnv = z.object({
  ...Files,
  ...Webhook,
  /** Postgres as `rubric_api`. */
  DATABASE_URL: z.url(),
  /** Postgres as `rubric_retention`: erasure and stored answers. */
  DATABASE_RETENTION_URL: z.url(),
  DATABASE_PREPARE: z.stringbool().default(true),
  PUBLIC_URL: z.url(),
  /** The mail server, such as smtps://user:password@mail.example.com; without it the mailbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who sends; `rubric@` the host of `PUBLIC_URL` by default. */
  MAIL_FROM: z.email().optional(),
  /** Where the mailbox of demo mode keeps e-mails, and the loopback port that shows them. */
  MAILBOX_DIR: z.string().min(1).optional(),
  MAILBOX_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type WorkerEnv = z.infer<typeof WorkerEnv>;

/** The file in which the audit chains' checkpoints stand. */
export function checkpointFile(env: Pick<Env, "DATA_DIR" | "CHECKPOINT_FILE">): string {
  return env.CHECKPOINT_FILE ?? join(env.DATA_DIR, "audit-checkpoints.jsonl");
}

/** What the operator allows of webhooks. */
export function webhooksOf(
  env: Pick<Env, "WEBHOOK_ALLOWED_NETWORKS" | "WEBHOOK_ALLOW_HTTP" | "WEBHOOK_KEY">,
): Webhooks {
  return {
    ...STRICT,
    allowHttp: env.WEBHOOK_ALLOW_HTTP,
    allowedNetworks: env.WEBHOOK_ALLOWED_NETWORKS,
    key: env.WEBHOOK_KEY ?? null,
  };
}

/** Reads and validates the environment, once, at the start of a process. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  return read(Env, source);
}

/** Where the database is, for a command that needs nothing else. */
export function readDatabaseUrl(source: NodeJS.ProcessEnv = process.env): string {
  return read(Env.pick({ DATABASE_URL: true }), source).DATABASE_URL;
}

/** The same for the worker. */
export function readWorkerEnv(source: NodeJS.ProcessEnv = process.env): WorkerEnv {
  const env = read(WorkerEnv, source);
  if (env.SMTP_URL !== undefined || env.MAILBOX_PORT !== undefined) return env;
  throw new Error("The environment is not right. SMTP_URL: e-mails need a mail server.");
}

function read<T>(schema: z.ZodType<T>, source: NodeJS.ProcessEnv): T {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not right. ${wrong.join("; ")}`);
}
