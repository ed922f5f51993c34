import { createReadStream } from "node:fs";
import { appendFile, mkdir, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { sha256 } from "../execution/canonical.ts";
import { GENESIS } from "./chain.ts";

const Line = z.object({
  org: z.uuid(),
  sequence: z.int().min(1),
  hash: z.string().length(64),
  at: z.iso.datetime({ precision: 3 }),
  /** SHA-256 of the line before it, so that no line can be taken out. */
  previous: z.string().length(64),
});

/** How far a chain had come at an instant, written down outside the database. */
export type Checkpoint = { sequence: number; hash: string; at: Date };

/** The checkpoints of one chain in the order written, and the first line that does not follow its predecessor. */
export type Anchors = { checkpoints: Checkpoint[]; brokenAtLine: number | null };

export type ChainHead = { orgId: string; sequence: number; hash: string };

type Scan = { line: number; lastHash: string; brokenAtLine: number | null };

/** Reads the checkpoints of one chain; none if the file does not exist yet. */
export async function readCheckpoints(path: string, orgId: string): Promise<Anchors> {
  const checkpoints: Checkpoint[] = [];
  const scan = await eachLine(path, (line) => {
    if (line.org !== orgId) return;
    checkpoints.push({ sequence: line.sequence, hash: line.hash, at: new Date(line.at) });
  });
  return { checkpoints, brokenAtLine: scan.brokenAtLine };
}

/**
 * Appends a line for each chain that moved since its last one. One process at a time. Returns how
 * many lines were written; the file is on disk when it returns.
 */
export async function writeCheckpoints(
  path: string,
  heads: readonly ChainHead[],
  at: Date,
): Promise<number> {
  const known = new Map<string, number>();
  const scan = await eachLine(path, (line) => known.set(line.org, line.sequence));
  const lines: string[] = [];
  let previous = scan.lastHash;
  for (const head of heads) {
    if (head.sequence <= (known.get(head.orgId) ?? 0)) continue;
    const { orgId: org, sequence, hash } = head;
    const text = JSON.stringify({ org, sequence, hash, at: at.toISOString(), previous });
    lines.push(text);
    previous = sha256(text);
  }
  if (lines.length === 0) return 0;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const torn = (await endsWithoutNewline(path)) ? "\n" : "";
  await appendFile(path, `${torn}${lines.join("\n")}\n`, { mode: 0o600, flush: true });
  return lines.length;
}

/** Half a line, left by a crash while it was written, is passed over: the next one follows the last whole one. */
async function eachLine(path: string, take: (line: z.infer<typeof Line>) => void): Promise<Scan> {
  const scan: Scan = { line: 0, lastHash: GENESIS, brokenAtLine: null };
  if ((await sizeOf(path)) === 0) return scan;
  for await (const text of createInterface({ input: createReadStream(path, "utf8") })) {
    scan.line += 1;
    const line = parse(text);
    if (line === null) continue;
    if (line.previous !== scan.lastHash) scan.brokenAtLine ??= scan.line;
    scan.lastHash = sha256(text);
    take(line);
  }
  return scan;
}

function parse(text: string): z.infer<typeof Line> | null {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function endsWithoutNewline(path: string): Promise<boolean> {
  const size = await sizeOf(path);
  if (size === 0) return false;
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() !== "\n";
  } finally {
    await file.close();
  }
}
