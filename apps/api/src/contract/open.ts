import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Handshake, makeHandshake } from "@rubric/contract/handshake";
import { breaksOnWire } from "@rubric/contract/diff";
import { Manifest } from "@rubric/contract/manifest";
import type { Database } from "@rubric/db";
import { listUsage, type Usage } from "@rubric/domain/operations";
import { CURRENT, RELEASED } from "./files.ts";
import { ownManifest } from "./own.ts";
import { stillUsed } from "./still-used.ts";
import { TRANSFORMS } from "./transforms.ts";

/** The released manifests that this version was shipped with. */
export function releasedManifests(): Manifest[] {
  if (!existsSync(RELEASED)) return [];
  return readdirSync(RELEASED)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readManifest(join(RELEASED, name)));
}

/** A manifest's file; throws where it is none. */
export function readManifest(file: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
}

let own: Manifest | null = null;

/** The manifest of this process's router, made once. */
export function ownOfProcess(): Manifest {
  const before = () => (existsSync(CURRENT) ? readManifest(CURRENT) : undefined);
  return (own ??= ownManifest(new Date(), before()));
}

/** Calls that clients of a release made lately to procedures that are not here any more. */
export async function missedCalls(db: Database): Promise<Usage[]> {
  return stillUsed(await listUsage(db), releasedManifests(), ownOfProcess(), new Date());
}

let opened: Handshake | null = null;

/** What each known contract's clients meet here: worked out once, when the process starts. */
export function ownHandshake(): Handshake {
  return (opened ??= makeHandshake(ownOfProcess(), releasedManifests(), breaksOnWire, TRANSFORMS));
}
