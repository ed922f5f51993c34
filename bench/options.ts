import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Row } from "./rig/rig.ts";

/** What a run was asked to do. */
export type Options = {
  rows: readonly Row[];
  json: boolean;
  pin: boolean;
  applications: number;
  rounds: number;
  seconds: number;
  connections: number;
  requests: number;
  /** The folder for drawings and figures. */
  results: string;
};

const RESULTS = fileURLToPath(new URL("results", import.meta.url));
const count = (least: number) => z.coerce.number().int().min(least);
const Given = z.object({
  rows: z.string().optional(),
  json: z.boolean().default(false),
  "no-pin": z.boolean().default(false),
  applications: count(1000).default(200_000),
  rounds: count(1).default(5),
  seconds: count(1).default(8),
  connections: count(1).default(32),
  requests: count(1000).default(200_000),
  results: z.string().default(RESULTS),
});

/**
 * Reads the command line.
 * @throws Error in one sentence where it asks for what there is not.
 */
export function readOptions(args: readonly string[], all: readonly Row[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string" },
      json: { type: "boolean" },
      "no-pin": { type: "boolean" },
      applications: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      connections: { type: "string" },
      requests: { type: "string" },
      results: { type: "string" },
    },
  });
  const given = Given.safeParse(values);
  if (!given.success) {
    const wrong = given.error.issues.map((one) => `--${one.path.join(".")}: ${one.message}`);
    throw new Error(wrong.join("; "));
  }
  const { rows, "no-pin": unpinned, ...others } = given.data;
  return { ...others, pin: !unpinned, rows: rows === undefined ? all : named(rows, all) };
}

function named(list: string, all: readonly Row[]): Row[] {
  return list.split(",").map((name) => {
    const row = all.find((one) => one.name === name.trim());
    const known = all.map((one) => one.name).join(", ");
    if (row === undefined) throw new Error(`There is no row "${name.trim()}"; there are ${known}.`);
    return row;
  });
}
