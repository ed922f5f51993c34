import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { manifestText } from "@rubric/contract/emit";
import { Manifest } from "@rubric/contract/manifest";
import { clientPart } from "./client-part.ts";
import { CLIENT_PART, CURRENT } from "./files.ts";
import { ownManifest } from "./own.ts";

const before = existsSync(CURRENT)
  ? Manifest.safeParse(JSON.parse(readFileSync(CURRENT, "utf8"))).data
  : undefined;
const manifest = ownManifest(new Date(), before);
writeFileSync(CURRENT, manifestText(manifest));
writeFileSync(CLIENT_PART, clientPart(manifest));
process.stdout.write(`${manifest.contractId} ${manifest.releasedAt}\n`);
