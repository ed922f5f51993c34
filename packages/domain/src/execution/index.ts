export { canonicalJson, sha256 } from "./canonical.ts";
export type { Call, Deps } from "./deps.ts";
export { makeReaders, type Readers } from "./reading.ts";
export { type Look, runLook, type Texts } from "./look.ts";
export { type CommandOptions, type QueryOptions, runCommand, runQuery } from "./run.ts";
