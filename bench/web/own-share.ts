import { readdirSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { join } from "node:path";
import { type Script, sizeOf } from "./loaded-scripts.ts";

/** Whose code a script holds, gzipped each by itself. */
export type Shares = { own: number; next: number; libraries: number; files: Map<string, number> };
type Owner = "own" | "next" | "libraries";

const NEXT = /[\\/]node_modules[\\/](next|react|react-dom|scheduler|@swc[\\/]helpers)[\\/]/;

/**
 * Splits what a page loaded by who wrote it. `folder` holds the same scripts with their maps, as
 * they are built with RUBRIC_WEB_MAPS: a script is found there by its text, as names may differ.
 */
export function splitByOwner(scripts: readonly Script[], folder: string): Shares {
  const maps = new Map<string, string>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".js"))) {
    const text = readFileSync(join(folder, name), "utf8");
    const map = /\/\/# sourceMappingURL=(.+)/.exec(text)?.[1];
    if (map !== undefined) maps.set(bare(text), join(folder, map));
  }
  const shares: Shares = { own: 0, next: 0, libraries: 0, files: new Map() };
  for (const { path, text } of scripts) {
    const map = maps.get(bare(text));
    if (map === undefined) throw new Error(`${path} was not built once more with a map.`);
    const parts: Record<Owner, string> = { own: "", next: "", libraries: "" };
    for (const [source, part] of partsOf(bare(text), map)) {
      const owner = ownerOf(source);
      parts[owner] += part;
      if (owner === "own") shares.files.set(source, (shares.files.get(source) ?? 0) + part.length);
    }
    for (const owner of ["own", "next", "libraries"] as const) {
      if (parts[owner] !== "") shares[owner] += sizeOf(parts[owner]);
    }
  }
  return shares;
}

function bare(text: string): string {
  return text.replace(/\n?\/\/# (sourceMappingURL|debugId)=.*/g, "").trimEnd();
}

function ownerOf(source: string): Owner {
  if (source === "" || source.includes("[turbopack]") || NEXT.test(source)) return "next";
  return /[\\/]node_modules[\\/]/.test(source) ? "libraries" : "own";
}

/** The stretches of a script, each with the source it comes from. */
function* partsOf(text: string, mapFile: string): Generator<[string, string]> {
  const payload: SourceMapPayload = JSON.parse(readFileSync(mapFile, "utf8"));
  const map = new SourceMap(payload);
  for (const [line, code] of text.split("\n").entries()) {
    let from = 0;
    let source = sourceAt(map, line, 0);
    for (let column = 1; column <= code.length; column += 1) {
      const here = column === code.length ? null : sourceAt(map, line, column);
      if (here === source) continue;
      yield [source, code.slice(from, column)];
      from = column;
      source = here ?? "";
    }
  }
}

function sourceAt(map: SourceMap, line: number, column: number): string {
  const entry = map.findEntry(line, column);
  return "originalSource" in entry ? entry.originalSource : "";
}
