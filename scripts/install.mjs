import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, searchPath } from "./environment.mjs";
import { Sentence, sayNow, step } from "./messages.mjs";

const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".rubric-installed");
const pinnedNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
/** The oldest Node that runs TypeScript as it is. */
const oldestUsable = 24;

/** Installs what package-lock.json says unless that is what is there. */
export async function ensureInstalled() {
  const wanted = stamp();
  if (readText(stampFile) === wanted) return;
  if (!installedByHand()) await step("Installing the dependencies", install);
  ensurePinnedNode();
  writeFileSync(stampFile, wanted);
}

/** The version that the project runs on, or null where it could not be installed. */
function pinnedNodeVersion() {
  const text = existsSync(pinnedNode)
    ? readText(join(root, "node_modules", "node", "package.json"))
    : null;
  return text === null ? null : `v${JSON.parse(text).version}`;
}

/** Starts this command again under the pinned Node if it runs under another, and then never returns. */
export async function runUnderPinnedNode() {
  const wanted = pinnedNodeVersion();
  if (process.version === wanted) return;
  const usable = Number(process.versions.node.split(".")[0]) >= oldestUsable;
  if (wanted === null || spawnSync(pinnedNode, ["--version"]).status !== 0) {
    if (usable) return;
    throw new Sentence(
      `The Node that this project is pinned to cannot run here: use Node ${oldestUsable} or newer, or let npm run install scripts.`,
    );
  }
  const child = spawn(pinnedNode, process.argv.slice(1), {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: searchPath({ withTools: true }) },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  await new Promise(() => {
    child.once("error", (error) => {
      throw error;
    });
    child.once("exit", (code, signal) => {
      if (signal === null) process.exit(code ?? 1);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}

function stamp() {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/** Whether an `npm install` or `npm ci` that was run by hand left exactly what the lock file asks for. */
function installedByHand() {
  const text = readText(join(root, "node_modules", ".package-lock.json"));
  if (text === null) return false;
  const there = JSON.parse(text).packages ?? {};
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    if (there[path] === undefined)
      return entry.optional === true || entry.devOptional === true || entry.peer === true;
    const sameContent =
      there[path].integrity === undefined || there[path].integrity === entry.integrity;
    return there[path].version === entry.version && sameContent;
  });
}

async function install() {
  const common = [
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  let { code, lines } = await npm(["ci", ...common]);
  if (code !== 0 && lines.some((line) => line.includes("code EUSAGE"))) {
    sayNow(
      "package-lock.json does not agree with package.json: installing without insisting on it",
    );
    ({ code, lines } = await npm(["install", "--no-save", ...common]));
  }
  if (code === 0) return;
  const text = lines.join("\n");
  if (/ENOSPC|no space left/i.test(text))
    throw new Sentence("The disk is full: free some space and start again.");
  if (/code (EACCES|EPERM)/.test(text))
    throw new Sentence(
      `npm may not write below ${root}: give this user the folder, or remove node_modules.`,
    );
  const told = lines.filter((line) => !/^npm (notice|warn)|^npm error$/.test(line));
  throw new Sentence(`The dependencies cannot be installed:\n${told.slice(0, 15).join("\n")}`);
}

/** Where npm skipped install scripts, the pinned Node has not arrived. */
function ensurePinnedNode() {
  if (existsSync(pinnedNode)) return;
  spawnSync(process.execPath, ["installArchSpecificPackage.js"], {
    cwd: join(root, "node_modules", "node"),
    env: { ...process.env, PATH: searchPath({ withTools: false }) },
    stdio: "ignore",
  });
}

/** Runs the npm that started us, or else the one on PATH, with a Node that it will not delete under itself. */
async function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const own =
    script !== undefined && existsSync(script) && node !== undefined && !node.startsWith(root);
  const [command, ...first] = own ? [node, script] : ["npm"];
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, PATH: searchPath({ withTools: false }) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(127);
    });
    child.once("close", (status) => resolve(status ?? 1));
  });
  process.off("exit", stop);
  return { code, lines: output.split("\n").filter(Boolean) };
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
