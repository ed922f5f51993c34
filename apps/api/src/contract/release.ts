import { existsSync, readFileSync } from "node:fs";
import { CURRENT, EMIT, RELEASED } from "./files.ts";
import { freeze } from "./freeze.ts";
import { readManifest } from "./open.ts";
import { ownManifest } from "./own.ts";

const committed = existsSync(CURRENT) ? readFileSync(CURRENT, "utf8") : "";
const router = ownManifest(new Date(), committed === "" ? undefined : readManifest(CURRENT));
const { file, refusal } = freeze(router, committed, RELEASED, EMIT);
process.stdout.write(`${refusal ?? `The contract ${router.contractId} is frozen in ${file}.`}\n`);
process.exitCode = refusal === null ? 0 : 1;
