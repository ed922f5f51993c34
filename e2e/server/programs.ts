import { join } from "node:path";
import type { Program } from "./processes.ts";

/** What every process of one system is told. */
export type Shared = {
  publicUrl: string;
  databaseUrl: string;
  readerUrl: string;
  dataFolder: string;
};

const QUIET = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

/** The web app that is built below `root`. */
export function webProgram(
  root: string,
  {
    name,
    port,
    publicUrl,
    apiUrl,
    mapped = false,
  }: {
    name: string;
    port: number;
    apiUrl: string;
    /** Whether to serve what was built with maps of its scripts. */
    mapped?: boolean;
  } & Pick<Shared, "publicUrl">,
): Program {
  const next = join(root, "node_modules/next/dist/bin/next");
  return {
    name,
    args: [next, "start", "--hostname", "127.0.0.1", "--port", String(port)],
    cwd: join(root, "apps/web"),
    env: {
      ...QUIET,
      PUBLIC_URL: publicUrl,
      API_URL: apiUrl,
      ...(mapped ? { RUBRIC_WEB_MAPS: "true" } : {}),
    },
  };
}

/** What the API's processes of `root` are told. */
export function serverEnv({
  publicUrl,
  databaseUrl,
  dataFolder,
}: Omit<Shared, "readerUrl">): Record<string, string> {
  return {
    ...QUIET,
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataFolder,
    LOG_LEVEL: "warn",
    // Receivers of events are servers of the specs' own.
    WEBHOOK_ALLOWED_NETWORKS: "127.0.0.0/8",
    WEBHOOK_ALLOW_HTTP: "true",
  };
}

/** The API below `root`, before its web app. */
export function apiProgram(
  root: string,
  { name, port, webUrl, ...shared }: { name: string; port: number; webUrl: string } & Shared,
): Program {
  return {
    name,
    args: ["src/main.ts"],
    cwd: join(root, "apps/api"),
    env: {
      ...serverEnv(shared),
      DATABASE_READER_URL: shared.readerUrl,
      PORT: String(port),
      WEB_URL: webUrl,
      ALLOW_SIGNUP: "true",
      // Each person's browser names an address of its own, as an ingress would.
      TRUSTED_PROXIES: "127.0.0.1",
    },
  };
}
