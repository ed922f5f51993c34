import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { isOpen } from "../check/check.ts";
import { ofTier, reportText } from "../check/report.ts";
import { forgiveUnused, Usage } from "../check/usage.ts";
import { applyWaivers, type Judged, Waivers } from "../check/waivers.ts";
import { diffManifests } from "../diff/diff.ts";
import { Manifest } from "../manifest.ts";

/** What a command prints, and how it ends: 0 nothing breaks, 1 something does, 2 bad use. */
export type Ended = { code: 0 | 1 | 2; out: string; err: string };

const HELP = `contract diff OLD NEW [--tier TYPES|WIRE|BEHAVIOUR] [--json] [--waivers FILE]
                      [--usage FILE] [--unused-days N]
    What a client of the manifest OLD would meet at a server of the manifest NEW.
    Ends with 1 if something breaks that is not waived. TYPES shows everything, WIRE
    what a client meets that stays as it is, BEHAVIOUR only what no schema says.

contract show FILE
    What a manifest holds, one line for each procedure and event.
`;

class BadUse extends Error {}

const Tier = z.enum(["TYPES", "WIRE", "BEHAVIOUR"]);
const Days = z.coerce.number().int().min(1);

/** Runs the command line; reads files and writes none. */
export function run(args: readonly string[], now: Date): Ended {
  try {
    const { values, positionals } = parsed(args);
    const [command, ...files] = positionals;
    if (values.help === true) return { code: 0, out: HELP, err: "" };
    if (command === "diff") return diff(files, values, now);
    if (command === "show") return show(files);
    throw new BadUse(command === undefined ? "No command." : `No such command: ${command}`);
  } catch (error) {
    if (error instanceof BadUse) return { code: 2, out: "", err: `${error.message}\n\n${HELP}` };
    throw error;
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        json: { type: "boolean" },
        tier: { type: "string", default: "TYPES" },
        waivers: { type: "string" },
        usage: { type: "string" },
        "unused-days": { type: "string", default: "30" },
      },
    });
  } catch (error) {
    throw new BadUse(error instanceof Error ? error.message : "Bad options.");
  }
}

type Options = ReturnType<typeof parsed>["values"];

function diff(files: readonly string[], options: Options, now: Date): Ended {
  const [old, next, ...more] = files;
  if (old === undefined || next === undefined || more.length > 0) {
    throw new BadUse("Which two manifests?");
  }
  const tier = checked("--tier", Tier, options.tier);
  const days = checked("--unused-days", Days, options["unused-days"]);
  const waivers = options.waivers === undefined ? [] : read(options.waivers, Waivers);
  const usage = options.usage === undefined ? null : read(options.usage, Usage);
  const found = diffManifests(read(old, Manifest), read(next, Manifest));
  const { judged, problems } = applyWaivers(forgiveUnused(found, usage, days, now), waivers, now);
  const shown = ofTier(judged, tier);
  const failed = shown.some(isOpen) || problems.length > 0;
  return { code: failed ? 1 : 0, out: written(shown, problems, options.json === true), err: "" };
}

function written(judged: readonly Judged[], problems: readonly string[], json: boolean): string {
  if (json) return `${JSON.stringify({ problems, findings: judged }, null, 2)}\n`;
  return `${[...problems, reportText(judged)].join("\n")}\n`;
}

function show(files: readonly string[]): Ended {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new BadUse("Which manifest?");
  const { contractId, releasedAt, readers, procedures, events } = read(file, Manifest);
  const lines = Object.entries(procedures).map(([path, { kind, permission, deprecated }]) => {
    const until = deprecated === null ? "" : `, deprecated since ${deprecated}`;
    return `${kind.padEnd(12)} ${path} (${permission.holders.join(", ")}${until})`;
  });
  const told = Object.entries(events).map(
    ([name, { version }]) => `event        ${name} ${version}`,
  );
  const head = `${contractId}, first emitted ${releasedAt}, for ${readers} readers`;
  return { code: 0, out: `${[head, ...lines, ...told].join("\n")}\n`, err: "" };
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return checked(file, schema, JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof BadUse) throw error;
    throw new BadUse(`${file} cannot be read: ${error instanceof Error ? error.message : ""}`);
  }
}

function checked<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new BadUse(`${name} is not what it should be:\n${z.prettifyError(result.error)}`);
}
