import { readFileSync } from "node:fs";
import { NODE_FLAGS } from "@rubric/api/node-flags";
import { CONTRACT_HEADER, writeMark } from "@rubric/contract/handshake";
import { Manifest } from "@rubric/contract/manifest";
import type { Person } from "./fill.ts";
import { type Program, startProgram } from "./program.ts";
import type { Rig } from "./rig.ts";

/** The public address that the API is told; its cookie is the one of an https address. */
export const PUBLIC_URL = "https://rubric.example";
const COOKIE = "__Host-rubric_session";

const manifest = new URL("../../contract/current.json", import.meta.url);
const mark = writeMark(Manifest.parse(JSON.parse(readFileSync(manifest, "utf8"))));

/**
 * The API as it runs in production: its own process, as the role that row-level security holds, with
 * its log, metrics and limits.
 */
export function startRubric(rig: Rig, nodeArgs: readonly string[] = []): Promise<Program> {
  return startProgram({
    ...rig,
    name: "rubric",
    file: "apps/api/src/main.ts",
    nodeArgs: [...NODE_FLAGS, ...nodeArgs],
    env: {
      DATABASE_URL: rig.cluster.apiUrl,
      DATABASE_READER_URL: rig.cluster.readerUrl,
      PUBLIC_URL,
      DATA_DIR: rig.folder,
      METRICS_PORT: "0",
    },
  });
}

/** What the web app sends with each call of somebody's: cookie, organization and contract. */
export function headersOf(rig: Rig, person: Person): Record<string, string> {
  return {
    cookie: `${COOKIE}=${person.token}`,
    "x-org": rig.filled.org.slug,
    [CONTRACT_HEADER]: mark,
  };
}

/** What a page of ours posts, before it is known who calls. */
export type Posted = { path: string; body: string; headers: Record<string, string> };

/** A call as the web app sends it: queries in a batch of one, commands alone, both as JSON posts. */
export function postOf(path: string, input: object): Posted {
  return {
    path: `/api/trpc/${path}`,
    body: JSON.stringify(input),
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
  };
}

/** Gives each next one, and begins again after the last. */
export function inTurn<T>(of: readonly T[]): () => T {
  let at = -1;
  return () => {
    at = (at + 1) % of.length;
    const found = of[at];
    if (found === undefined) throw new Error("There is nothing to take in turn.");
    return found;
  };
}
