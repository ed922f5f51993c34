import { accessSync, constants, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Where the tools that npm installed lie. */
const bin = join(root, "node_modules", ".bin");

/** Settles what every child process inherits: no telemetry, and a home folder that can be written to. */
export function settleEnvironment() {
  const environment = process.env;
  environment.NEXT_TELEMETRY_DISABLED = "1";
  environment.TURBO_TELEMETRY_DISABLED = "1";
  environment.TURBO_NO_UPDATE_NOTIFIER = "1";
  environment.DO_NOT_TRACK = "1";
  if (isWritable(environment.HOME)) return;
  const home = join(root, ".data", "home");
  mkdirSync(home, { recursive: true });
  environment.HOME = home;
  environment.npm_config_cache = join(home, ".npm");
  for (const name of ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"])
    delete environment[name];
}

/** PATH with the project's own tools in front, or without them for npm, which replaces them while it runs. */
export function searchPath({ withTools }) {
  const rest = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "" && !folder.includes(join("node_modules", ".bin")));
  return (withTools ? [bin, ...rest] : rest).join(delimiter);
}

function isWritable(folder) {
  if (!folder) return false;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
