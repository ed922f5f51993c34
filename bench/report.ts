import { writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { draw } from "./draw.ts";
import type { Claim } from "./figures.ts";
import type { Options } from "./options.ts";
import type { Found, Row } from "./rig/rig.ts";

/** What came of a row: what it found, or why it could not be measured. */
export type Outcome =
  | { row: Row; found: Found; error: null }
  | { row: Row; found: null; error: string };

type Asked = Omit<Options, "rows" | "json" | "results">;

/** On what and how a run was measured; says nothing of whose machine it is. */
function machine(asked: Asked) {
  const { applications, rounds, seconds, connections, requests, pin } = asked;
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    system: `${platform()} ${arch()}`,
    node: process.version,
    applications,
    rounds,
    seconds,
    connections,
    requests,
    pinned: pin,
  };
}

/** Everything that was measured. */
export function toJson(outcomes: readonly Outcome[], asked: Asked): string {
  const rows = outcomes.map(({ row, found, error }) => ({
    name: row.name,
    title: row.title,
    ...(found === null ? { error } : { claims: found.claims, detail: found.detail }),
  }));
  return `${JSON.stringify({ machine: machine(asked), rows }, null, 2)}\n`;
}

/** The table that a run ends with: a line for each thing that was to be held. */
export function toText(outcomes: readonly Outcome[], asked: Asked): string {
  const { cores, processor, node } = machine(asked);
  const head = `${cores} cores (${processor}), Node ${node}, ${asked.rounds === 1 ? "1 round" : `${asked.rounds} rounds`} of ${asked.seconds} s; medians, and least to most of the rounds`;
  const lines = outcomes.flatMap(({ row, found, error }) =>
    found === null ? [`${row.name}: not measured: ${error}`] : found.claims.map(lineOf),
  );
  return `\n${head}\n${lines.join("\n")}\n`;
}

/** One claim as a line: name, figure, target, whether it held. */
export function lineOf({ name, figure, target, held }: Claim): string {
  return `${name.padEnd(28)} ${figure.padEnd(22)} ${target.padEnd(10)} ${held ? "held" : "not held"}`;
}

/** Writes each row's figures into a folder, and its drawing if it has one; returns the files. */
export function writeResults(folder: string, outcomes: readonly Outcome[], asked: Asked): string[] {
  return outcomes.flatMap((outcome) => {
    const { row, found } = outcome;
    if (found === null) return [];
    const figures = join(folder, `${row.name}.json`);
    writeFileSync(figures, toJson([outcome], asked));
    if (found.drawing === undefined) return [figures];
    const drawing = join(folder, `${row.name}.svg`);
    writeFileSync(drawing, draw(found.drawing));
    return [figures, drawing];
  });
}
