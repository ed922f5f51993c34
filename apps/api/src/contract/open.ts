import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Handshake, makeHandshake, type Transforms } from "@rubric/contract/handshake";
import { breaksOnWire } from "@rubric/contract/diff";
import { Manifest } from "@rubric/contract/manifest";
import { CURRENT, RELEASED } from "./files.ts";
import { ownManifest } from "./own.ts";
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

/** What each known contract's clients meet here: worked out once, when the process starts. */
export function openHandshake(transforms: Transforms = TRANSFORMS): Handshake {
  const own = ownManifest(new Date(), existsSync(CURRENT) ? readManifest(CURRENT) : undefined);
  return makeHandshake(own, releasedManifests(), breaksOnWire, transforms);
}

let opened: Handshake | null = null;

/** The handshake of this process. */
export function ownHandshake(): Handshake {
  return (opened ??= openHandshake());
}
